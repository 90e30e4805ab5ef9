#pragma once
/// In which order keys and switches go through the controls of a frame: the reading order of its tree, in groups. Pure.

#include <halte/accessibility.h>

namespace halte {

enum class FocusWay { next, previous, next_group, previous_group };

class FocusOrder {
public:
    /// What stands together in the tree (the header, a list, a panel, the sill), and what stands between two of them,
    /// is a group; of many controls, each row of them is one.
    explicit FocusOrder(AccessibilityTree const& tree);

    using Group = std::vector<ControlId>;
    [[nodiscard]] std::vector<Group> const& groups() const { return m_groups; }
    [[nodiscard]] bool has(ControlId const& control) const;
    /// What a page begins with: what it says itself; else its first control that can be seen, whole, and is neither in
    /// the header nor in the sill: nothing that stands above it is skipped. Without one, the key that turns the page;
    /// without that, the first of all. No control where there is none.
    [[nodiscard]] ControlId first() const { return m_first; }
    /// One step from `from`, which must be there. Ends stop.
    [[nodiscard]] ControlId moved(ControlId const& from, FocusWay way) const;
    /// Index of the group that the control is in.
    [[nodiscard]] std::size_t group_of(ControlId const& control) const;

private:
    std::vector<Group> m_groups;
    ControlId m_first;
};

}  // namespace halte
