#pragma once
/// Everything at once that bored fingers can do to a terminal with a keyboard forgotten on it: chords of keys, those
/// above all by which other programs end or screens are left, taps, five fingers, and drags over the screen's edges.

#include <random>
#include <vector>

#include "inputtest.h"

namespace halte::rig {

/// In pixels, which may lie beyond the edges.
struct Place {
    double x = 0;
    double y = 0;
};

class Storm {
public:
    /// Taps fall more often on `keys`, the places of buttons, so that visits begin and end meanwhile.
    Storm(Touchscreen& screen, Keyboard& keyboard, unsigned seed, std::vector<Place> keys);
    /// At full speed. Afterwards no key is pressed and no finger is on the screen.
    void rage(int chords);

private:
    int between(int least, int most) { return std::uniform_int_distribution<int>(least, most)(m_random); }
    Place somewhere();
    Place beyond_an_edge();
    void chord();
    void tap();
    void five_fingers();
    void drag_over_an_edge();

    Touchscreen& m_screen;
    Keyboard& m_keyboard;
    std::mt19937 m_random;
    std::vector<Place> m_keys;
};

}  // namespace halte::rig
