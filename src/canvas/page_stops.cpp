#include "page_stops.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace halte {
namespace {

/// A node of the list, from the top of its content.
struct Piece {
    float top = 0;
    float bottom = 0;
    int left = 0;
    int right = 0;
    Role role = Role::text;
};

bool stands_in_list(AccessibilityTree const& tree, int parent) {
    for (int at = parent; at >= 0; at = tree.nodes[std::size_t(at)].parent)
        if (tree.nodes[std::size_t(at)].role == Role::scroll_area) return true;
    return false;
}

/// What is drawn in the list and fits on a page.
std::vector<Piece> pieces_of(Scrolled const& list) {
    std::vector<Piece> pieces;
    auto const add = [&](PixelRect const& rect, int parent, Role role) {
        if (rect.h > list.viewport.h || !stands_in_list(*list.tree, parent)) return;
        float const top = float(rect.y - list.viewport.y) + list.offset;
        pieces.push_back({top, top + float(rect.h), rect.x, rect.right(), role});
    };
    for (Node const& node : list.tree->nodes)
        if (node.role != Role::list && node.role != Role::item && node.role != Role::header)
            add(node.rect, node.parent, node.role);
    for (Decoration const& icon : list.tree->decorations) add(icon.rect, icon.parent, Role::image);
    return pieces;
}

/// Words under words, edge to edge in one column: a title and its lines.
bool goes_on_from(Piece const& lower, Piece const& upper) {
    if (!is_words(lower.role) || !is_words(upper.role)) return false;
    bool const one_column = lower.left == upper.left || lower.right == upper.right;
    return one_column && upper.top < lower.top && std::abs(upper.bottom - lower.top) <= 3;
}

/// The top of the paragraph that `piece` belongs to, where all of it down to the piece fits on a page.
float top_of(Piece const& piece, std::vector<Piece> const& pieces, float page) {
    Piece first = piece;
    for (bool found = true; found;) {
        found = false;
        for (Piece const& other : pieces) {
            if (!goes_on_from(first, other) || piece.bottom - other.top > page) continue;
            first = other;
            found = true;
        }
    }
    return first.top;
}

/// Where a stop begins that shows all from `top` to `bottom`: a little above, where there is room for that.
float begin_of(Scrolled const& list, float top, float bottom) {
    float const spare = float(list.viewport.h) - list.foot - (bottom - top);
    return top - std::clamp(spare, 0.0F, list.margin);
}

bool is_card(Piece const& piece) { return is_control(piece.role) || piece.role == Role::panel; }

}  // namespace

float next_stop(Scrolled const& list, float here) {
    constexpr float least_share = 0.4F;  // of a page: less is no turn that anybody would see
    std::vector<Piece> const pieces = pieces_of(list);
    float const end = here + float(list.viewport.h) - list.foot;
    float stop = here + list.page;
    for (Piece const& piece : pieces) {
        if (piece.bottom <= end) continue;
        float const room = float(list.viewport.h) - list.foot;
        float const start = begin_of(list, top_of(piece, pieces, room), piece.bottom);
        if (start > here + 1) stop = std::min(stop, start);
    }
    // A card that was whole before is shown whole again, or not at all.
    for (Piece const& piece : pieces) {
        float const start = begin_of(list, piece.top, piece.bottom);
        bool const cut = piece.top < stop && piece.bottom > stop && is_card(piece);
        if (cut && start >= here + list.page * least_share) stop = std::min(stop, start);
    }
    return std::min(std::floor(stop), list.most_scroll);
}

}  // namespace halte
