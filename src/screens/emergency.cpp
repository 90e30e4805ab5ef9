#include <algorithm>
#include <array>

#include "addresses.h"
#include "list.h"

namespace halte {
namespace {

struct Call {
    std::string number;
    std::string_view who;
    std::string_view when;
};
using Calls = std::array<Call, 2>;

constexpr float panel_pad = space::xxxl;
constexpr float beside_number = space::xxxl;
constexpr float between_panels = space::xxl;
Type const answer_type{.role = TypeRole::title, .size = letters::answer};
Type const when_type{.role = TypeRole::lead};
Type const call_type{.role = TypeRole::hero, .colour = Colour::accent, .digits = true};

float draw_answer(ScreenContext& screen, Box const& box, Call const& call) {
    Flow flow(box);
    flow.add(screen.canvas.words(flow.rest(), screen.say(call.who), answer_type)).skip(space::xxs);
    return flow.add(screen.canvas.words(flow.rest(), screen.say(call.when), when_type)).height();
}

/// The number, and below it who answers and when to call.
float draw_stacked(ScreenContext& screen, Box const& box, Call const& call) {
    constexpr float icon = 76;
    Canvas& canvas = screen.canvas;
    Flow flow(box);
    Row row(flow.take(canvas.line_of(call_type)), space::xxl);
    canvas.icon(centred(row.start(icon), icon), "phone", Colour::accent);
    canvas.words(row.start(canvas.width_of(call.number, call_type)), call.number, call_type);
    flow.skip(space::tight);
    return flow.add(draw_answer(screen, flow.rest(), call)).height();
}

/// The same side by side, for a screen that has no height for more.
float draw_in_a_row(ScreenContext& screen, Box const& box, Call const& call) {
    Canvas& canvas = screen.canvas;
    float const line = canvas.line_of(call_type);
    Row row(box, beside_number);
    Box number = row.start(canvas.width_of(call.number, call_type));
    float const words = canvas.measure([&] { return draw_answer(screen, row.rest(), call); });
    number.h = std::max(line, words);
    // A low screen shows the top of the panel first, so the number stands there.
    canvas.words(canvas.theme().header_scrolls() ? number : centred(number, line), call.number, call_type);
    Box const answer{row.rest().x, box.y, row.rest().w, number.h};
    draw_answer(screen, centred(answer, words), call);
    return number.h;
}

/// How the numbers are laid out in what the address leaves of the page.
struct Plan {
    int columns = 1;
    bool in_a_row = false;
    float inside = 0;  ///< height of the highest content
    float row = 0;     ///< height of a panel
};

float draw_call(ScreenContext& screen, Box const& box, Call const& call, Plan const& plan) {
    return plan.in_a_row ? draw_in_a_row(screen, box, call) : draw_stacked(screen, box, call);
}

float panel_width(Box const& box, Plan const& plan) { return column_width(box.w, plan.columns, between_panels); }

float highest(ScreenContext& screen, Box const& box, Calls const& calls, Plan const& plan) {
    Box const inside{0, 0, panel_width(box, plan) - 2 * panel_pad, 0};
    return largest(calls, [&](Call const& call) {
        return screen.canvas.measure([&] { return draw_call(screen, inside, call, plan); });
    });
}

/// Beside the number there must be room for whole words.
bool fits_in_a_row(ScreenContext& screen, float width, Calls const& calls) {
    return std::ranges::all_of(calls, [&](Call const& call) {
        float const number = screen.canvas.width_of(call.number, call_type);
        float const room = std::max<float>(1, width - 2 * panel_pad - beside_number - number);
        return screen.canvas.fits(room, screen.say(call.who), answer_type) &&
               screen.canvas.fits(room, screen.say(call.when), when_type);
    });
}

Plan plan_of(ScreenContext& screen, Box const& box, Calls const& calls, float others) {
    constexpr float narrowest = 480;
    constexpr float tallest = 480;
    constexpr float least_air = 44;  ///< above and below the content together, before it goes into a row
    constexpr float air = 52;        ///< the same where a panel takes what it needs
    Plan plan{.columns = screen.shape() == ShapeClass::portrait ? 1 : screen.columns(box.w, narrowest, 2)};
    float const rows = plan.columns > 1 ? 1 : 2;
    float const room = (box.h - others - between_panels * rows) / rows;
    plan.inside = highest(screen, box, calls, plan);
    plan.in_a_row =
        plan.columns == 1 && plan.inside + least_air > room && fits_in_a_row(screen, panel_width(box, plan), calls);
    if (plan.in_a_row) plan.inside = highest(screen, box, calls, plan);
    plan.row = std::max(plan.inside + (plan.in_a_row ? space::xxl : air), std::min(room, tallest));
    return plan;
}

/// Side by side, both numbers stand on one line; below each other, each in the middle of its panel.
void draw_panel(ScreenContext& screen, Box const& panel, Call const& call, Plan const& plan) {
    constexpr float lift = 8;  ///< a number's own line has more air above it than below
    Box const inside = inset(panel, panel_pad, 0);
    float const own = screen.canvas.measure([&] { return draw_call(screen, inside, call, plan); });
    Box place = centred(face(inside, lift), plan.columns > 1 ? plan.inside : own);
    place.h = 0;
    screen.canvas.panel(panel, corner::panel, Colour::tint, [&] { draw_call(screen, place, call, plan); });
}

float draw_calls(ScreenContext& screen, Box const& box, Calls const& calls, Plan const& plan) {
    Tiles const tiles = Tiles::across({box.x, box.y, box.w, plan.row}, plan.columns, between_panels);
    return between_panels +
           tiles.each(calls, [&](Box const& panel, Call const& call) { draw_panel(screen, panel, call, plan); });
}

/// An address is read out to an operator, so it breaks between its words and not inside one.
std::string unbroken(std::string address) {
    for (auto at = address.find('-'); at != std::string::npos; at = address.find('-', at))
        address.replace(at, 1, "\u2011");
    return address;
}

/// The address as large as its longest word allows; on a narrow screen it breaks where it has a hyphen.
std::pair<std::string, Type> address_look(ScreenContext& screen, float width) {
    std::string const& address = screen.terminal.address;
    Type type = place_type({.role = TypeRole::title}, address);
    if (std::string const whole = unbroken(address); screen.canvas.fits(width, whole, type)) return {whole, type};
    for (TypeRole const role : {TypeRole::title, TypeRole::card_title, TypeRole::body}) {
        type.role = role;
        if (screen.canvas.fits(width, address, type)) return {address, type};
    }
    return {breakable_anywhere(address), type};
}

std::string place_words(Terminal const& terminal) {
    if (terminal.place_name.empty()) return "";
    std::string const detail = terminal.place_detail.empty() ? "" : ", " + isolated(terminal.place_detail);
    return isolated(terminal.place_name) + detail;
}

/// What this is, the address itself, and the place's name; from `box` down.
float draw_address_words(ScreenContext& screen, Box const& box) {
    Canvas& canvas = screen.canvas;
    bool const known = !screen.terminal.address.empty();
    auto const [address, large] = address_look(screen, box.w);
    std::string const place = place_words(screen.terminal);
    Flow flow(box);
    flow.add(canvas.words(flow.rest(), screen.say(known ? "emergency.address" : "emergency.no_address"),
                          {.role = TypeRole::body}));
    flow.add(canvas.words(flow.rest(), address, large));
    return flow.add(canvas.words(flow.rest(), place, place_type({.role = TypeRole::lead}, place))).height();
}

/// Where the terminal stands, large, to be said to the operator.
float draw_address(ScreenContext& screen, Box const& box) {
    Canvas& canvas = screen.canvas;
    Row row(inset(without_height(box), panel_pad, space::xl), space::xl);
    Box const pin = row.start(icon::panel);
    Box const words{row.rest().x, pin.y, row.rest().w, 0};
    float const height = canvas.measure([&] { return draw_address_words(screen, words); });
    Box const panel{box.x, box.y, box.w, std::max(height, icon::panel) + 2 * space::xl};
    canvas.panel(panel, corner::panel, Colour::card, [&] {
        canvas.icon(square_at_top(pin), "pin", Colour::accent);
        draw_address_words(screen, words);
    });
    return panel.h;
}

/// What stands below the numbers. Height taken.
float draw_rest(ScreenContext& screen, Box const& box, EmergencyNumbers const& numbers) {
    Type const soft{.role = TypeRole::body, .colour = Colour::ink_soft};
    std::string const free = screen.say("emergency.free", {{"medical", numbers.ambulance_and_fire}});
    Flow flow(box);
    flow.add(draw_address(screen, flow.rest())).skip(space::m);
    flow.add(screen.canvas.words(flow.rest(), free, soft)).skip(space::s);
    float const note = unreviewed_note(screen, flow.rest());
    return flow.height() + (note > 0 ? note + space::s : 0);
}

}  // namespace

void draw_emergency_page(ScreenContext& screen) {
    EmergencyNumbers const numbers = screen.directory.emergency_numbers();
    Calls const calls{
        Call{numbers.ambulance_and_fire, "emergency.ambulance", "emergency.ambulance_when"},
        Call{numbers.police, "emergency.police", "emergency.police_when"},
    };
    draw_page(screen, {heading(screen)}, [&](Box const& box) {
        float const rest = screen.canvas.measure([&] { return draw_rest(screen, {0, 0, box.w, 0}, numbers); });
        Flow flow(without_height(box));
        flow.add(draw_calls(screen, box, calls, plan_of(screen, box, calls, rest)));
        return flow.add(draw_rest(screen, flow.rest(), numbers)).height();
    });
}

}  // namespace halte
