#include "service_hero.h"

#include <algorithm>

#include "addresses.h"
#include "badges.h"
#include "sections.h"
#include "service_facts.h"

namespace halte {
namespace {

/// The number as large as the panel allows, so that it is never broken. Its size counts for more than space between its
/// digits.
Type hero_type(ScreenContext& screen, std::string const& number, float room) {
    Type type{.role = TypeRole::hero, .colour = Colour::accent, .digits = true};
    if (screen.canvas.width_of(number, type) > room) type.spacing = TextSpacing::usual;
    constexpr float usual = 108;
    constexpr float a_little_less = 0.98F;
    float const width = screen.canvas.width_of(number, type);
    if (width > room) type.size = usual * room / width * a_little_less;
    if (screen.canvas.width_of(number, type) <= room) return type;
    // At the largest text size no text is smaller than its role says, so it takes the role of smaller text.
    type = {.role = TypeRole::number, .colour = Colour::accent, .spacing = TextSpacing::usual, .digits = true};
    if (screen.canvas.width_of(number, type) > room) type.role = TypeRole::title;
    return type;
}

constexpr float phone_icon = 84;

/// The icon and the number, in the middle of the row.
void draw_digits(ScreenContext& screen, Box const& box, Phone const& phone, Type const& type) {
    Canvas& canvas = screen.canvas;
    Row row(box, space::wide);
    canvas.icon(centred(row.start(phone_icon), phone_icon), "phone", Colour::accent);
    Box const number = row.start(std::min(canvas.width_of(phone.number, type), row.rest().w));
    canvas.words(centred(number, canvas.line_of(type)), phone.number, type);
}

/// Badges beside the number where there is room, else in rows below it.
float draw_number(ScreenContext& screen, Box const& box, Phone const& phone, std::vector<Badge> const& badges) {
    Canvas& canvas = screen.canvas;
    float const before = phone_icon + space::wide;
    float const aside = badge_list_width(screen, badges);
    float const number_width = canvas.width_of(phone.number, {.role = TypeRole::hero, .digits = true});
    bool const beside = !badges.empty() && before + number_width + space::columns + aside <= box.w;
    Type const type = hero_type(screen, phone.number, box.w - before);
    float const line = std::max(canvas.line_of(type), phone_icon);
    float const list = canvas.measure([&] { return draw_badge_list(screen, {0, 0, aside, 0}, badges); });
    Flow flow(without_height(box));
    Row row(flow.take(beside ? std::max(line, list) : line));
    draw_digits(screen, row.rest(), phone, type);
    if (!phone.description.words.empty())
        flow.add(screen.words(flow.rest(), phone.description, {.role = TypeRole::body, .weight = Weight::bold}));
    if (beside) {
        draw_badge_list(screen, centred(row.end(aside), list), badges);
        return flow.height();
    }
    flow.skip(space::xxs);
    return flow.add(draw_badges(screen, flow.rest(), badges)).height();
}

/// An address is copied by hand or read out to a driver, so it is as large as the panel allows.
Type address_type(ScreenContext& screen, Location const& place, float room) {
    constexpr float largest_letters = 62;
    constexpr float smallest_letters = 34;
    constexpr float step = 4;
    Type type = name_type({.role = TypeRole::title, .colour = Colour::accent, .size = largest_letters},
                          screen.written_in(place.language));
    for (float size = largest_letters; size > smallest_letters && !screen.canvas.fits(room, place.street, type);
         size -= step)
        type.size = size;
    return type;
}

/// The badges tell the way to the place that is shown, which need not be the service's nearest town.
std::vector<Badge> badges_at(ScreenContext& screen, Service const& service, Location const& place) {
    ServiceSummary here = service.brief;
    here.distance_km.reset();
    if (screen.viewpoint.coordinates && place.coordinates)
        here.distance_km = distance_km(*screen.viewpoint.coordinates, *place.coordinates);
    return badges_of(screen, here, {.place = true, .meanwhile = answering_meanwhile(screen, here)});
}

/// Street, town, and what the place is called.
float draw_place(ScreenContext& screen, Box const& box, Location const& place, Type const& street) {
    constexpr float town_letters = 42;
    Type const town = name_type({.role = TypeRole::title, .size = town_letters}, screen.written_in(place.language));
    Flow flow(box);
    flow.add(screen.canvas.words(flow.rest(), place.street, street));
    flow.add(screen.canvas.words(flow.rest(), town_of(place), town));
    flow.add(screen.words(flow.rest(), place.name, {.role = TypeRole::body, .weight = Weight::bold}));
    return flow.height();
}

Type const soft_type{.role = TypeRole::body, .colour = Colour::ink_soft};

float draw_address(ScreenContext& screen, Box const& box, Service const& service, Location const& place) {
    constexpr float pin = 72;
    Canvas& canvas = screen.canvas;
    float const side = screen.icon(pin);
    Row row(box, space::xxl);
    Box first_line = row.start(side);
    Type const street = address_type(screen, place, row.rest().w);
    first_line.h = std::max(side, canvas.line_of(street));
    canvas.icon(centred(first_line, side), "pin", Colour::accent);
    Flow flow(box);
    flow.add(draw_place(screen, row.rest(), place, street)).skip(space::s);
    flow.add(draw_badges(screen, flow.rest(), badges_at(screen, service, place))).skip(space::tight);
    return flow.add(canvas.words(flow.rest(), screen.say("service.no_number_only"), soft_type)).height();
}

/// An address of many letters is written smaller.
Type website_type(std::string const& website) {
    constexpr std::size_t many = 60;
    constexpr float small = 30;
    return name_type(
        {.role = TypeRole::title, .colour = Colour::accent, .size = website.size() > many ? small : letters::answer});
}

float draw_website(ScreenContext& screen, Box const& box, Service const& service) {
    constexpr float under_sentence = 10;
    Canvas& canvas = screen.canvas;
    bool const has_site = !service.brief.website.empty();
    bool const chat = service.brief.writing.chat;
    std::string_view const site_words = chat ? "service.chat_only" : "service.no_number";
    std::string const sentence = screen.say(has_site ? site_words : "service.no_contact");
    Flow flow(box);
    flow.add(canvas.words(flow.rest(), sentence, soft_type)).skip(under_sentence);
    if (!has_site) return flow.height();
    std::string const typed = typeable(service.brief.website);
    Row row(flow.rest(), space::l);
    Box icon = row.start(icon::panel);
    Flow lines(row.rest());
    Address const website = address_in(screen, lines.rest().w, typed, website_type(typed));
    icon.h = canvas.words(lines.rest(), website.words, website.type);
    canvas.icon(centred(icon, icon.w), chat ? "chat" : "web", Colour::accent);
    lines.add(icon.h);
    // What a person can type is large; below it stands the whole of a long address.
    if (typed != service.brief.website)
        lines.add(canvas.words(lines.rest(), breakable(service.brief.website), name_type({.role = TypeRole::caption})));
    return flow.add(lines.height()).height();
}

/// The number to call; where there is none, the address; where there is neither, a page about it.
float draw_way(ScreenContext& screen, Box const& box, Service const& service) {
    if (Phone const* phone = first_phone(service))
        return draw_number(screen, box, *phone,
                           badges_of(screen, service.brief, {.meanwhile = answering_meanwhile(screen, service.brief)}));
    Flow flow(without_height(box));
    flow.skip(space::xs);
    Location const* place = place_to_go(screen, service);
    flow.add(place != nullptr ? draw_address(screen, flow.rest(), service, *place)
                              : draw_website(screen, flow.rest(), service));
    return flow.height();
}

/// In the visitor's words, with the French beside what nobody has read and must not be wrong. Where there are none,
/// what the card says, and then the words of another language, to show to somebody.
float draw_what_it_does(ScreenContext& screen, Box const& box, Service const& service) {
    Text const& description = service.text[ServiceText::description];
    Text const& summary = service.brief.summary;
    Flow flow(box);
    if (description.language == screen.visit.language) {
        flow.add(screen.words(flow.rest(), description, {.role = TypeRole::lead}));
        return flow.add(draw_beside(screen, flow.rest(), description)).height();
    }
    if (summary.language == screen.visit.language)
        flow.add(screen.words(flow.rest(), summary, {.role = TypeRole::lead})).skip(space::s);
    flow.add(draw_show_to(screen, flow.rest(), description));
    return flow.add(screen.words(flow.rest(), description, {.role = TypeRole::body})).height();
}

}  // namespace

float draw_hero(ScreenContext& screen, Box const& box, Service const& service) {
    constexpr float usual = 38;
    // Where a line has no room for the longest word there is less around it: words are not broken.
    Text const& words = service.text[ServiceText::description];
    bool const has_room =
        screen.canvas.fits(box.w - 2 * usual, words.words, screen.type_of({.role = TypeRole::lead}, words));
    float const pad = has_room ? usual : space::m;
    Box const inside = without_height(inset(box, pad, space::xxl));
    auto const content = [&] {
        Flow flow(inside);
        flow.add(draw_what_it_does(screen, flow.rest(), service)).skip(space::tight);
        return flow.add(draw_way(screen, flow.rest(), service)).height();
    };
    float const height = screen.canvas.measure(content) + 2 * space::xxl;
    screen.canvas.panel({box.x, box.y, box.w, height}, corner::panel, Colour::tint, [&] { content(); });
    return height;
}

}  // namespace halte
