#include "audit.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace halte::audit {
namespace {

constexpr double target_mm = 20;
constexpr double always_target_mm = 25;
constexpr double gap_mm = 3;
constexpr double text_contrast = 7;      // SC 1.4.6
constexpr double picture_contrast = 3;   // SC 1.4.11
constexpr double cap_height_em = 0.714;  // Noto Sans
constexpr double rounding_mm = 0.3;      // a pixel or so

bool is_empty(PixelRect const& rect) { return rect.w <= 0 || rect.h <= 0; }
bool can_be_seen(Node const& node) { return !is_empty(node.visible); }
bool wholly_visible(Node const& node) { return node.visible == node.rect && node.rect.w > 0; }

bool is_group(Node const& node) {
    return node.role == Role::list || node.role == Role::item || node.role == Role::header;
}

std::string place(Node const& node) {
    return fmt::format("\"{}\" at {},{} {}x{}", node.name, node.rect.x, node.rect.y, node.rect.w, node.rect.h);
}

class Audit {
public:
    Audit(AccessibilityTree const& tree, Limits const& limits) : m_tree(tree), m_limits(limits) {}

    std::vector<Finding> run() {
        for (std::size_t at = 0; at < m_tree.nodes.size(); ++at) {
            Node const& node = m_tree.nodes[at];
            if (node.role == Role::band) continue;
            on_screen(node);
            low_enough(node);
            if (is_control(node.role)) button(node, at);
            if (!can_be_seen(node)) continue;
            if (is_words(node.role)) text(node, at);
            if (is_control(node.role)) room_for_focus(node, at);
            if (node.role == Role::image && wholly_visible(node)) picture(node);
            if (node.role != Role::scroll_area) free(node, at);
        }
        for (Decoration const& icon : m_tree.decorations) decoration(icon);
        return m_findings;
    }

private:
    void add(Fault fault, std::string what) { m_findings.push_back({fault, std::move(what)}); }
    [[nodiscard]] double mm(int pixels) const { return pixels * double(m_tree.mm_per_px); }

    void button(Node const& node, std::size_t at) {
        double const least = (node.always ? always_target_mm : target_mm) - rounding_mm;
        if (mm(node.rect.w) < least || mm(node.rect.h) < least)
            add(Fault::target_too_small,
                fmt::format("{} is {:.1f} x {:.1f} mm", place(node), mm(node.rect.w), mm(node.rect.h)));
        for (std::size_t other = at + 1; other < m_tree.nodes.size(); ++other)
            if (is_control(m_tree.nodes[other].role)) apart(node, m_tree.nodes[other]);
    }

    void apart(Node const& one, Node const& other) {
        if (!is_empty(intersection(one.visible, other.visible)))
            return add(Fault::overlap, fmt::format("{} and {}", place(one), place(other)));
        if (!wholly_visible(one) || !wholly_visible(other)) return;
        int const beside = std::max(one.rect.x, other.rect.x) - std::min(one.rect.right(), other.rect.right());
        int const below = std::max(one.rect.y, other.rect.y) - std::min(one.rect.bottom(), other.rect.bottom());
        double const gap = beside >= 0 && below >= 0 ? std::hypot(mm(beside), mm(below)) : mm(std::max(beside, below));
        if (gap < gap_mm - rounding_mm)
            add(Fault::targets_too_close, fmt::format("{} and {}: {:.1f} mm", place(one), place(other), gap));
    }

    void text(Node const& node, std::size_t at) {
        if (contrast_ratio(node.foreground, node.background) < text_contrast)
            add(Fault::low_contrast,
                fmt::format("{}: {:.2f}", place(node), contrast_ratio(node.foreground, node.background)));
        if (node.cut) add(Fault::cut_text, place(node));
        if (node.missing_glyphs > 0) add(Fault::missing_glyph, place(node));
        double const cap_mm = node.size_px * cap_height_em * double(m_tree.mm_per_px);
        bool const on_key = node.parent >= 0 && is_control(m_tree.nodes[std::size_t(node.parent)].role);
        double const least_mm = on_key ? m_limits.smallest_on_keys_mm : m_limits.smallest_text_mm;
        if (cap_mm < least_mm - 0.05) add(Fault::text_too_small, fmt::format("{}: {:.2f} mm", place(node), cap_mm));
        inside_its_key(node);
        for (std::size_t other = at + 1; other < m_tree.nodes.size(); ++other) {
            Node const& next = m_tree.nodes[other];
            bool const same_layer = is_words(next.role) && next.visible.h > 0 && next.visible.w > 0;
            PixelRect const shared = intersection(node.visible, next.visible);
            if (same_layer && shared.w > 1 && shared.h > node.size_px * 0.2F)
                add(Fault::overlap, fmt::format("{} and {}", place(node), place(next)));
        }
    }

    /// Words that stand out of the button or panel they were drawn in.
    void inside_its_key(Node const& node) {
        int at = node.parent;
        while (at >= 0 && is_group(m_tree.nodes[std::size_t(at)])) at = m_tree.nodes[std::size_t(at)].parent;
        if (at < 0) return;
        Node const& parent = m_tree.nodes[std::size_t(at)];
        if (parent.role == Role::scroll_area) return;
        int const slack = int(std::lround(0.5 / double(m_tree.mm_per_px)));
        bool const out = node.rect.x < parent.rect.x - slack || node.rect.right() > parent.rect.right() + slack ||
                         node.rect.y < parent.rect.y - slack || node.rect.bottom() > parent.rect.bottom() + slack;
        if (out) add(Fault::cut_text, fmt::format("{} stands out of {}", place(node), place(parent)));
    }

