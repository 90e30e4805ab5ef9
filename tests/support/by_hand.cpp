#include "by_hand.h"

#include <algorithm>

namespace halte::journeys {
namespace {

Pressing by_keypad(FocusOrder const& order, ControlId const& focus, ControlId const& control) {
    if (focus == control) return {KeyMeaning::activate, true};
    std::size_t const here = order.group_of(focus);
    std::size_t const there = order.group_of(control);
    if (here != there) return {here < there ? KeyMeaning::next_group : KeyMeaning::previous_group};
    auto const& group = order.groups()[here];
    bool const behind = std::ranges::find(group, focus) < std::ranges::find(group, control);
    return {behind ? KeyMeaning::next : KeyMeaning::previous};
}

/// Whether what has the focus is on the way to the control, so that the switch that acts is the right one.
std::optional<Pressing> by_switch(FocusOrder const& order, Focus const& focus, ControlId const& control) {
    auto const& group = order.groups()[order.group_of(focus.control)];
    bool const inside = std::ranges::count(group, control) > 0;
    if (focus.whole_group && inside) return Pressing{KeyMeaning::activate, group.size() == 1};
    if (!focus.whole_group && focus.control == control) return Pressing{KeyMeaning::activate, true};
    return std::nullopt;
}

}  // namespace

char const* name_of(Hand hand) {
    constexpr std::array names{"a finger", "a keypad", "two switches", "one switch"};
    return names.at(std::size_t(hand));
}

Switches switches_of(Hand hand) {
    if (hand == Hand::one_switch) return Switches::one;
    return hand == Hand::two_switches ? Switches::two : Switches::none;
}

std::optional<Pressing> next_pressing(Hand hand, AccessibilityTree const& tree, ControlId const& control) {
    bool const begins = tree.focus.control.words.empty();
    if (begins) return Pressing{hand == Hand::one_switch ? KeyMeaning::activate : KeyMeaning::next};
    FocusOrder const order(tree);
    if (hand == Hand::keypad) return by_keypad(order, tree.focus.control, control);
    auto const press = by_switch(order, tree.focus, control);
    if (press || hand == Hand::one_switch) return press;
    return Pressing{KeyMeaning::next};
}

}  // namespace halte::journeys
