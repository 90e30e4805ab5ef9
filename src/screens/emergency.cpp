#include <algorithm>
#include <array>

#include "list.h"

namespace halte {
namespace {

struct Call {
    std::string number;
    std::string_view who;
    std::string_view when;
};
using Calls = std::array<Call, 2>;

constexpr float pad = 36;
constexpr float between = 28;
Type const answer_type{.role = TypeRole::title, .size = 40.0F};
Type const number_type{.role = TypeRole::hero, .colour = Colour::accent, .digits = true};

float draw_answer(Stage& stage, Box const& box, Call const& call) {
    float y = box.y;
    y += stage.canvas.words({box.x, y, box.w, 0}, stage.say(call.who), answer_type) + 4;
    y += stage.canvas.words({box.x, y, box.w, 0}, stage.say(call.when), {.role = TypeRole::lead});
    return y - box.y;
}

/// The number, and below it who answers and when to call.
float draw_stacked(Stage& stage, Box const& box, Call const& call) {
    Canvas& canvas = stage.canvas;
    constexpr float icon = 76;
    float const line = canvas.line_of(number_type);
    canvas.icon({box.x, box.y + (line - icon) / 2, icon, icon}, "phone", Colour::accent);
    canvas.words({box.x + icon + 28, box.y, canvas.width_of(call.number, number_type), line}, call.number, number_type);
    return line + 6 + draw_answer(stage, {box.x, box.y + line + 6, box.w, 0}, call);
}

/// The same side by side, for a screen that has no height for more.
float draw_in_a_row(Stage& stage, Box const& box, Call const& call) {
    Canvas& canvas = stage.canvas;
    float const digits = canvas.width_of(call.number, number_type);
    float const line = canvas.line_of(number_type);
    Box const answer{box.x + digits + 36, box.y, box.w - digits - 36, 0};
    float const words = canvas.measure([&] { return draw_answer(stage, answer, call); });
    float const height = std::max(line, words);
    // Where little of the page can be seen at once, that is the number.
    float const above = canvas.theme().header_scrolls() ? 0 : (height - line) / 2;
    canvas.words({box.x, box.y + above, digits, line}, call.number, number_type);
    draw_answer(stage, {answer.x, box.y + (height - words) / 2, answer.w, 0}, call);
    return height;
}

/// How the numbers are laid out in what the address leaves of the page.
struct Plan {
    int columns = 1;
    bool in_a_row = false;
    float inside = 0;  ///< height of the highest content
    float row = 0;     ///< height of a panel
};

float draw_call(Stage& stage, Box const& box, Call const& call, Plan const& plan) {
    return plan.in_a_row ? draw_in_a_row(stage, box, call) : draw_stacked(stage, box, call);
}

float panel_width(Box const& box, Plan const& plan) {
    return (box.w - between * float(plan.columns - 1)) / float(plan.columns);
}

float highest(Stage& stage, Box const& box, Calls const& calls, Plan const& plan) {
    float height = 0;
    Box const inside{0, 0, panel_width(box, plan) - 2 * pad, 0};
    for (Call const& call : calls)
        height = std::max(height, stage.canvas.measure([&] { return draw_call(stage, inside, call, plan); }));
    return height;
}

/// Beside the number there must be room for whole words.
bool fits_in_a_row(Stage& stage, float width, Calls const& calls) {
    return std::ranges::all_of(calls, [&](Call const& call) {
        float const room = width - 2 * pad - 36 - stage.canvas.width_of(call.number, number_type);
        return stage.canvas.fits(std::max(1.0F, room), stage.say(call.who), answer_type) &&
               stage.canvas.fits(std::max(1.0F, room), stage.say(call.when), {.role = TypeRole::lead});
    });
}

Plan plan_of(Stage& stage, Box const& box, Calls const& calls, float others) {
    Plan plan{.columns = stage.shape() == ShapeClass::portrait ? 1 : stage.columns(box.w, 480, 2)};
    float const rows = plan.columns > 1 ? 1 : 2;
    float const room = (box.h - others - between * rows) / rows;
    plan.inside = highest(stage, box, calls, plan);
    plan.in_a_row = plan.columns == 1 && plan.inside + 44 > room && fits_in_a_row(stage, panel_width(box, plan), calls);
    if (plan.in_a_row) plan.inside = highest(stage, box, calls, plan);
    constexpr float tallest = 480;
    plan.row = std::max(plan.inside + (plan.in_a_row ? 28.0F : 52.0F), std::min(room, tallest));
    return plan;
}

float draw_calls(Stage& stage, Box const& box, Calls const& calls, Plan const& plan) {
    Box panel{box.x, box.y, panel_width(box, plan), plan.row};
    for (Call const& call : calls) {
        Box inside{panel.x + pad, 0, panel.w - 2 * pad, 0};
        // Side by side, both numbers stand on one line; below each other, each in the middle of its panel.
        float const own = stage.canvas.measure([&] { return draw_call(stage, inside, call, plan); });
        inside.y = panel.y + (plan.row - (plan.columns > 1 ? plan.inside : own)) / 2 - 4;
        stage.canvas.panel(panel, 24, Colour::tint, [&] { draw_call(stage, inside, call, plan); });
        if (plan.columns > 1)
            panel.x += panel.w + between;
        else
            panel.y += plan.row + between;
    }
    return plan.columns > 1 ? plan.row + between : panel.y - box.y;
}

/// An address breaks between its words, not inside one: it is read aloud.
std::string unbroken(std::string address) {
    for (auto at = address.find('-'); at != std::string::npos; at = address.find('-', at))
        address.replace(at, 1, "\u2011");
    return address;
}

/// The address as large as its longest word allows; on a narrow screen it breaks where it has a hyphen.
std::pair<std::string, Type> address_look(Stage& stage, float width) {
    std::string const& address = stage.terminal.address;
    Type type = place_type({.role = TypeRole::title}, address);
    if (std::string const whole = unbroken(address); stage.canvas.fits(width, whole, type)) return {whole, type};
    for (TypeRole const role : {TypeRole::title, TypeRole::card_title, TypeRole::body}) {
        type.role = role;
        if (stage.canvas.fits(width, address, type)) return {address, type};
    }
    return {breakable_anywhere(address), type};
}

/// Where the terminal stands, large, to be said to the operator.
float draw_address(Stage& stage, Box const& box) {
    Canvas& canvas = stage.canvas;
    Terminal const& terminal = stage.terminal;
    constexpr float icon = 56;
    float const x = box.x + pad + icon + 24;
    float const width = box.right() - pad - x;
    bool const known = !terminal.address.empty();
    auto const content = [&] {
        float y = box.y + 24;
        canvas.icon({box.x + pad, y, icon, icon}, "pin", Colour::accent);
        y += canvas.words({x, y, width, 0}, stage.say(known ? "emergency.address" : "emergency.no_address"),
                          {.role = TypeRole::body});
        auto const [address, large] = address_look(stage, width);
        y += canvas.words({x, y, width, 0}, address, large);
        std::string const place = isolated(terminal.place_name) +
                                  (terminal.place_detail.empty() ? "" : ", " + isolated(terminal.place_detail));
        if (!terminal.place_name.empty())
            y += canvas.words({x, y, width, 0}, place, place_type({.role = TypeRole::lead}, place));
        return std::max(y, box.y + 24 + icon) + 24 - box.y;
    };
    float const height = canvas.measure(content);
    canvas.panel({box.x, box.y, box.w, height}, 24, Colour::card, [&] { content(); });
    return height;
}

}  // namespace

void draw_emergency_page(Stage& stage) {
    EmergencyNumbers const numbers = stage.directory.emergency_numbers();
    Calls const calls{
        Call{numbers.ambulance_and_fire, "emergency.ambulance", "emergency.ambulance_when"},
        Call{numbers.police, "emergency.police", "emergency.police_when"},
    };
    draw_page(stage, {heading(stage)}, [&](Box const& box) {
        auto const draw_rest = [&](float top) {
            float y = top + draw_address(stage, {box.x, top, box.w, 0}) + 16;
            y += stage.canvas.words({box.x, y, box.w, 0},
                                    stage.say("emergency.free", {{"medical", numbers.ambulance_and_fire}}),
                                    {.role = TypeRole::body, .colour = Colour::ink_soft}) +
                 12;
            float const note = unreviewed_note(stage, {box.x, y, box.w, 0});
            return y + (note > 0 ? note + 12 : 0) - top;
        };
        float const rest = stage.canvas.measure([&] { return draw_rest(0); });
        Plan const plan = plan_of(stage, box, calls, rest);
        float const y = box.y + draw_calls(stage, box, calls, plan);
        return y + draw_rest(y) - box.y;
    });
}

}  // namespace halte
