#pragma once
/// From keys that go down and up to what a person meant: strokes. A trembling hand, a hand that stays on a key and a
/// key that is stuck meet here. Times in, strokes out: it knows no window, no screen and no visit.

#include <halte/input.h>

namespace halte {

struct Stroke {
    KeyMeaning meaning = KeyMeaning::next;
    bool repeated = false;  ///< the key is still held: it is no new sign of somebody
    bool operator==(Stroke const&) const = default;
};

class KeyRules {
public:
    explicit KeyRules(KeyPace const& pace) : m_pace(pace) {}
    /// Nothing for a key that goes up, for the second one of a double strike, for one that bounces when it is let go,
    /// and for one that comes down again without having gone up, as X repeats some by itself. Nor for a key that was
    /// struck 300 times without another one between: it is broken, and keeps no visit.
    std::optional<Stroke> feel(KeyPress const& key);
    /// What a held key comes to as time passes: those that move the focus repeat themselves; "back" that is held long
    /// enough leaves; the others do nothing.
    std::optional<Stroke> wait(Instant now);
    /// When wait() may next give something.
    [[nodiscard]] std::optional<Instant> next_change() const;
    /// Forgets what is held.
    void release() { m_held.reset(); }

private:
    struct Held {
        KeyPress key;
        Instant due{};
        Instant seen{};  ///< when it last came down
        int repeats = 0;
    };
    KeyPace m_pace;
    [[nodiscard]] bool is_no_stroke(KeyPress const& key);

    std::optional<KeyPress> m_last;  ///< that counted
    std::optional<KeyPress> m_last_up;
    int m_in_a_row = 0;  ///< strokes of that key
    std::optional<Held> m_held;
};

}  // namespace halte
