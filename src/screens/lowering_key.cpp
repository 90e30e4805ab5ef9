#include "lowering_key.h"

#include <algorithm>

#include "balanced.h"

namespace halte {
namespace {

constexpr float tick = icon::badge;
constexpr float edge = space::tight;  ///< beside words under the icon
constexpr char const* drawing = "keys-low";

/// Icon, words in one line or two, and room for the tick, so that no word moves when the key is touched.
struct Beside {
    float side = icon::frame;
    float gap = space::s;
    float pad = space::m;
    Type words{.role = TypeRole::button};

    [[nodiscard]] float room(float width) const { return width - 2 * pad - side - tick - 2 * gap; }
};

bool fits(ScreenContext& screen, Box const& box, std::string const& words, Beside const& look) {
    float const room = look.room(box.w);
    return room > 0 && screen.canvas.fits(room, words, look.words) &&
           screen.canvas.height_of(room, words, look.words) <= face(box, lip::frame).h - 2 * edge;
}

void draw_beside(ScreenContext& screen, Box const& box, std::string const& words, Beside const& look) {
    Canvas& canvas = screen.canvas;
    float const text = std::min(look.room(box.w), balanced_width(screen, words, look.words, look.room(box.w)));
    Row row(centred_across(face(box, lip::frame), box.w - look.room(box.w) + text - 2 * look.pad), look.gap);
    canvas.icon(centred(row.start(look.side), look.side), drawing, Colour::ink);
    Box const end = row.end(tick);
    canvas.words(centred(row.rest(), canvas.height_of(row.rest().w, words, look.words)), words, look.words);
    if (canvas.theme().low()) canvas.icon(centred(end, tick), "check", Colour::accent);
}

Type type_below() {
    constexpr float line = 1.15F;
    return {.role = TypeRole::caption, .alignment = Alignment::centre, .line_height = line};
}

/// Under the icon, in at most two lines.
bool fits_below(ScreenContext& screen, Box const& box, std::string const& words) {
    float const room = box.w - 2 * edge;
    float const height = screen.canvas.height_of(room, words, type_below());
    return screen.canvas.fits(room, words, type_below()) &&
           icon::section + height <= face(box, lip::frame).h - 2 * edge;
}

/// A narrow key: the icon, beside it the tick, and the words below where there is room for them.
void draw_narrow(ScreenContext& screen, Box const& box, std::string const& words) {
    Canvas& canvas = screen.canvas;
    bool const worded = !words.empty() && fits_below(screen, box, words);
    float const side = worded ? icon::section : icon::frame;
    Box const room = inset(face(box, lip::frame), edge, 0);
    float const text = worded ? canvas.height_of(room.w, words, type_below()) : 0;
    Flow flow(centred(room, side + text));
    bool const low = canvas.theme().low();
    float const small_tick = std::min(tick, room.w - side);
    Row row(centred_across(flow.take(side), side + (low ? small_tick : 0)));
    canvas.icon(row.start(side), drawing, Colour::ink);
    if (low) canvas.icon(centred(row.rest(), small_tick), "check", Colour::accent);
    if (worded) canvas.words(flow.take(text), words, type_below());
}

/// In the visitor's language; nothing where it has none yet: foreign words would put a note on every page.
std::string own_words(ScreenContext& screen, Text const& text) {
    return text.language == screen.visit.language ? screen.read(text) : std::string();
}

}  // namespace

void draw_lowering_key(ScreenContext& screen) {
    Theme const& theme = screen.canvas.theme();
    Box const box = theme.lowering();
    Text const text = screen.directory.phrase("sill.low", screen.viewpoint);
    std::string const words = own_words(screen, text);
    Key const key{.name = text.words,
                  .id = screen.act(ChooseReach{theme.low() ? Reach::everywhere : Reach::low}),
                  .look = theme.low() ? KeyLook::chosen : KeyLook::plain,
                  .is_one_of = true};
    Beside look;
    look.words.line_height = screen.tall_script() ? letters::tall_line : letters::close_line;
    screen.canvas.key(box, key, [&] {
        if (!words.empty() && fits(screen, box, words, look))
            draw_beside(screen, box, words, look);
        else
            draw_narrow(screen, box, words);
    });
}

}  // namespace halte
