/// The ring around what has the focus.
#include <halte/focus_order.h>

#include <algorithm>

#include "inside.h"

namespace halte {
namespace {

// Of 4 rp, with 4 rp of the ground between it and the control.
constexpr float gap_rp = 4;
constexpr float stroke_rp = 4;
constexpr float outside_rp = gap_rp + stroke_rp;
constexpr float air_rp = 8;  ///< at least, between the ring and the edge of a scroll area

}  // namespace

Focus Canvas::focus() const { return m_inside->tree.focus; }

Focus Canvas::Inside::resolved_focus() const {
    if (!style.focus) return {};
    FocusOrder const order(tree);
    if (order.has(style.focus->control)) return *style.focus;
    return {order.first(), style.groups_first};
}

Canvas::Inside::FocusPlace Canvas::Inside::focus_place() const {
    FocusOrder const order(tree);
    FocusOrder::Group const only{tree.focus.control};
    FocusOrder::Group const& wanted =
        tree.focus.whole_group ? order.groups().at(order.group_of(tree.focus.control)) : only;
    FocusPlace place;
    for (Node const& node : tree.nodes) {
        if (!is_control(node.role) || std::ranges::count(wanted, node.id) == 0) continue;
        bool const first = place.rect.w == 0;
        place.rect = first ? node.rect : hull(place.rect, node.rect);
        if (node.visible.h > 0) place.visible = place.visible.h == 0 ? node.visible : hull(place.visible, node.visible);
        place.radius_px = std::max(place.radius_px, node.radius_px);
        for (int at = node.parent; at >= 0; at = tree.nodes[std::size_t(at)].parent) {
            place.scrolls = place.scrolls || tree.nodes[std::size_t(at)].role == Role::scroll_area;
            place.in_band = place.in_band || tree.nodes[std::size_t(at)].role == Role::band;
        }
    }
    return place;
}

/// Last of all, so that nothing covers it. What it stands around has been brought to where it can be seen, but for the
/// frame in which that is not yet so.
void Canvas::Inside::draw_focus() {
    tree.focus = resolved_focus();
    if (tree.focus.control.words.empty()) return;
    FocusPlace const place = focus_place();
    if (place.visible.h == 0) return;
    int const outside = px(outside_rp);
    PixelRect const there = grown(place.visible, outside);
    float const radius = place.radius_px + float(outside);
    painter.fade(1);
    painter.ring(place.in_band ? there : sunk(there), theme.colour(Colour::focus), radius, float(px(stroke_rp)));
}

/// The shortest way to where it stands whole, with its ring and a little air. What comes first on a page brings the
/// page's beginning with it, and what comes last its end.
std::optional<float> Canvas::offset_for_focus() const {
    Inside const& in = *m_inside;
    if (in.tree.focus.control.words.empty()) return std::nullopt;
    Inside::FocusPlace const place = in.focus_place();
    if (!place.scrolls) return std::nullopt;
    ScrollArea const& area = in.scroll;
    PixelRect const wanted = grown(place.rect, in.px(outside_rp + air_rp));
    float const top = float(wanted.y - area.viewport.y) + area.offset;  // of the content
    float const bottom = top + float(wanted.h);
    float const foot = bottom >= area.content - 1 ? 0 : float(in.fade_px());
    float const highest = float(area.viewport.h) - foot;
    float offset = std::max(area.offset, bottom - highest);
    offset = std::min(offset, top);
    if (bottom <= highest) offset = std::min(offset, 0.0F);
    offset = std::clamp(offset, 0.0F, area.most());
    if (std::abs(offset - area.offset) < 1) return std::nullopt;
    return offset / in.theme.px_per_rp();
}

Outcome Canvas::turn_page(Instant now) {
    Inside& in = *m_inside;
    Outcome outcome = in.touch.turn_page(now, in.touchables(), in.scroll.offset);
    if (outcome.scrolled) outcome.scrolled = *outcome.scrolled / in.theme.px_per_rp();
    return outcome;
}

}  // namespace halte
