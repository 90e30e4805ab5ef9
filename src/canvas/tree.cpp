#include <halte/accessibility.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace halte {

PixelRect intersection(PixelRect const& first, PixelRect const& second) {
    int const left = std::max(first.x, second.x);
    int const top = std::max(first.y, second.y);
    int const right = std::min(first.right(), second.right());
    int const bottom = std::min(first.bottom(), second.bottom());
    return {left, top, std::max(0, right - left), std::max(0, bottom - top)};
}

PixelRect hull(PixelRect const& first, PixelRect const& second) {
    int const left = std::min(first.x, second.x);
    int const top = std::min(first.y, second.y);
    return {left, top, std::max(first.right(), second.right()) - left, std::max(first.bottom(), second.bottom()) - top};
}

Node const* AccessibilityTree::button_at(int x, int y) const {
    auto const found = std::find_if(nodes.rbegin(), nodes.rend(), [&](Node const& node) {
        return (is_control(node.role) || node.role == Role::band) && node.visible.contains(x, y);
    });
    return found == nodes.rend() || found->role == Role::band ? nullptr : &*found;
}

/// From a pixel to the nearest pixel of a rectangle.
static float distance_to(PixelRect const& rect, int x, int y) {
    int const beside = std::max({rect.x - x, 0, x - (rect.right() - 1)});
    int const above = std::max({rect.y - y, 0, y - (rect.bottom() - 1)});
    return std::hypot(float(beside), float(above));
}

Node const* AccessibilityTree::button_near(int x, int y, float reach) const {
    if (Node const* const under = button_at(x, y)) return under;
    // What a band covers is not there.
    auto const band = std::find_if(nodes.rbegin(), nodes.rend(), [&](Node const& node) {
        return node.role == Role::band && node.visible.contains(x, y);
    });
    Node const* nearest = nullptr;
    float least = std::numeric_limits<float>::max();
    float second = least;
    for (auto at = band.base(); at != nodes.end(); ++at) {
        Node const& node = *at;
        if (!is_control(node.role) || node.visible.w <= 0 || node.visible.h <= 0) continue;
        float const away = distance_to(node.visible, x, y);
        second = std::min(second, std::max(away, least));
        if (away < least) nearest = &node;
        least = std::min(least, away);
    }
    // Between two keys that are about equally near nobody knows which was meant.
    return least <= reach && second >= least + reach / 3 ? nearest : nullptr;
}

Node const* AccessibilityTree::button_named(std::string const& name) const {
    auto const found = std::find_if(nodes.begin(), nodes.end(), [&](Node const& node) {
        return is_control(node.role) && node.name == name && node.visible.h > 0;
    });
    return found == nodes.end() ? nullptr : &*found;
}

}  // namespace halte
