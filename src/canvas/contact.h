#pragma once
/// From what a touchscreen reports to what a finger did: a contact that breaks for a moment is one contact, a sample
/// far from all others is none, and a finger that comes down on a page that has only just appeared meant the one
/// before. Pixels and times in, contacts out; it knows no key and draws nothing.

#include <halte/input.h>

#include <optional>
#include <vector>

namespace halte {

/// What a contact may press, by when and where it came down.
enum class MayPress {
    any_key,
    exit_and_emergency,  ///< the page under it has only just appeared
    nothing              ///< it goes on from the contact before, which has pressed what it pressed
};

struct Contact {
    Finger finger;
    MayPress may_press = MayPress::any_key;  ///< of a finger that comes down
    bool is_new = false;                     ///< somebody's, or a broken screen's: not the rest of the one before
};

float distance(Finger const& first, Finger const& second);

class ContactRules {
public:
    /// Another page is on the screen since then.
    void page_shown(Instant at) { m_page_shown = at; }
    /// In order. Nothing for a sample that may be a wild one: the next report decides, and none of it is late, because
    /// a finger that is lifted is passed on at once.
    std::vector<Contact> feel(Finger const& finger, float px_per_mm);

private:
    [[nodiscard]] Contact down(Finger const& finger, float px_per_mm);
    [[nodiscard]] std::vector<Contact> move(Finger const& finger, float px_per_mm);
    [[nodiscard]] std::vector<Contact> up(Finger const& finger, float px_per_mm);
    [[nodiscard]] bool goes_on(Finger const& finger, float px_per_mm) const;
    [[nodiscard]] bool may_be_wild(Finger const& finger, float px_per_mm) const;
    /// Whether a sample that was held back is confirmed by the report after it.
    [[nodiscard]] bool is_confirmed(Finger const& suspect, Finger const& by) const;
    Contact accept(Finger const& finger, float px_per_mm);

    std::optional<Instant> m_page_shown;
    std::optional<Finger> m_lifted;   ///< where and when the last contact ended
    std::optional<Finger> m_suspect;  ///< a sample that may be wild
    Finger m_down;                    ///< where the contact began
    Finger m_last;                    ///< the last one passed on
    bool m_moving = false;            ///< it has left that place
};

}  // namespace halte
