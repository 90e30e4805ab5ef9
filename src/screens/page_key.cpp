#include "page_key.h"

#include <algorithm>

namespace halte {
namespace {

constexpr float normal_icon = 44;
constexpr float bar_above = 7;

/// An arrow; at the end it points to a bar, the top of the page.
void draw_arrow(Stage& stage, Box const& box, bool at_end) {
    stage.canvas.icon(box, at_end ? "up" : "down", Colour::ink);
    if (at_end) stage.canvas.rule(box.x + box.w * 0.2F, box.y - 1, box.w * 0.6F, Colour::ink);
}

/// Two lines of a tall script stand closer.
Type words_type(Stage const& stage) {
    return {.role = TypeRole::button, .line_height = stage.tall_script() ? 1.5F : 1.24F};
}

/// "Down"; at the end "End" over "Up", where the key is high enough for both.
std::vector<std::string> words_of(Stage& stage, Box const& box, bool at_end) {
    std::string const turn = stage.say(at_end ? "sill.up" : "sill.down");
    bool const both = at_end && 2 * stage.canvas.line_of(words_type(stage)) <= box.h - 14;
    return both ? std::vector{stage.say("sill.end"), turn} : std::vector{turn};
}

/// The arrow beside its words.
void draw_beside(Stage& stage, Box const& box, std::vector<std::string> const& lines, float text, bool at_end) {
    Canvas& canvas = stage.canvas;
    Type const type = words_type(stage);
    float const line = canvas.line_of(type);
    float const middle = box.y + box.h / 2 - 1;
    float const x = box.x + (box.w - normal_icon - 16 - text) / 2;
    draw_arrow(stage, {x, middle - normal_icon / 2, normal_icon, normal_icon}, at_end);
    float y = middle - line * float(lines.size()) / 2;
    for (std::string const& words : lines) {
        canvas.words({x + normal_icon + 16, y, text, line}, words, type);
        y += line;
    }
}

/// A narrow key: the arrow alone, and at the end that word under it where it fits.
void draw_narrow(Stage& stage, Box const& box, bool at_end) {
    Canvas& canvas = stage.canvas;
    std::string const end = stage.say("sill.end");
    Type const type{.role = TypeRole::caption, .line_height = stage.tall_script() ? 1.5F : 1.2F};
    float const line = canvas.line_of(type);
    float const width = canvas.width_of(end, type);
    bool const worded = at_end && width <= box.w - 14;
    float const icon = worded ? std::min(normal_icon, box.h - line - bar_above - 18) : normal_icon;
    float const height = worded ? icon + line : icon;
    float const y = box.y + (box.h - height) / 2 - 1 + (at_end ? bar_above / 2 : 0);
    draw_arrow(stage, {box.x + (box.w - icon) / 2, y, icon, icon}, at_end);
    if (worded) canvas.words({box.x + (box.w - width) / 2, y + icon, width, line}, end, type);
}

}  // namespace

void draw_page_key(Stage& stage) {
    Canvas& canvas = stage.canvas;
    if (canvas.scroll_most() <= 1) return;
    Box const box = canvas.theme().page_down();
    bool const at_end = canvas.scroll_left() <= 1;
    std::vector<std::string> const lines = words_of(stage, box, at_end);
    float text = 0;
    for (std::string const& words : lines) text = std::max(text, canvas.width_of(words, {.role = TypeRole::button}));
    bool const beside = box.w >= 28 + normal_icon + 16 + text + 28;
    std::string const name = at_end ? stage.say("sill.end_of_page") + " " + lines.back() : lines.back();
    canvas.key(box, {.name = name, .id = {"turn-page"}, .turns_page = true}, [&] {
        if (beside)
            draw_beside(stage, box, lines, text, at_end);
        else
            draw_narrow(stage, box, at_end);
    });
}

}  // namespace halte
