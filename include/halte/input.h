#pragma once
/// What somebody does at a terminal, as the window gives it to the frame loop: a finger on the screen, or a key with a
/// meaning. It knows no window, no widget and no visit. What of a finger counts as a contact,
/// src/canvas/touch_rules.h says, and of a key key_rules.h.

#include <halte/control_id.h>
#include <halte/keys.h>

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

/// A key with a meaning, going down or up. One that is held down goes down once.
struct KeyPress {
    KeyMeaning meaning = KeyMeaning::next;
    Instant at{};
    int code = 0;  ///< of the key (keys.h)
    bool down = true;
};

using Input = std::variant<Finger, KeyPress>;

/// What a finger, or time, came to.
struct Outcome {
    std::optional<ControlId> activated{};  ///< a control that was pressed and released
    std::optional<float> scrolled{};       ///< the scroll area's new offset, rp
    bool draw = false;                     ///< something looks different now
    bool contact = false;                  ///< a finger came down, and no broken contact went on
};

/// What comes when the finger that rests on a key is lifted.
struct Expected {
    ControlId key;
    Instant from{};  ///< until then the finger may as well begin to drag
    bool operator==(Expected const&) const = default;
};

inline Instant time_of(Input const& input) {
    return std::visit([](auto const& one) { return one.at; }, input);
}

}  // namespace halte
