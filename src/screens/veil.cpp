#include <algorithm>

#include "list.h"

namespace halte {
namespace {

struct Choice {
    char const* icon;
    std::string label;
    What what;
};

void draw_choice(Stage& stage, Box const& box, Choice choice) {
    Canvas& canvas = stage.canvas;
    constexpr float icon = 60;
    Type const type{.role = TypeRole::title, .size = 40.0F};
    float const text = std::min(canvas.width_of(choice.label, type), box.w - icon - 36 - 48);
    float const height = canvas.height_of(text, choice.label, type);
    Key const key{.name = choice.label, .action = stage.act(std::move(choice.what)), .radius = 28};
    canvas.key(box, key, [&] {
        float const x = box.x + (box.w - icon - 36 - text) / 2;
        float const middle = box.y + box.h / 2 - 2;
        canvas.icon({x, middle - icon / 2, icon, icon}, choice.icon, Colour::accent);
        canvas.words({x + icon + 36, middle - height / 2, text, height}, choice.label, type);
    });
}

void draw_countdown(Stage& stage, float centre, float y, int left) {
    Canvas& canvas = stage.canvas;
    constexpr float side = 152;
    float const whole = std::max(1.0F, float(stage.visit.pace.countdown.count()) / 1000);
    canvas.ring({centre - side / 2, y, side, side}, float(left) / whole, 8, [&] {
        Type const number{.role = TypeRole::title, .alignment = Alignment::centre, .size = 60.0F, .digits = true};
        float const line = canvas.line_of(number);
        canvas.words({centre - side / 2, y + (side - line) / 2, side, line}, std::to_string(left), number);
    });
}

}  // namespace

/// Everything is covered at once. Two equal keys; nothing else on it does anything.
void draw_veil(Stage& stage) {
    Canvas& canvas = stage.canvas;
    Theme const& theme = canvas.theme();
    bool const tall = stage.shape() == ShapeClass::portrait;
    canvas.landscape(picture_scale(stage.shape()));
    int const left = seconds_left(stage.visit, stage.moment.now);
    float const centre = theme.width() / 2;
    bool const roomy = stage.shape() != ShapeClass::small;
    float y = tall ? 260 : stage.shape() == ShapeClass::small ? 36 : 70;
    draw_countdown(stage, centre, y, left);
    y += 152 + (roomy ? 30 : 16);
    Box const line{theme.content().x, y, theme.content().w, 0};
    Type const title{.role = TypeRole::title, .alignment = Alignment::centre};
    Type const soft{.role = TypeRole::lead, .colour = Colour::ink_soft, .alignment = Alignment::centre};
    y += canvas.words(line, stage.say("veil.title"), title) + (roomy ? 8 : 0);
    y += canvas.words({line.x, y, line.w, 0}, stage.say("veil.left", {{"seconds", std::to_string(left)}}), soft) +
         (roomy ? 52 : 20);
    float const gap = 40;
    float const width = std::min(580.0F, (theme.content().w - gap) / 2);
    float const height = std::min(roomy ? 180.0F : 144.0F, theme.sill().y - y - 24);
    draw_choice(stage, {centre - gap / 2 - width, y, width, height},
                {"start-again", stage.say("veil.start_again"), StartAgain{}});
    draw_choice(stage, {centre + gap / 2, y, width, height}, {"continue", stage.say("veil.continue"), Continue{}});
    draw_sill(stage, Exit::shown);
}

}  // namespace halte
