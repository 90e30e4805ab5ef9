#include "contact.h"

#include <cmath>
#include <utility>

namespace halte {
namespace {

// People who touch twice do so within a third of a second, and nobody reads a page in less.
constexpr Milliseconds page_is_new{350};
// A glass that loses a finger finds it again within some 50 ms, where it was. No hand is that fast.
constexpr Milliseconds longest_break{60};
constexpr float break_mm = 6;
// At sixty reports a second a finger that slides so far between two of them moves at two metres a second; and none that
// rested starts that fast.
constexpr float wild_mm = 30;
constexpr float wild_from_rest_mm = 8;
// A place where the pointer has rested for so long is where the finger is.
constexpr Milliseconds settled{120};

}  // namespace

float distance(Finger const& first, Finger const& second) { return std::hypot(first.x - second.x, first.y - second.y); }

std::vector<Contact> ContactRules::feel(Finger const& finger, float px_per_mm) {
    switch (finger.phase) {
        case FingerPhase::down:
            return {down(finger, px_per_mm)};
        case FingerPhase::move:
            return move(finger, px_per_mm);
        case FingerPhase::up:
            break;
    }
    return up(finger, px_per_mm);
}

bool ContactRules::goes_on(Finger const& finger, float px_per_mm) const {
    return m_lifted && finger.at - m_lifted->at <= longest_break && distance(finger, *m_lifted) <= break_mm * px_per_mm;
}

Contact ContactRules::down(Finger const& finger, float px_per_mm) {
    m_suspect.reset();
    m_down = m_last = finger;
    m_moving = false;
    if (goes_on(finger, px_per_mm)) return {finger, MayPress::nothing, false};
    bool const on_a_new_page = m_page_shown && finger.at < *m_page_shown + page_is_new;
    return {finger, on_a_new_page ? MayPress::exit_and_emergency : MayPress::any_key, true};
}

bool ContactRules::is_confirmed(Finger const& suspect, Finger const& by) const {
    return by.at - suspect.at > settled || distance(by, suspect) < distance(by, m_last);
}

bool ContactRules::may_be_wild(Finger const& finger, float px_per_mm) const {
    return distance(finger, m_last) > (m_moving ? wild_mm : wild_from_rest_mm) * px_per_mm;
}

Contact ContactRules::accept(Finger const& finger, float px_per_mm) {
    m_moving = m_moving || distance(finger, m_down) > wild_from_rest_mm * px_per_mm;
    m_last = finger;
    return {finger};
}

std::vector<Contact> ContactRules::move(Finger const& finger, float px_per_mm) {
    std::vector<Contact> contacts;
    std::optional<Finger> const suspect = std::exchange(m_suspect, std::nullopt);
    if (suspect && is_confirmed(*suspect, finger)) contacts.push_back(accept(*suspect, px_per_mm));
    if (may_be_wild(finger, px_per_mm))
        m_suspect = finger;
    else
        contacts.push_back(accept(finger, px_per_mm));
    return contacts;
}

/// The pointer is lifted where it was last, which may be where a wild sample has put it.
std::vector<Contact> ContactRules::up(Finger const& finger, float px_per_mm) {
    std::vector<Contact> contacts;
    std::optional<Finger> const suspect = std::exchange(m_suspect, std::nullopt);
    if (suspect && finger.at - suspect->at > settled) contacts.push_back(accept(*suspect, px_per_mm));
    Finger lifted = finger;
    if (may_be_wild(finger, px_per_mm)) {
        lifted.x = m_last.x;
        lifted.y = m_last.y;
    }
    m_lifted = m_last = lifted;
    contacts.push_back({lifted});
    return contacts;
}

}  // namespace halte
