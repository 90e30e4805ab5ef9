#include <algorithm>

#include "list.h"

namespace halte {
namespace {

struct Call {
    std::string number;
    std::string_view who;
    std::string_view when;
};

/// One number, who answers it, and when to call it.
float draw_call(Stage& stage, Box const& box, Call const& call) {
    Canvas& canvas = stage.canvas;
    constexpr float pad = 36;
    constexpr float icon = 76;
    Type const number{.role = TypeRole::hero, .colour = Colour::accent, .digits = true};
    float const width = box.w - 2 * pad;
    auto const content = [&](float top) {
        float y = top;
        float const line = canvas.line_of(number);
        canvas.icon({box.x + pad, y + (line - icon) / 2, icon, icon}, "phone", Colour::accent);
        canvas.words({box.x + pad + icon + 28, y, canvas.width_of(call.number, number), line}, call.number, number);
        y += line + 6;
        y +=
            canvas.words({box.x + pad, y, width, 0}, stage.say(call.who), {.role = TypeRole::title, .size = 40.0F}) + 4;
        y += canvas.words({box.x + pad, y, width, 0}, stage.say(call.when), {.role = TypeRole::lead});
        return y - top;
    };
    float const natural = canvas.measure([&] { return content(0); });
    float const height = std::max(box.h, natural + 24 + 28);
    canvas.panel({box.x, box.y, box.w, height}, 24, Colour::tint, [&] { content(box.y + (height - natural - 4) / 2); });
    return height;
}

/// Where the terminal stands, large, to be said to the operator.
float draw_address(Stage& stage, Box const& box) {
    Canvas& canvas = stage.canvas;
    Terminal const& terminal = stage.terminal;
    constexpr float pad = 36;
    constexpr float icon = 56;
    float const x = box.x + pad + icon + 24;
    float const width = box.right() - pad - x;
    bool const known = !terminal.address.empty();
    auto const content = [&] {
        float y = box.y + 26;
        canvas.icon({box.x + pad, y, icon, icon}, "pin", Colour::accent);
        y += canvas.words({x, y, width, 0}, stage.say(known ? "emergency.address" : "emergency.no_address"),
                          {.role = TypeRole::body});
        Type const large = name_type({.role = TypeRole::title});
        y += canvas.words({x, y, width, 0}, terminal.address, large);
        std::string const place =
            terminal.place_name + (terminal.place_detail.empty() ? "" : ", " + terminal.place_detail);
        if (!terminal.place_name.empty())
            y += canvas.words({x, y, width, 0}, place, name_type({.role = TypeRole::lead}));
        return std::max(y, box.y + 26 + icon) + 28 - box.y;
    };
    float const height = canvas.measure(content);
    canvas.panel({box.x, box.y, box.w, height}, 24, Colour::card, [&] { content(); });
    return height;
}

}  // namespace

void draw_emergency_page(Stage& stage) {
    Box const content = draw_header(stage, stage.say("emergency.title"));
    EmergencyNumbers const numbers = stage.directory.emergency_numbers();
    std::array const calls{
        Call{numbers.ambulance_and_fire, "emergency.ambulance", "emergency.ambulance_when"},
        Call{numbers.police, "emergency.police", "emergency.police_when"},
    };
    stage.canvas.scroll(content, stage.visit.here().scroll, [&](Box const& box) {
        int const columns = stage.shape() == ShapeClass::portrait ? 1 : stage.columns(box.w, 480, 2);
        float const address = stage.canvas.measure([&] { return draw_address(stage, box); });
        float const width = (box.w - 28 * float(columns - 1)) / float(columns);
        float const spare = (box.h - address - 150) / (columns > 1 ? 1.0F : 2.0F);
        float row = std::min(spare, 430.0F);
        for (Call const& call : calls)
            row = std::max(row, stage.canvas.measure([&] { return draw_call(stage, {0, 0, width, 0}, call); }));
        float y = box.y;
        float x = box.x;
        for (Call const& call : calls) {
            draw_call(stage, {x, y, width, row}, call);
            if (columns > 1)
                x += width + 28;
            else
                y += row + 28;
        }
        if (columns > 1) y += row + 28;
        y += draw_address(stage, {box.x, y, box.w, 0}) + 20;
        y += stage.canvas.words({box.x, y, box.w, 0}, stage.say("emergency.free"),
                                {.role = TypeRole::body, .colour = Colour::ink_soft}) +
             20;
        return y + unreviewed_note(stage, {box.x, y, box.w, 0}) + 20 - box.y;
    });
    draw_sill(stage, Exit::shown);
}

}  // namespace halte
