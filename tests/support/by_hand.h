#pragma once
/// How somebody comes to a control with what they have: a finger, a keypad, two switches or one. Pure: it is given the
/// tree of what is on the screen.

#include <halte/focus_order.h>
#include <halte/keys.h>

#include <array>
#include <optional>

namespace halte::journeys {

enum class Hand { finger, keypad, two_switches, one_switch };
inline constexpr std::array hands_with_keys{Hand::keypad, Hand::two_switches, Hand::one_switch};

char const* name_of(Hand hand);
Switches switches_of(Hand hand);

struct Pressing {
    KeyMeaning meaning = KeyMeaning::next;
    bool is_the_last = false;  ///< it presses the control itself
};
/// The next key or switch on the way to that control, which must be there. Nothing while somebody with one switch waits
/// for the focus to come by.
std::optional<Pressing> next_pressing(Hand hand, AccessibilityTree const& tree, ControlId const& control);

}  // namespace halte::journeys