    void picture(Node const& node) {
        if (contrast_ratio(node.foreground, node.background) < picture_contrast)
            add(Fault::low_contrast, fmt::format("picture {}", place(node)));
    }

    /// An icon is held to what an image is held to.
    void decoration(Decoration const& icon) {
        Node const image{.role = Role::image,
                         .name = "icon",
                         .parent = icon.parent,
                         .rect = icon.rect,
                         .visible = icon.visible,
                         .foreground = icon.foreground,
                         .background = icon.background};
        on_screen(image);
        if (!can_be_seen(image)) return;
        if (wholly_visible(image)) picture(image);
        for (std::size_t over = icon.nodes_before; over < m_tree.nodes.size(); ++over)
            if (m_tree.nodes[over].role == Role::band &&
                !is_empty(intersection(icon.visible, m_tree.nodes[over].visible)))
                add(Fault::covered, fmt::format("{} by {}", place(image), place(m_tree.nodes[over])));
    }

    /// What scrolls may be above or below the screen for now; whether it can be brought there is Reach's question.
    void on_screen(Node const& node) {
        bool const in_scroll = scroll_area_of(node) != nullptr;
        bool const out = node.rect.x < 0 || node.rect.right() > m_limits.width_px ||
                         (!in_scroll && (node.rect.y < 0 || node.rect.bottom() > m_limits.height_px));
        if (out) add(Fault::off_screen, place(node));
    }

    /// Of what scrolls, the scroll area itself is held to it.
    void low_enough(Node const& node) {
        bool const touched = is_control(node.role) || node.role == Role::scroll_area;
        if (touched && scroll_area_of(node) == nullptr && node.rect.y < m_limits.touch_top_px)
            add(Fault::too_high, place(node));
    }

    /// Nothing that is drawn later may stand over it: no band, and no button or words that are not its own.
    void free(Node const& node, std::size_t at) {
        for (std::size_t over = at + 1; over < m_tree.nodes.size(); ++over) {
            Node const& other = m_tree.nodes[over];
            if (is_empty(intersection(node.visible, other.visible)) || stands_in(other, int(at))) continue;
            bool const band = other.role == Role::band;
            bool const words_on_a_key = is_control(node.role) && is_words(other.role);
            bool const key_on_words = is_words(node.role) && is_control(other.role);
            if (band || words_on_a_key || key_on_words)
                add(Fault::covered, fmt::format("{} by {}", place(node), place(other)));
        }
    }

    /// The ring around a control that has the focus is drawn beside it: nothing that is read or pressed stands there.
    void room_for_focus(Node const& node, std::size_t at) {
        constexpr double outside_rp = 8;
        int const outside = int(std::lround(outside_rp * m_limits.px_per_rp));
        PixelRect const ring{node.visible.x - outside, node.visible.y - outside, node.visible.w + 2 * outside,
                             node.visible.h + 2 * outside};
        for (Node const& other : m_tree.nodes) {
            bool const matters = (is_words(other.role) || is_control(other.role)) && can_be_seen(other);
            if (!matters || &other == &node || stands_in(other, int(at))) continue;
            PixelRect const shared = intersection(ring, inked(other));
            if (shared.w > 1 && shared.h > 1)
                add(Fault::no_room_for_focus, fmt::format("{} beside {}", place(node), place(other)));
        }
    }

    /// Of words, what letters cover: a line has air above and below them.
    [[nodiscard]] static PixelRect inked(Node const& node) {
        if (!is_words(node.role)) return node.visible;
        int const air = int(node.size_px * 0.3F);
        return {node.visible.x, node.visible.y + air, node.visible.w, node.visible.h - 2 * air};
    }

    [[nodiscard]] bool stands_in(Node const& node, int ancestor) const {
        for (int at = node.parent; at >= 0; at = m_tree.nodes[std::size_t(at)].parent)
            if (at == ancestor) return true;
        return false;
    }

    [[nodiscard]] Node const* scroll_area_of(Node const& node) const {
        for (int at = node.parent; at >= 0; at = m_tree.nodes[std::size_t(at)].parent)
            if (m_tree.nodes[std::size_t(at)].role == Role::scroll_area) return &m_tree.nodes[std::size_t(at)];
        return nullptr;
    }

    AccessibilityTree const& m_tree;
    Limits m_limits;
    std::vector<Finding> m_findings;
};

}  // namespace

std::vector<Finding> findings(AccessibilityTree const& tree, Limits const& limits) { return Audit(tree, limits).run(); }

void Reach::see(AccessibilityTree const& tree) {
    int const target = int(std::lround(target_mm / double(tree.mm_per_px)));
    for (Node const& node : tree.nodes) {
        if (!is_control(node.role)) continue;
        auto const enough = [&](int seen, int whole) { return seen > 0 && (seen >= target || seen * 2 >= whole); };
        bool const here = enough(node.visible.w, node.rect.w) && enough(node.visible.h, node.rect.h);
        m_reached[{node.id, node.name}] |= here;
    }
}

std::vector<Finding> Reach::findings() const {
    std::vector<Finding> found;
    for (auto const& [button, reached] : m_reached)
        if (!reached) found.push_back({Fault::out_of_reach, fmt::format("\"{}\"", button.second)});
    return found;
}

}  // namespace halte::audit
