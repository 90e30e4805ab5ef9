#include <algorithm>

#include "card.h"
#include "code.h"
#include "list.h"
#include "service_facts.h"
#include "service_hero.h"

namespace halte {
namespace {

constexpr float side_column = 564;
constexpr float column_gap = 48;

/// The warning stands above the code, and is read before it.
float draw_code(Stage& stage, Box const& box, Carried const& carried) {
    Canvas& canvas = stage.canvas;
    constexpr float pad = 32;
    float const icon = stage.icon(34);
    CodeModules const code = code_of(carried.text);
    bool const tall = stage.shape() == ShapeClass::portrait;
    float const wanted = tall ? 340 : stage.shape() == ShapeClass::landscape ? 232 : 260;
    float const quiet_zone = wanted / float(code.side) * 4;  // ISO/IEC 18004: four modules
    Type const type{.role = TypeRole::caption};
    std::string const warning = stage.say(carried.is_place ? "service.code_place_warning" : "service.code_warning");
    std::string const name = carried.is_place ? stage.say("service.code_place", {{"address", carried.text}})
                                              : stage.say("service.code", {{"number", carried.shown}});
    float const text_width = box.w - 2 * pad - icon - 16;
    float const text = canvas.height_of(text_width, warning, type);
    float const height = 24 + text + std::max(24.0F, quiet_zone * 0.6F) + wanted + quiet_zone;
    canvas.panel({box.x, box.y, box.w, height}, 24, Colour::card, [&] {
        canvas.icon({box.x + pad, box.y + 24, icon, icon}, "info", Colour::accent);
        canvas.words({box.x + pad + icon + 16, box.y + 24, text_width, text}, warning, type);
        Box const square{box.x + (box.w - wanted) / 2, box.y + height - quiet_zone - wanted, wanted, wanted};
        canvas.code(square, code.dark, code.side, name);
    });
    return height;
}

float draw_side(Stage& stage, Box const& box, Service const& service) {
    float y = box.y;
    if (auto const carried = carried_of(first_phone(service), place_to_go(stage, service)))
        y += draw_code(stage, {box.x, y, box.w, 0}, *carried) + 24;
    y += draw_facts(stage, {box.x, y, box.w, 0}, contacts_of(stage, service), 1);
    return y - box.y;
}

/// The places of a network, or, where no number may be shown, the lines that answer to anything.
float draw_further(Stage& stage, Box const& box, Service const& service) {
    bool const lines = first_phone(service) == nullptr && service.sites.empty();
    auto const services = lines ? stage.directory.general_lines(stage.viewpoint) : service.sites;
    if (services.empty()) return 0;
    int const columns = card_columns(stage, box.w, 440, 3);
    float y = box.y + 28;
    y += draw_section(stage, {box.x, y, box.w, 0}, lines ? "talk" : "pin",
                      stage.say(lines ? "services.general_lines_also" : "services.sites"));
    y += draw_cards(stage, {box.x, y, box.w, 0}, {services}, columns);
    return y - box.y;
}

float draw_main(Stage& stage, Box const& box, Service const& service) {
    float y = box.y + draw_hero(stage, box, service) + 28;
    y += draw_facts(stage, {box.x, y, box.w, 0}, facts_of(stage, service), stage.columns(box.w, 480, 2));
    return y - box.y;
}

float draw_service_page(Stage& stage, Box const& box, Service const& service) {
    float y = box.y;
    bool const beside = stage.shape() == ShapeClass::landscape && stage.scale() == TypeScale::normal;
    if (beside && (first_phone(service) != nullptr || place_to_go(stage, service) != nullptr)) {
        float const main = box.w - side_column - column_gap;
        float const left = draw_main(stage, {box.x, y, main, 0}, service);
        float const right = draw_side(stage, {box.x + main + column_gap, y, side_column, 0}, service);
        y += std::max(left, right);
    } else {
        y += draw_main(stage, box, service) + 28;
        y += draw_side(stage, {box.x, y, box.w, 0}, service);
    }
    y += draw_further(stage, {box.x, y, box.w, 0}, service);
    float const note = stage.canvas.measure([&] { return unreviewed_note(stage, box); });
    if (note > 0) {
        stage.canvas.rule(box.x, y + 26, box.w);
        y += 46 + unreviewed_note(stage, {box.x, y + 46, box.w, 0});
    }
    return y + 16 - box.y;
}

}  // namespace

void draw_service(Stage& stage) {
    auto const service = stage.directory.service(stage.visit.here().subject, stage.viewpoint);
    ServiceSummary const brief = service ? service->brief : ServiceSummary{};
    draw_page(stage, {brief.name, brief.name_language},
              [&](Box const& box) { return service ? draw_service_page(stage, box, *service) : 0; });
}

}  // namespace halte
