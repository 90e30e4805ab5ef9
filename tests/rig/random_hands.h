#pragma once
/// Random hands, for tests that play visit after visit. They look at the screen's picture only, so that they can play
/// on a program that writes no accessibility tree.

#include <random>
#include <vector>

#include "kiosk.h"

namespace halte::rig {

/// What stands at the same place in every visit.
struct KeyPlaces {
    Picture welcome;  ///< of a first start
    Point language;
    Point exit;
    Point exit_corner;  ///< its upper left one
};
/// On a kiosk that was just started. The visit stays open.
KeyPlaces find_places(Kiosk& kiosk);
/// On a kiosk of its own, which has ended by then.
KeyPlaces find_places();

struct Motion {
    enum class Kind { tap, down, move, up, rest };
    Kind kind = Kind::rest;
    Point at = {};
};
void play(Motion const& motion);
void play(std::vector<Motion> const& motions);

class RandomHands {
public:
    /// With the same seed the hands do the same again.
    RandomHands(std::uint32_t seed, KeyPlaces const& places) : m_random(seed), m_places(places) {}

    [[nodiscard]] KeyPlaces const& places() const { return m_places; }
    int between(int least, int most) { return least + int(m_random() % unsigned(most - least + 1)); }
    void rest_up_to(int milliseconds) { rest(Milliseconds(between(0, milliseconds))); }
    /// So many, or a few more to end a drag. Mostly taps, and now and then a drag, which may be short, wild or
    /// sideways.
    std::vector<Motion> motions(int least, int most);
    [[nodiscard]] bool see_the_welcome() const { return rig().look() == m_places.welcome; }

private:
    /// Anywhere on the screen but on the key that leaves: every visit is to last until its end is wanted.
    Point place();
    void add_drag(std::vector<Motion>& motions);

    std::mt19937 m_random;
    KeyPlaces const& m_places;
};

}  // namespace halte::rig
