#include <algorithm>

#include "badges.h"
#include "card.h"
#include "code.h"
#include "list.h"
#include "service_facts.h"

namespace halte {
namespace {

constexpr float side_column = 564;
constexpr float column_gap = 48;

/// The number as large as the panel allows, so that it is never broken.
Type hero_type(Stage& stage, std::string const& number, float room) {
    Type type{.role = TypeRole::hero, .colour = Colour::accent, .digits = true};
    float const width = stage.canvas.width_of(number, type);
    if (width > room) type.size = 108 * room / width * 0.98F;
    if (stage.canvas.width_of(number, type) <= room) return type;
    // The largest text gets no smaller within a role.
    type = {.role = TypeRole::number, .colour = Colour::accent, .digits = true};
    if (stage.canvas.width_of(number, type) > room) type.role = TypeRole::title;
    return type;
}

float draw_number(Stage& stage, Box const& box, Phone const& phone, std::vector<Badge> const& badges) {
    Canvas& canvas = stage.canvas;
    constexpr float icon = 84;
    float const aside = badge_list_width(stage, badges);
    float const number_width = canvas.width_of(phone.number, {.role = TypeRole::hero, .digits = true});
    bool const beside = !badges.empty() && number_width + icon + 32 + 48 + aside <= box.w;
    Type const type = hero_type(stage, phone.number, box.w - icon - 32);
    float const line = std::max(canvas.line_of(type), icon);
    float const list = canvas.measure([&] { return draw_badge_list(stage, {0, 0, aside, 0}, badges); });
    float const row = beside ? std::max(line, list) : line;
    canvas.icon({box.x, box.y + (row - icon) / 2, icon, icon}, "phone", Colour::accent);
    float const text_width = std::min(canvas.width_of(phone.number, type), box.w - icon - 32);
    canvas.words({box.x + icon + 32, box.y + (row - canvas.line_of(type)) / 2, text_width, 0}, phone.number, type);
    float y = box.y + row;
    if (!phone.label.words.empty())
        y += stage.words({box.x, y, box.w, 0}, phone.label, {.role = TypeRole::body, .weight = Weight::bold});
    if (beside)
        draw_badge_list(stage, {box.right() - aside, box.y + (row - list) / 2, aside, 0}, badges);
    else
        y += 4 + draw_badges(stage, {box.x, y + 4, box.w, 0}, badges);
    return y - box.y;
}

float draw_website(Stage& stage, Box const& box, Service const& service) {
    Canvas& canvas = stage.canvas;
    bool const has_site = !service.brief.website.empty();
    std::string const sentence = stage.say(has_site ? "service.no_number" : "service.no_contact");
    float y = box.y;
    y += canvas.words({box.x, y, box.w, 0}, sentence, {.role = TypeRole::body, .colour = Colour::ink_soft}) + 10;
    if (!has_site) return y - box.y;
    constexpr float icon = 56;
    std::string const website = breakable(typeable(service.brief.website));
    Type const type =
        name_type({.role = TypeRole::title, .colour = Colour::accent, .size = website.size() > 60 ? 30.0F : 40.0F});
    float const height = canvas.height_of(box.w - icon - 20, website, type);
    canvas.icon({box.x, y + (height - icon) / 2, icon, icon}, "web", Colour::accent);
    y += canvas.words({box.x + icon + 20, y, box.w - icon - 20, 0}, website, type);
    // What can be typed is large; the rest of a long address leads on from there.
    if (typeable(service.brief.website) != service.brief.website)
        y += canvas.words({box.x + icon + 20, y, box.w - icon - 20, 0}, breakable(service.brief.website),
                          name_type({.role = TypeRole::caption}));
    return y - box.y;
}

/// What it does and how to reach it: the first thing on the page.
float draw_hero(Stage& stage, Box const& box, Service const& service) {
    constexpr float pad = 38;
    Box const inside{box.x + pad, box.y + 28, box.w - 2 * pad, 0};
    Phone const* phone = first_phone(service);
    auto const content = [&] {
        float y = inside.y;
        y += stage.words({inside.x, y, inside.w, 0}, service.description, {.role = TypeRole::lead}) + 6;
        if (phone != nullptr)
            y += draw_number(stage, {inside.x, y, inside.w, 0}, *phone, badges_of(stage, service.brief, {}));
        else
            y += 8 + draw_website(stage, {inside.x, y + 8, inside.w, 0}, service);
        return y - inside.y;
    };
    float const height = stage.canvas.measure(content) + 28 + 28;
    stage.canvas.panel({box.x, box.y, box.w, height}, 24, Colour::tint, [&] { content(); });
    return height;
}

/// The warning stands above the code, and is read before it.
float draw_code(Stage& stage, Box const& box, Phone const& phone) {
    Canvas& canvas = stage.canvas;
    constexpr float pad = 32;
    float const icon = stage.icon(34);
    CodeModules const code = code_of(tel_uri(phone.number));
    bool const tall = stage.shape() == ShapeClass::portrait;
    float const wanted = tall ? 340 : stage.shape() == ShapeClass::landscape ? 232 : 260;
    float const quiet_zone = wanted / float(code.side) * 4;  // ISO/IEC 18004: four modules
    Type const type{.role = TypeRole::caption};
    std::string const warning = stage.say("service.code_warning");
    float const text_width = box.w - 2 * pad - icon - 16;
    float const text = canvas.height_of(text_width, warning, type);
    float const height = 24 + text + std::max(24.0F, quiet_zone * 0.6F) + wanted + quiet_zone;
    canvas.panel({box.x, box.y, box.w, height}, 24, Colour::card, [&] {
        canvas.icon({box.x + pad, box.y + 24, icon, icon}, "info", Colour::accent);
        canvas.words({box.x + pad + icon + 16, box.y + 24, text_width, text}, warning, type);
        Box const square{box.x + (box.w - wanted) / 2, box.y + height - quiet_zone - wanted, wanted, wanted};
        canvas.code(square, code.dark, code.side, stage.say("service.code", {{"number", phone.number}}));
    });
    return height;
}

float draw_side(Stage& stage, Box const& box, Service const& service) {
    float y = box.y;
    Phone const* phone = first_phone(service);
    if (phone != nullptr) y += draw_code(stage, {box.x, y, box.w, 0}, *phone) + 24;
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
    if (beside && first_phone(service) != nullptr) {
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
