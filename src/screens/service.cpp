#include <algorithm>

#include "card.h"
#include "code.h"
#include "list.h"
#include "service_facts.h"
#include "service_hero.h"
#include "tools.h"

namespace halte {
namespace {

constexpr float side_column = 564;

/// Side of the code without its quiet zone, for a telephone held in front of the screen.
float code_side(ScreenContext const& screen) {
    switch (screen.shape()) {
        case ShapeClass::portrait:
            return 340;
        case ShapeClass::small:
            return 260;
        case ShapeClass::landscape:
            break;
    }
    return 204;
}

std::string name_of_code(ScreenContext& screen, Carried const& carried) {
    return carried.is_place ? screen.say("service.code_place", {{"address", carried.text}})
                            : screen.say("service.code", {{"number", carried.shown}});
}

/// The warning stands above the code, and is read before it.
float draw_code(ScreenContext& screen, Box const& box, Carried const& carried) {
    constexpr float quiet_modules = 4;  // ISO/IEC 18004
    constexpr float share_above = 0.6F;
    Canvas& canvas = screen.canvas;
    CodeModules const code = code_of(carried.text);
    float const side = code_side(screen);
    float const quiet_zone = side / float(code.side) * quiet_modules;
    IconAndWords const warning{
        .icon = "info",
        .words = screen.say(carried.is_place ? "service.code_place_warning" : "service.code_warning"),
        .type = {.role = TypeRole::caption},
        .side = screen.icon(icon::note)};
    std::string const name = name_of_code(screen, carried);
    Row row(inset(without_height(box), space::wide, space::xl), warning.gap);
    Box const icon = row.start(warning.side);
    Flow flow(without_height(box));
    flow.skip(space::xl).add(canvas.height_of(row.rest().w, warning.words, warning.type));
    Box const square = centred_across(flow.skip(std::max(space::xl, quiet_zone * share_above)).take(side), side);
    float const height = flow.skip(quiet_zone).height();
    canvas.panel({box.x, box.y, box.w, height}, corner::panel, Colour::card, [&] {
        canvas.icon(square_at_top(icon), warning.icon, warning.colour);
        canvas.words(row.rest(), warning.words, warning.type);
        canvas.code(square, code.dark, code.side, name);
    });
    return height;
}

float draw_side(ScreenContext& screen, Box const& box, Service const& service) {
    Flow flow(without_height(box));
    if (auto const carried = carried_of(first_phone(service), place_to_go(screen, service)))
        flow.add(draw_code(screen, flow.rest(), *carried)).skip(space::xl);
    return flow.add(draw_facts(screen, flow.rest(), contacts_of(screen, service), 1)).height();
}

/// The places of a network, or, where no number may be shown, the lines that answer to anything.
float draw_further(ScreenContext& screen, Box const& box, Service const& service) {
    constexpr float narrowest_card = 440;
    constexpr int most_columns = 3;
    bool const lines = first_phone(service) == nullptr && service.sites.empty();
    auto const services = lines ? screen.directory.general_lines(screen.viewpoint) : service.sites;
    if (services.empty()) return 0;
    int const columns = card_columns(screen, box.w, narrowest_card, most_columns);
    Flow flow(without_height(box));
    flow.skip(space::xxl);
    flow.add(draw_section(screen, flow.rest(), lines ? "talk" : "pin",
                          screen.say(lines ? "services.general_lines_also" : "services.sites")));
    return flow.add(draw_cards(screen, flow.rest(), cards_of(services), columns)).height();
}

/// In landscape most services stand on one page, and the tools under them would be on another.
bool tools_in_header(ScreenContext& screen) {
    constexpr float title_room = 360;
    bool const room = screen.shape() == ShapeClass::landscape && screen.scale() == TypeScale::normal;
    return room && header_room(screen).w >= tools_width(screen) + space::l + title_room;
}

float draw_main(ScreenContext& screen, Box const& box, Service const& service) {
    constexpr float narrowest_fact = 480;
    int const columns = screen.columns(box.w, narrowest_fact, 2);
    Flow flow(without_height(box));
    flow.add(draw_hero(screen, flow.rest(), service)).skip(space::xxl);
    flow.add(draw_facts(screen, flow.rest(), facts_of(screen, service), columns));
    if (tools_in_header(screen)) return flow.height();
    return flow.skip(space::xxl).add(draw_tools(screen, flow.rest())).height();
}

/// What helps now, and beside it, where there is room, how to take it along.
float draw_both(ScreenContext& screen, Box const& box, Service const& service) {
    bool const room = screen.shape() == ShapeClass::landscape && screen.scale() == TypeScale::normal;
    if (room && (first_phone(service) != nullptr || place_to_go(screen, service) != nullptr)) {
        Row row(box, space::columns);
        Box const side = row.end(side_column);
        float const main = draw_main(screen, row.rest(), service);
        return std::max(main, draw_side(screen, side, service));
    }
    Flow flow(without_height(box));
    flow.add(draw_main(screen, flow.rest(), service)).skip(space::xxl);
    return flow.add(draw_side(screen, flow.rest(), service)).height();
}

float draw_service_page(ScreenContext& screen, Box const& box, Service const& service) {
    Flow flow(without_height(box));
    flow.add(draw_both(screen, flow.rest(), service));
    flow.add(draw_further(screen, flow.rest(), service));
    float const note = screen.canvas.measure([&] { return unreviewed_note(screen, box); });
    if (note > 0) {
        screen.canvas.rule(box.x, flow.skip(space::section).y(), box.w);
        flow.skip(space::l);
        flow.add(unreviewed_note(screen, flow.rest()));
    }
    return flow.skip(space::m).height();
}

}  // namespace

void draw_service(ScreenContext& screen) {
    auto const service = screen.directory.service(screen.visit.here().subject, screen.viewpoint);
    ServiceSummary const brief = service ? service->brief : ServiceSummary{};
    auto const tools = tools_in_header(screen) ? std::optional(ToolsRoom::page) : std::nullopt;
    draw_page(screen, {brief.name, brief.name_language, tools},
              [&](Box const& box) { return service ? draw_service_page(screen, box, *service) : 0; });
}

}  // namespace halte
