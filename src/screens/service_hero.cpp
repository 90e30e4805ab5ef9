#include "service_hero.h"

#include <algorithm>

#include "badges.h"
#include "sections.h"
#include "service_facts.h"

namespace halte {
namespace {

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
    if (!phone.description.words.empty())
        y += stage.words({box.x, y, box.w, 0}, phone.description, {.role = TypeRole::body, .weight = Weight::bold});
    if (beside)
        draw_badge_list(stage, {box.right() - aside, box.y + (row - list) / 2, aside, 0}, badges);
    else
        y += 4 + draw_badges(stage, {box.x, y + 4, box.w, 0}, badges);
    return y - box.y;
}

/// What must be copied by hand or read out to a driver is as large as the panel allows.
Type address_type(Stage& stage, Location const& place, float room) {
    Type type =
        name_type({.role = TypeRole::title, .colour = Colour::accent, .size = 62.0F}, stage.written_in(place.language));
    for (float size = 62; size > 34 && !stage.canvas.fits(room, place.street, type); size -= 4) type.size = size;
    return type;
}

/// The badges tell the way to the place that is shown, which need not be the service's nearest town.
std::vector<Badge> badges_at(Stage& stage, Service const& service, Location const& place) {
    ServiceSummary here = service.brief;
    here.distance_km.reset();
    if (stage.viewpoint.coordinates && place.coordinates)
        here.distance_km = distance_km(*stage.viewpoint.coordinates, *place.coordinates);
    return badges_of(stage, here, {.place = true, .meanwhile = answering_meanwhile(stage, here)});
}

float draw_address(Stage& stage, Box const& box, Service const& service, Location const& place) {
    Canvas& canvas = stage.canvas;
    float const icon = stage.icon(72);
    float const x = box.x + icon + 28;
    float const room = box.right() - x;
    Type const street = address_type(stage, place, room);
    Type const town = name_type({.role = TypeRole::title, .size = 42.0F}, stage.written_in(place.language));
    float y = box.y;
    canvas.icon({box.x, y + std::max(0.0F, (canvas.line_of(street) - icon) / 2), icon, icon}, "pin", Colour::accent);
    y += canvas.words({x, y, room, 0}, place.street, street);
    y += canvas.words({x, y, room, 0}, town_of(place), town);
    y += stage.words({x, y, room, 0}, place.name, {.role = TypeRole::body, .weight = Weight::bold});
    y += 12 + draw_badges(stage, {box.x, y + 12, box.w, 0}, badges_at(stage, service, place));
    Type const soft{.role = TypeRole::body, .colour = Colour::ink_soft};
    y += 6 + canvas.words({box.x, y + 6, box.w, 0}, stage.say("service.no_number_only"), soft);
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

/// The number to call; where there is none, the address; where there is neither, a page about it.
float draw_way(Stage& stage, Box const& box, Service const& service) {
    if (Phone const* phone = first_phone(service))
        return draw_number(stage, box, *phone,
                           badges_of(stage, service.brief, {.meanwhile = answering_meanwhile(stage, service.brief)}));
    Box const lower{box.x, box.y + 8, box.w, 0};
    if (Location const* place = place_to_go(stage, service)) return 8 + draw_address(stage, lower, service, *place);
    return 8 + draw_website(stage, lower, service);
}

}  // namespace

float draw_hero(Stage& stage, Box const& box, Service const& service) {
    constexpr float pad = 38;
    Box const inside{box.x + pad, box.y + 28, box.w - 2 * pad, 0};
    auto const content = [&] {
        float y = inside.y;
        y += stage.words({inside.x, y, inside.w, 0}, service.text[ServiceText::description], {.role = TypeRole::lead}) +
             6;
        y += draw_way(stage, {inside.x, y, inside.w, 0}, service);
        return y - inside.y;
    };
    float const height = stage.canvas.measure(content) + 28 + 28;
    stage.canvas.panel({box.x, box.y, box.w, height}, 24, Colour::tint, [&] { content(); });
    return height;
}

}  // namespace halte
