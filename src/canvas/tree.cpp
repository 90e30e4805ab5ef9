#include <halte/accessibility.h>

#include <algorithm>

namespace halte {

PixelRect intersection(PixelRect const& first, PixelRect const& second) {
    int const left = std::max(first.x, second.x);
    int const top = std::max(first.y, second.y);
    int const right = std::min(first.right(), second.right());
    int const bottom = std::min(first.bottom(), second.bottom());
    return {left, top, std::max(0, right - left), std::max(0, bottom - top)};
}

Node const* AccessibilityTree::button_at(int x, int y) const {
    auto const found = std::find_if(nodes.rbegin(), nodes.rend(), [&](Node const& node) {
        return (node.role == Role::button || node.role == Role::band) && node.visible.contains(x, y);
    });
    return found == nodes.rend() || found->role == Role::band ? nullptr : &*found;
}

Node const* AccessibilityTree::button_named(std::string const& name) const {
    auto const found = std::find_if(nodes.begin(), nodes.end(), [&](Node const& node) {
        return node.role == Role::button && node.name == name && node.visible.h > 0;
    });
    return found == nodes.end() ? nullptr : &*found;
}

}  // namespace halte
