#include "page_key.h"

#include <algorithm>
#include <optional>

namespace halte {
namespace {

constexpr float normal_icon = icon::frame;
constexpr float least_edge = space::snug;  ///< left and right of words, or above and below, together
constexpr float bar_above = 7;

/// An arrow; at the end it points to a bar, the top of the page.
void draw_arrow(ScreenContext& screen, Box const& box, bool at_end) {
    screen.canvas.icon(box, at_end ? "up" : "down", Colour::ink);
    constexpr float bar_share = 0.6F;
    Box const bar = centred_across(box, box.w * bar_share);
    if (at_end) screen.canvas.rule(bar.x, bar.y - 1, bar.w, Colour::ink);
}

/// Two lines of a tall script stand closer.
Type words_type(ScreenContext const& screen, TextSpacing spacing) {
    return {.role = TypeRole::button,
            .line_height = screen.tall_script() ? letters::tall_line : letters::close_line,
            .spacing = spacing};
}

/// "Down"; at the end "End" over "Up", where the key is high enough for both.
std::vector<std::string> words_of(ScreenContext& screen, Box const& box, Type const& type, bool at_end) {
    std::string const turn = screen.say(at_end ? "sill.up" : "sill.down");
    bool const both = at_end && 2 * screen.canvas.line_of(type) <= box.h - least_edge;
    return both ? std::vector{screen.say("sill.end"), turn} : std::vector{turn};
}

/// What stands beside the arrow.
struct WordsBeside {
    Type type;
    std::vector<std::string> lines;
    float width = 0;
};

/// Nothing where the key is too narrow for its words, as close as they are without more space.
std::optional<WordsBeside> words_beside(ScreenContext& screen, Box const& box, bool at_end) {
    float const room = box.w - normal_icon - space::m - 2 * space::xxl;
    for (TextSpacing const spacing : screen.spacings()) {
        Type const type = words_type(screen, spacing);
        WordsBeside beside{type, words_of(screen, box, type, at_end)};
        beside.width = largest(beside.lines, [&](auto const& words) { return screen.canvas.width_of(words, type); });
        if (beside.width <= room) return beside;
    }
    return std::nullopt;
}

/// The arrow beside its words.
void draw_beside(ScreenContext& screen, Box const& box, WordsBeside const& beside, bool at_end) {
    Canvas& canvas = screen.canvas;
    float const line = canvas.line_of(beside.type);
    Row row(centred_across(face(box, lip::frame), normal_icon + space::m + beside.width), space::m);
    draw_arrow(screen, centred(row.start(normal_icon), normal_icon), at_end);
    Flow flow(centred(row.rest(), line * float(beside.lines.size())));
    for (std::string const& words : beside.lines) canvas.words(flow.take(line), words, beside.type);
}

/// A narrow key: the arrow alone, and at the end that word under it where it fits.
void draw_narrow(ScreenContext& screen, Box const& box, bool at_end) {
    Canvas& canvas = screen.canvas;
    std::string const end = screen.say("sill.end");
    constexpr float line_height = 1.2F;
    Type type{.role = TypeRole::caption, .line_height = screen.tall_script() ? letters::tall_line : line_height};
    if (canvas.width_of(end, type) > box.w - least_edge) type.spacing = TextSpacing::usual;
    float const line = canvas.line_of(type);
    float const width = canvas.width_of(end, type);
    bool const worded = at_end && width <= box.w - least_edge;
    float const icon = worded ? std::min(normal_icon, box.h - line - bar_above - space::roomy) : normal_icon;
    Box const lowered{box.x, box.y + (at_end ? bar_above / 2 : 0), box.w, box.h};
    Flow flow(centred(face(lowered, lip::frame), worded ? icon + line : icon));
    draw_arrow(screen, centred_across(flow.take(icon), icon), at_end);
    if (worded) canvas.words(centred_across(flow.take(line), width), end, type);
}

}  // namespace

void draw_page_key(ScreenContext& screen) {
    Canvas& canvas = screen.canvas;
    if (canvas.scroll_most() <= 1) return;
    Box const box = canvas.theme().page_down();
    bool const at_end = canvas.scroll_left() <= 1;
    auto const beside = words_beside(screen, box, at_end);
    std::string const turn = screen.say(at_end ? "sill.up" : "sill.down");
    std::string const name = at_end ? screen.say("sill.end_of_page") + " " + turn : turn;
    canvas.key(box, {.name = name, .id = {"turn-page"}, .turns_page = true}, [&] {
        if (beside)
            draw_beside(screen, box, *beside, at_end);
        else
            draw_narrow(screen, box, at_end);
    });
}

}  // namespace halte
