#pragma once
/// What somebody does at a terminal, as the window gives it to the frame loop: a finger on the screen, or a key with a
/// meaning. It knows no window, no widget and no visit. What of a finger counts as a contact,
/// src/canvas/touch_rules.h says.

#include <halte/clock.h>

#include <variant>

namespace halte {

/// A finger, in pixels.
enum class FingerPhase { down, move, up };
struct Finger {
    FingerPhase phase = FingerPhase::down;
    float x = 0;
    float y = 0;
    Instant at{};
};

/// What a key of a keyboard or of a tactile keypad is for, whatever is printed on it.
enum class KeyMeaning {
    next,
    previous,
    next_group,
    previous_group,
    activate,
    back,
    leave,
    help,
    again,
    louder,
    quieter
};
/// A key that went down. One that is held down goes down once.
struct KeyPress {
    KeyMeaning meaning = KeyMeaning::next;
    Instant at{};
};

using Input = std::variant<Finger, KeyPress>;

inline Instant time_of(Input const& input) {
    return std::visit([](auto const& one) { return one.at; }, input);
}

}  // namespace halte
