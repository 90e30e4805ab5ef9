#include "balanced.h"

namespace halte {

float balanced_width(ScreenContext& screen, std::string const& words, Type const& type, float room) {
    constexpr int tries = 12;
    constexpr float first_share = 0.52F;
    constexpr float step_share = 0.04F;
    constexpr float two_lines = 2.1F;
    float const whole = screen.canvas.width_of(words, type);
    if (screen.tall_script() && whole <= room) return whole;
    float const highest = two_lines * screen.canvas.line_of(type);
    for (int step = 0; step < tries; ++step) {
        float const width = whole * (first_share + step_share * float(step));
        if (screen.canvas.height_of(width, words, type) <= highest && screen.canvas.fits(width, words, type))
            return width;
    }
    return whole;
}

}  // namespace halte
