#include <halte/base.h>
#include <halte/focus_order.h>

#include <algorithm>

namespace halte {
namespace {

constexpr std::size_t many_controls = 7;

bool holds_together(Role role) {
    return role == Role::header || role == Role::list || role == Role::panel || role == Role::band;
}

/// The outermost node around it that holds together; else the scroll area, or -1 for the screen.
int container_of(AccessibilityTree const& tree, Node const& node) {
    int container = -1;
    for (int at = node.parent; at >= 0; at = tree.nodes[std::size_t(at)].parent) {
        Role const role = tree.nodes[std::size_t(at)].role;
        if (holds_together(role) || (role == Role::scroll_area && container < 0)) container = at;
    }
    return container;
}

bool is_aside(AccessibilityTree const& tree, int container) {
    if (container < 0) return false;
    Role const role = tree.nodes[std::size_t(container)].role;
    return role == Role::header || role == Role::band;
}

using Controls = std::vector<Node const*>;

/// How many controls stand together, those of a long list included that are not drawn.
std::size_t together(AccessibilityTree const& tree, int container, Controls const& controls) {
    std::size_t const all = container < 0 ? 0 : std::size_t(tree.nodes[std::size_t(container)].items);
    return std::max(all, controls.size());
}

/// All of them; each row of them, beside each other, where there are many.
std::vector<Controls> groups_of(Controls const& controls, std::size_t together) {
    if (together <= many_controls) return {controls};
    std::vector<Controls> rows;
    for (Node const* const control : controls) {
        bool const beside = !rows.empty() && control->rect.y < rows.back().front()->rect.bottom() &&
                            rows.back().front()->rect.y < control->rect.bottom();
        if (!beside) rows.emplace_back();
        rows.back().push_back(control);
    }
    return rows;
}

FocusOrder::Group ids_of(Controls const& controls) {
    FocusOrder::Group group;
    for (Node const* const control : controls) group.push_back(control->id);
    return group;
}

}  // namespace

FocusOrder::FocusOrder(AccessibilityTree const& tree) {
    std::vector<std::pair<int, Controls>> runs;
    ControlId page_key;
    ControlId chosen;
    for (Node const& node : tree.nodes) {
        if (!is_control(node.role) || node.rect.w <= 0 || node.rect.h <= 0) continue;
        int const container = container_of(tree, node);
        if (runs.empty() || runs.back().first != container) runs.emplace_back(container, Controls{});
        runs.back().second.push_back(&node);
        if (node.turns_page) page_key = node.id;
        if (node.begins) chosen = node.id;
        bool const whole = node.visible == node.rect;
        if (m_first.words.empty() && whole && !is_aside(tree, container)) m_first = node.id;
    }
    for (auto const& [container, controls] : runs)
        for (Controls const& group : groups_of(controls, together(tree, container, controls)))
            m_groups.push_back(ids_of(group));
    if (!chosen.words.empty()) m_first = chosen;
    if (m_first.words.empty()) m_first = page_key;
    if (m_first.words.empty() && !m_groups.empty()) m_first = m_groups.front().front();
}

bool FocusOrder::has(ControlId const& control) const {
    return std::ranges::any_of(m_groups, [&](Group const& group) { return std::ranges::count(group, control) > 0; });
}

std::size_t FocusOrder::group_of(ControlId const& control) const {
    auto const found =
        std::ranges::find_if(m_groups, [&](Group const& group) { return std::ranges::count(group, control) > 0; });
    must(found != m_groups.end());
    return std::size_t(found - m_groups.begin());
}

ControlId FocusOrder::moved(ControlId const& from, FocusWay way) const {
    std::size_t const at = group_of(from);
    Group const& group = m_groups[at];
    auto const in_group = std::ranges::find(group, from) - group.begin();
    bool const is_last_group = at + 1 == m_groups.size();
    switch (way) {
        case FocusWay::next:
            if (in_group + 1 < std::ssize(group)) return group[std::size_t(in_group) + 1];
            return is_last_group ? from : m_groups[at + 1].front();
        case FocusWay::previous:
            if (in_group > 0) return group[std::size_t(in_group) - 1];
            return at == 0 ? from : m_groups[at - 1].back();
        case FocusWay::next_group:
            return is_last_group ? from : m_groups[at + 1].front();
        case FocusWay::previous_group:
            if (in_group > 0) return group.front();
            return at == 0 ? from : m_groups[at - 1].front();
    }
    return from;
}

}  // namespace halte
