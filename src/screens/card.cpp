#include "card.h"

#include <algorithm>
#include <bit>

#include "addresses.h"
#include "badges.h"

namespace halte {
namespace {

/// An address, or a web address, where a service has no number to call.
struct WayLook {
    char const* icon = "web";
    std::string words{};
    Type type{};
};

/// In one size for all cards; closer and then smaller where it would be broken, and broken where the smallest does not
/// fit either.
WayLook web_look(ScreenContext& screen, ServiceSummary const& service, float room) {
    constexpr float usual = letters::key;
    constexpr float smallest = 18;
    bool const mail = service.website.empty();
    std::string const host = mail ? service.writing.email : host_of(service.website);
    WayLook look{service.writing.chat ? "chat" : "web", breakable(host), name_type({.role = TypeRole::card_title})};
    if (mail) look.icon = "mail";
    float size = usual;
    look.type.size = size;
    if (screen.canvas.width_of(look.words, look.type) > room) look.type.spacing = TextSpacing::usual;
    while (screen.canvas.width_of(look.words, look.type) > room && size > smallest) look.type.size = --size;
    if (!screen.canvas.fits(room, look.words, look.type)) look.words = breakable_anywhere(host);
    return look;
}

/// The number to call; where there is none, the one for messages.
Phone const* number_of(ServiceSummary const& service) {
    if (service.phone) return &*service.phone;
    return service.writing.messages ? &*service.writing.messages : nullptr;
}

WayLook way_look(ScreenContext& screen, ServiceSummary const& service, float room) {
    if (!shows_address(service)) return web_look(screen, service, room);
    return {"pin", service.street + ", " + service.city,
            name_type({.role = TypeRole::card_title, .colour = Colour::accent, .size = letters::key},
                      screen.written_in(service.place_language))};
}

constexpr float air = 22;             ///< above and below what stands on a card
constexpr float icon_gap = space::m;  ///< icon and number

struct Layout {
    float pad = space::xxl;
    float words_width = 0;
    float call_width = 0;
    bool beside = false;  ///< the number stands at the end side
    Type number;
    WayLook way;
    float icon = icon::key;
    std::optional<ServiceSummary> meanwhile{};
};

Type number_type(CardLook look) {
    constexpr float lead_size = 72;
    Type type{.role = TypeRole::number, .colour = Colour::accent, .digits = true};
    if (look == CardLook::lead) type.size = lead_size;
    return type;
}

/// The number; where there is none, the way that stands in its place.
IconAndWords call_of(ServiceSummary const& service, Layout const& layout) {
    if (Phone const* const phone = number_of(service))
        return {phone->text_only ? "chat" : "phone", phone->number, layout.number, layout.icon, icon_gap};
    return {layout.way.icon, layout.way.words, layout.way.type, layout.icon, icon_gap};
}

/// A number is as wide as its digits, or as its label where that is only a little longer.
float call_width(ScreenContext& screen, ServiceSummary const& service, Layout const& layout) {
    constexpr float little_longer = 1.3F;
    Phone const* const phone = number_of(service);
    bool const to_read = !service.website.empty() || !service.writing.email.empty() || shows_address(service);
    if (phone == nullptr && !to_read) return 0;
    float const whole = width_of(screen.canvas, call_of(service, layout));
    if (phone == nullptr) return whole;
    float const before = layout.icon + icon_gap;
    float const label = screen.canvas.width_of(phone->description.words, {.role = TypeRole::caption});
    return std::max(whole, before + std::min(label, (whole - before) * little_longer));
}

/// The number stands beside the words where both have room, and below them else.
Layout layout_of(ScreenContext& screen, float width, Card const& card, CardLook look) {
    constexpr float portrait_pad = 34;
    constexpr float between = space::wide;
    constexpr float least_words = 400;
    ServiceSummary const& service = card.service;
    Layout layout;
    layout.meanwhile = card.meanwhile;
    if (screen.shape() == ShapeClass::portrait) layout.pad = portrait_pad;
    layout.number = number_type(look);
    if (look == CardLook::lead) layout.icon = icon::large_key;
    float const inside = width - 2 * layout.pad;
    float const room = inside - layout.icon - icon_gap;
    Phone const* const phone = number_of(service);
    auto const too_wide = [&] {
        return phone != nullptr && screen.canvas.width_of(phone->number, layout.number) > room;
    };
    if (too_wide()) layout.number.spacing = TextSpacing::usual;
    if (too_wide())
        layout.number = {
            .role = TypeRole::title, .colour = Colour::accent, .spacing = TextSpacing::usual, .digits = true};
    if (phone == nullptr) layout.way = way_look(screen, service, room);
    layout.call_width = std::min(inside, call_width(screen, service, layout));
    float const beside = inside - layout.call_width - between;
    layout.beside = look != CardLook::half && layout.call_width > 0 && beside >= least_words * screen.em();
    layout.words_width = layout.beside ? beside : inside;
    return layout;
}

Type const caption{.role = TypeRole::caption};

/// The width of a place at the end of a card's first line.
float top_badge_width(ScreenContext& screen, std::string const& place) {
    constexpr float gap = 15;
    return screen.canvas.width_of(place, caption) + screen.icon(icon::badge) + gap;
}

bool place_on_top(ScreenContext& screen, Layout const& layout, ServiceSummary const& service) {
    std::string const place = place_words(screen, service);
    if (place.empty() || layout.beside) return false;
    Type const type = name_type({.role = TypeRole::card_title}, screen.written_in(service.name_language));
    float const name = screen.canvas.width_of(service.name, type);
    return name + space::xl + top_badge_width(screen, place) <= layout.words_width;
}

float draw_name(ScreenContext& screen, Box const& box, ServiceSummary const& service, bool with_place) {
    Canvas& canvas = screen.canvas;
    Type const type = name_type({.role = TypeRole::card_title}, screen.written_in(service.name_language));
    if (!with_place) return canvas.words(box, service.name, type);
    std::string const place = place_words(screen, service);
    float const icon = screen.icon(icon::badge);
    float const line = std::max(canvas.line_of(caption), icon);
    Row row(box, space::m);
    Box badge = row.end(top_badge_width(screen, place));
    Box name = row.rest();
    float const text = canvas.height_of(name.w, service.name, type);
    badge.h = name.h = std::max(text, line);
    canvas.words(centred(name, text), service.name, type);
    draw_badge(screen, centred(badge, line), {"pin", place}, caption, icon);
    return name.h;
}

/// What its chat leaves behind stands where the chat is the way.
float draw_words(ScreenContext& screen, Box const& box, ServiceSummary const& service, Layout const& layout) {
    Type const summary{.role = TypeRole::caption, .colour = Colour::ink_soft};
    Flow flow(box);
    flow.add(draw_name(screen, flow.rest(), service, place_on_top(screen, layout, service))).skip(space::hair);
    flow.add(screen.words(flow.rest(), service.summary, summary));
    if (number_of(service) != nullptr || service.writing.chat_traces.words.empty()) return flow.height();
    return flow.add(screen.words(flow.rest(), service.writing.chat_traces, summary)).height();
}

/// What a number is, where a card must say it: a hospital's switchboard with the words to ask for.
float draw_label(ScreenContext& screen, Box const& box, ServiceSummary const& service) {
    Phone const* const phone = number_of(service);
    if (phone == nullptr || phone->description.words.empty()) return 0;
    return screen.words(box, phone->description, caption);
}

float draw_call(ScreenContext& screen, Box const& box, ServiceSummary const& service, Layout const& layout) {
    if (layout.call_width == 0) return 0;
    IconAndWords const call = call_of(service, layout);
    Flow flow({box.x, box.y, layout.call_width, 0});
    flow.add(draw(screen.canvas, flow.rest(), call));
    Row label(flow.rest(), call.gap);
    label.start(call.side);
    return flow.add(draw_label(screen, label.rest(), service)).height();
}

float draw_card_badges(ScreenContext& screen, Box const& box, ServiceSummary const& service, Layout const& layout) {
    bool const on_top = place_on_top(screen, layout, service);
    return draw_badges(screen, box, badges_of(screen, service, {!on_top, layout.meanwhile}));
}

/// Words, number, what the number is, badges, from the top of the box down; gives the height.
float draw_below_each_other(ScreenContext& screen, Box const& box, ServiceSummary const& service,
                            Layout const& layout) {
    constexpr float above_number = space::tight;
    auto const below = [&](Flow const& flow, float gap) { return Box{box.x, flow.y() + gap, box.w, 0}; };
    Flow flow(box);
    flow.add(draw_words(screen, below(flow, 0), service, layout));
    if (!layout.beside) flow.add_after(above_number, draw_call(screen, below(flow, above_number), service, layout));
    flow.add_after(space::xs, draw_card_badges(screen, below(flow, space::xs), service, layout));
    return flow.height();
}

}  // namespace

static float call_height(ScreenContext& screen, ServiceSummary const& service, Layout const& layout) {
    return screen.canvas.measure([&] { return draw_call(screen, {0, 0, layout.call_width, 0}, service, layout); });
}

static float measured_height(ScreenContext& screen, float width, Card const& card, CardLook look) {
    ServiceSummary const& service = card.service;
    Layout const layout = layout_of(screen, width, card, look);
    float const words = screen.canvas.measure(
        [&] { return draw_below_each_other(screen, {0, 0, layout.words_width, 0}, service, layout); });
    constexpr float lowest = 100;
    float const call = layout.beside ? call_height(screen, service, layout) : 0;
    return std::max(lowest, std::max(words, call) + 2 * air);
}

/// A page has a card of that name once: it names its key. On another page the same service may show another way.
float card_height(ScreenContext& screen, float width, Card const& card, CardLook look) {
    std::string name = card.service.id;
    name.append(1, '\n').append(card.which).append(1, '\n').append(card.meanwhile ? card.meanwhile->id : "");
    name.append(1, '\n').append(std::to_string(std::bit_cast<std::uint32_t>(width))).append(1, char('a' + int(look)));
    auto const [known, is_new] = screen.card_heights().try_emplace(std::move(name));
    if (is_new) known->second = measured_height(screen, width, card, look);
    return known->second;
}

/// What its name says of the way: one page may have two ways of a service.
static std::string way_by_name(ServiceSummary const& service) {
    if (Phone const* const phone = number_of(service)) return phone->number;
    if (service.writing.chat) return host_of(service.website);
    bool const by_mail = service.website.empty() && service.street.empty();
    return by_mail ? service.writing.email : "";
}

/// What a key holds is not drawn while it is scrolled away, and is still read: a note on the words of a page stays
/// while it is scrolled.
static void read_words(ScreenContext& screen, ServiceSummary const& service) {
    screen.read(service.summary);
    if (Phone const* const phone = number_of(service)) screen.read(phone->description);
}

void draw_card(ScreenContext& screen, Box const& box, Card const& card, CardLook look) {
    ServiceSummary const& service = card.service;
    if (screen.canvas.measuring()) return;  // its height is card_height()
    read_words(screen, service);
    std::string const way = way_by_name(service);
    std::string const name = service.name + (way.empty() ? "" : ", " + way);
    ControlId const id = screen.act(Open{Screen::service, service.id}, card.which);
    Key const key{.name = name, .id = id, .radius = corner::panel};
    screen.canvas.key(box, key, [&] {
        Layout const layout = layout_of(screen, box.w, card, look);
        Box const inside = inset(face(box), layout.pad, air);
        Row row(inside);
        Box const words = row.start(layout.words_width);
        auto const draw_from = [&](Box const& place) { return draw_below_each_other(screen, place, service, layout); };
        float const taken = screen.canvas.measure([&] { return draw_from(words); });
        draw_from(layout.beside && taken < words.h ? centred(words, taken) : words);
        if (!layout.beside) return;
        Box const call = row.end(layout.call_width);
        draw_call(screen, centred(call, call_height(screen, service, layout)), service, layout);
    });
}

/// A mobile number, which is as wide as any: four digits and three pairs.
static std::string widest_number() {
    constexpr std::size_t first_digits = 4;
    std::string digits(first_digits, '0');
    constexpr int pairs = 3;
    for (int pair = 0; pair < pairs; ++pair) digits += " 00";
    return digits;
}

int card_columns(ScreenContext& screen, float width, float narrowest, int most) {
    if (screen.shape() == ShapeClass::portrait) return 1;
    Layout const layout;
    float const number = screen.canvas.width_of(widest_number(), number_type(CardLook::half));
    float const card = number + icon_gap + layout.icon + 2 * layout.pad;
    return std::min(screen.columns(width, narrowest, most), columns_in(width, card, card_gap, most));
}

}  // namespace halte
