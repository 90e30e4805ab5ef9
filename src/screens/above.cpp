#include "above.h"

namespace halte {
namespace {

Box upper_part(ScreenContext const& screen) {
    Theme const& theme = screen.canvas.theme();
    float const edge = theme.compact() ? space::xs : space::xl;
    Box const header = theme.header();
    return {header.x, edge, header.w, theme.touch_top() - 2 * edge};
}

}  // namespace

bool draw_above(ScreenContext& screen, std::function<float(Box const&)> const& words) {
    if (!screen.canvas.theme().low()) return false;
    Box const part = upper_part(screen);
    float const height = screen.canvas.measure([&] { return words(part); });
    if (height > part.h) return false;
    words({part.x, part.bottom() - height, part.w, height});
    return true;
}

float title_size_above(ScreenContext const& screen) {
    constexpr float in_portrait = 64;
    constexpr float in_landscape = 60;
    constexpr float on_small_screens = 52;
    switch (screen.shape()) {
        case ShapeClass::portrait:
            return in_portrait;
        case ShapeClass::landscape:
            return in_landscape;
        case ShapeClass::small:
            break;
    }
    return on_small_screens;
}

/// No larger than in the header: it may say what happened, and is read from behind.
bool draw_title_above(ScreenContext& screen, Title const& title) {
    Type type{.role = TypeRole::where, .heading = true};
    if (!title.name_language.empty()) type = name_type(type, screen.written_in(title.name_language));
    if (!screen.canvas.fits(upper_part(screen).w, title.words, type)) return false;
    return draw_above(screen, [&](Box const& box) { return screen.canvas.words(box, title.words, type); });
}

}  // namespace halte
