#include "legend.h"

#include <vector>

namespace halte {
namespace {

constexpr float cap_side = 60;  ///< of the picture of a key
constexpr float cap_corner = 14;

struct Hint {
    std::string_view icon;
    std::string words;
};

/// With one switch there is one thing to know; with two, two.
std::vector<Hint> hints_of(ScreenContext& screen) {
    if (screen.terminal.switches == Switches::one) return {{"key-do", screen.say("keys.one_switch")}};
    std::vector<Hint> hints{{"key-move", screen.say("keys.choose")}, {"key-do", screen.say("keys.open")}};
    if (screen.terminal.switches == Switches::none) hints.push_back({"back", screen.say("header.back")});
    return hints;
}

void draw_cap(ScreenContext& screen, Box const& box, std::string_view icon) {
    screen.canvas.panel(box, cap_corner, Colour::card,
                        [&] { screen.canvas.icon(centred(box, icon::fact, icon::fact), icon, Colour::ink); });
}

/// In one line, smaller where it has no room.
void draw_hint(ScreenContext& screen, Box const& box, Hint const& hint) {
    Canvas& canvas = screen.canvas;
    Row row(box, space::m);
    draw_cap(screen, centred(row.start(cap_side), cap_side), hint.icon);
    Box const room = row.rest();
    Type const type = canvas.squeezed(room, hint.words, {.role = TypeRole::body});
    canvas.words(centred(room, canvas.height_of(room.w, hint.words, type)), hint.words, type);
}

}  // namespace

Box draw_legend(ScreenContext& screen, Box const& column) {
    constexpr float height = 84;
    constexpr float gap = space::m;  ///< above and below it
    constexpr float least_left = 560;
    float const left = column.h - height - 2 * gap;
    if (!screen.visit.here().by_keys || screen.shape() == ShapeClass::small || left < least_left) return column;
    Box const box{column.x, column.y + left + gap, column.w, height};
    std::vector<Hint> const hints = hints_of(screen);
    screen.canvas.panel(box, corner::panel, Colour::tint, [&] {
        Box const inside = inset(box, space::xxl, 0);
        Tiles const tiles = Tiles::across(inside, int(hints.size()), space::xl);
        tiles.each(hints, [&](Box const& place, Hint const& hint) { draw_hint(screen, place, hint); });
    });
    return {column.x, column.y, column.w, left};
}

float draw_key_row(ScreenContext& screen, Box const& box, std::string_view icon, std::string const& words) {
    Canvas& canvas = screen.canvas;
    Type const type{.role = TypeRole::body};
    Row row(without_height(box), space::l);
    Box cap = row.start(cap_side);
    float const text = canvas.height_of(row.rest().w, words, type);
    Box const whole{box.x, box.y, box.w, std::max(cap_side, text)};
    cap.h = cap_side;
    draw_cap(screen, cap, icon);
    Box place = row.rest();
    place.h = whole.h;
    canvas.words(centred(place, text), words, type);
    return whole.h;
}

}  // namespace halte
