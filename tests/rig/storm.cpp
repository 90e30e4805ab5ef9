#include "storm.h"

#include <array>

namespace halte::rig {
namespace {

// X's numbers of keys are those of the kernel and 8.
constexpr std::array modifiers{37, 105, 50, 62, 64, 108, 133, 134};  // Control, Shift, Alt and Super, left and right
constexpr std::array ways_out{
    67,  68,  69,  70,  71,  72,  73,  74,  75,  76,  95, 96,  // F1 to F12
    9,   22,  23,  36,  107, 119, 127, 135,            // Escape, Backspace, Tab, Enter, Print, Delete, Pause, Menu
    63,  82,  86,  106,                                // the keypad's signs, which free grabs and change modes
    121, 122, 123, 171, 172, 173, 174,                 // sound and media
    124, 148, 150, 152, 163, 179, 180, 225, 232, 233,  // power, calculator, sleep, browser, mail, brightness
};

// Those of keypads (F17 to F24, the block of digits) and the arrows, by which a visit is led.
constexpr std::array hands{195, 196, 197, 198, 199, 200, 201, 202, 80,  83,  84, 85,
                           88,  90,  104, 65,  111, 112, 113, 114, 116, 117, 23, 36};

template <std::size_t size>
int one_of(std::array<int, size> const& codes, std::mt19937& random) {
    return codes[std::uniform_int_distribution<std::size_t>(0, size - 1)(random)];
}

}  // namespace

Storm::Storm(Touchscreen& screen, Keyboard& keyboard, unsigned seed, std::vector<Place> keys)
    : m_screen(screen), m_keyboard(keyboard), m_random(seed), m_keys(std::move(keys)) {}

void Storm::rage(int chords) {
    for (int done = 0; done < chords; ++done) {
        chord();
        int const luck = between(0, 15);
        if (luck < 5) tap();
        if (luck == 5) five_fingers();
        if (luck == 6) drag_over_an_edge();
        m_keyboard.sync();
        m_screen.sync();
    }
}

void Storm::chord() {
    std::vector<int> codes;
    for (int count = between(0, 3); count > 0; --count) codes.push_back(one_of(modifiers, m_random));
    for (int count = between(1, 2); count > 0; --count)
        codes.push_back(between(0, 1) == 0 ? one_of(ways_out, m_random) : between(9, 255));
    // The keys of hands come alone: with a modifier they mean nothing.
    if (between(0, 2) == 0) codes = {one_of(hands, m_random)};
    for (int const code : codes) m_keyboard.key(code, true);
    for (auto code = codes.rbegin(); code != codes.rend(); ++code) m_keyboard.key(*code, false);
}

Place Storm::somewhere() {
    if (!m_keys.empty() && between(0, 3) == 0) return m_keys[std::size_t(between(0, int(m_keys.size()) - 1))];
    return {double(between(0, m_screen.width_px() - 1)), double(between(0, m_screen.height_px() - 1))};
}

Place Storm::beyond_an_edge() {
    Place point = somewhere();
    int const edge = between(0, 3);
    if (edge == 0) point.x = -between(1, 200);
    if (edge == 1) point.x = m_screen.width_px() + between(0, 200);
    if (edge == 2) point.y = -between(1, 200);
    if (edge == 3) point.y = m_screen.height_px() + between(0, 200);
    return point;
}

void Storm::tap() {
    Place const at = somewhere();
    std::uint32_t const finger = m_screen.another_finger();
    m_screen.touch(finger, Contact::begins, at.x, at.y);
    m_screen.touch(finger, Contact::ends, at.x, at.y);
}

void Storm::five_fingers() {
    std::array<std::uint32_t, 5> fingers{};
    std::array<Place, 5> places{};
    for (std::size_t one = 0; one < fingers.size(); ++one) {
        fingers[one] = m_screen.another_finger();
        places[one] = somewhere();
        m_screen.touch(fingers[one], Contact::begins, places[one].x, places[one].y);
    }
    for (std::size_t one = 0; one < fingers.size(); ++one) {
        places[one] = somewhere();
        m_screen.touch(fingers[one], Contact::moves, places[one].x, places[one].y);
    }
    for (std::size_t one = 0; one < fingers.size(); ++one)
        m_screen.touch(fingers[one], Contact::ends, places[one].x, places[one].y);
}

void Storm::drag_over_an_edge() {
    Place const from = between(0, 1) == 0 ? somewhere() : beyond_an_edge();
    Place const to = beyond_an_edge();
    std::uint32_t const finger = m_screen.another_finger();
    m_screen.touch(finger, Contact::begins, from.x, from.y);
    constexpr int steps = 5;
    for (int step = 1; step <= steps; ++step)
        m_screen.touch(finger, Contact::moves, from.x + (to.x - from.x) * step / steps,
                       from.y + (to.y - from.y) * step / steps);
    m_screen.touch(finger, Contact::ends, to.x, to.y);
}

}  // namespace halte::rig
