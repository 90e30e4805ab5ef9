#include "card.h"

#include <algorithm>

#include "badges.h"

namespace halte {
namespace {

/// An address, or a web address, where a service has no number to call.
struct WayLook {
    char const* icon = "web";
    std::string words{};
    Type type{};
};

/// In one size for all cards, but for one whose longest part would not fit; large text is broken anywhere before it
/// gets smaller.
WayLook web_look(Stage& stage, ServiceSummary const& service, float room) {
    constexpr float usual = 28;
    std::string const host = host_of(service.website);
    WayLook look{"web", breakable(host), name_type({.role = TypeRole::card_title, .size = usual})};
    for (float size = usual; size > 18 && !stage.canvas.fits(room, look.words, look.type); size -= 1)
        look.type.size = size;
    if (!stage.canvas.fits(room, look.words, look.type)) look.words = breakable_anywhere(host);
    return look;
}

WayLook way_look(Stage& stage, ServiceSummary const& service, float room) {
    if (!shows_address(service)) return web_look(stage, service, room);
    return {"pin", service.street + ", " + service.city,
            name_type({.role = TypeRole::card_title, .colour = Colour::accent, .size = 28},
                      stage.written_in(service.place_language))};
}

struct Layout {
    float pad = 28;
    float words_width = 0;
    float call_width = 0;
    bool beside = false;  ///< the number stands at the end side
    Type number;
    WayLook way;
    float icon = 42;
    std::optional<ServiceSummary> meanwhile{};
};

Type number_type(CardLook look) {
    Type type{.role = TypeRole::number, .colour = Colour::accent, .digits = true};
    if (look == CardLook::lead) type.size = 72;
    return type;
}

/// A number is as wide as its digits, or as its label where that is only a little longer.
float call_width(Stage& stage, ServiceSummary const& service, Layout const& layout) {
    if (service.phone) {
        float const digits = stage.canvas.width_of(service.phone->number, layout.number);
        float const label = stage.canvas.width_of(service.phone->description.words, {.role = TypeRole::caption});
        return layout.icon + 16 + std::max(digits, std::min(label, digits * 1.3F));
    }
    if (service.website.empty() && !shows_address(service)) return 0;
    return layout.icon + 16 + stage.canvas.width_of(layout.way.words, layout.way.type);
}

/// The number stands beside the words where both have room, and below them else.
Layout layout_of(Stage& stage, float width, Card const& card, CardLook look) {
    ServiceSummary const& service = card.service;
    Layout layout;
    layout.meanwhile = card.meanwhile;
    layout.pad = stage.shape() == ShapeClass::portrait ? 34 : 28;
    layout.number = number_type(look);
    layout.icon = look == CardLook::lead ? 48 : 42;
    float const inside = width - 2 * layout.pad;
    if (service.phone && stage.canvas.width_of(service.phone->number, layout.number) > inside - layout.icon - 16)
        layout.number = {.role = TypeRole::title, .colour = Colour::accent, .digits = true};
    layout.way = way_look(stage, service, inside - layout.icon - 16);
    layout.call_width = std::min(inside, call_width(stage, service, layout));
    float const beside = inside - layout.call_width - 32;
    layout.beside = look != CardLook::half && layout.call_width > 0 && beside >= 400 * stage.em();
    layout.words_width = layout.beside ? beside : inside;
    return layout;
}

bool place_on_top(Stage& stage, Layout const& layout, ServiceSummary const& service) {
    std::string const place = place_words(stage, service);
    if (place.empty() || layout.beside) return false;
    float const name = stage.canvas.width_of(
        service.name, name_type({.role = TypeRole::card_title}, stage.written_in(service.name_language)));
    float const badge = stage.canvas.width_of(place, {.role = TypeRole::caption}) + stage.icon(30) + 15;
    return name + 24 + badge <= layout.words_width;
}

float draw_name(Stage& stage, Box const& box, ServiceSummary const& service, bool with_place) {
    Canvas& canvas = stage.canvas;
    Type const type = name_type({.role = TypeRole::card_title}, stage.written_in(service.name_language));
    if (!with_place) return canvas.words({box.x, box.y, box.w, 0}, service.name, type);
    Type const caption{.role = TypeRole::caption};
    std::string const place = place_words(stage, service);
    float const icon = stage.icon(30);
    float const width = canvas.width_of(place, caption) + icon + 15;
    float const line = std::max(canvas.line_of(caption), icon);
    float const name = canvas.height_of(box.w - width - 16, service.name, type);
    float const height = std::max(name, line);
    canvas.words({box.x, box.y + (height - name) / 2, box.w - width - 16, 0}, service.name, type);
    draw_badge(stage, box.right() - width, box.y + (height - line) / 2, {"pin", place}, caption, icon);
    return height;
}

float draw_words(Stage& stage, Box const& box, ServiceSummary const& service, Layout const& layout) {
    bool const on_top = place_on_top(stage, layout, service);
    float y = box.y + draw_name(stage, box, service, on_top) + 2;
    Type const summary{.role = TypeRole::caption, .colour = Colour::ink_soft};
    y += stage.words({box.x, y, box.w, 0}, service.summary, summary);
    return y - box.y;
}

/// What a number is, where a card must say it: a hospital's switchboard with the words to ask for.
float draw_label(Stage& stage, Box const& box, ServiceSummary const& service) {
    if (!service.phone || service.phone->description.words.empty()) return 0;
    return stage.words(box, service.phone->description, {.role = TypeRole::caption});
}

float draw_call(Stage& stage, Box const& box, ServiceSummary const& service, Layout const& layout) {
    Canvas& canvas = stage.canvas;
    if (layout.call_width == 0) return 0;
    Type const type = service.phone ? layout.number : layout.way.type;
    std::string const words = service.phone ? service.phone->number : layout.way.words;
    float const text = layout.call_width - layout.icon - 16;
    float const height = canvas.height_of(text, words, type);
    float const line = std::max(height, layout.icon);
    canvas.icon({box.x, box.y + (line - layout.icon) / 2, layout.icon, layout.icon},
                service.phone ? "phone" : layout.way.icon, Colour::accent);
    canvas.words({box.x + layout.icon + 16, box.y + (line - height) / 2, text, 0}, words, type);
    return line + draw_label(stage, {box.x + layout.icon + 16, box.y + line, text, 0}, service);
}

float draw_card_badges(Stage& stage, Box const& box, ServiceSummary const& service, Layout const& layout) {
    bool const on_top = place_on_top(stage, layout, service);
    auto const badges = badges_of(stage, service, {!on_top, layout.meanwhile});
    return badges.empty() ? 0 : 8 + draw_badges(stage, {box.x, box.y + 8, box.w, 0}, badges);
}

/// Words, number, what the number is, badges, from `y` down; gives the height.
float draw_below_each_other(Stage& stage, Box const& box, ServiceSummary const& service, Layout const& layout) {
    float y = box.y + draw_words(stage, box, service, layout);
    if (!layout.beside && layout.call_width > 0) y += 6 + draw_call(stage, {box.x, y + 6, box.w, 0}, service, layout);
    y += draw_card_badges(stage, {box.x, y, box.w, 0}, service, layout);
    return y - box.y;
}

}  // namespace

static float call_height(Stage& stage, ServiceSummary const& service, Layout const& layout) {
    return stage.canvas.measure([&] { return draw_call(stage, {0, 0, layout.call_width, 0}, service, layout); });
}

float card_height(Stage& stage, float width, Card const& card, CardLook look) {
    ServiceSummary const& service = card.service;
    Layout const layout = layout_of(stage, width, card, look);
    float const words = stage.canvas.measure(
        [&] { return draw_below_each_other(stage, {0, 0, layout.words_width, 0}, service, layout); });
    float const call = layout.beside ? call_height(stage, service, layout) : 0;
    return std::max(100.0F, std::max(words, call) + 22 + 22);
}

void draw_card(Stage& stage, Box const& box, Card const& card, CardLook look) {
    ServiceSummary const& service = card.service;
    Layout const layout = layout_of(stage, box.w, card, look);
    std::string const name = service.name + (service.phone ? ", " + service.phone->number : "");
    Key const key{.name = name, .id = stage.act(Open{Screen::service, service.id}), .radius = 24};
    stage.canvas.key(box, key, [&] {
        Box const words{box.x + layout.pad, box.y + 22, layout.words_width, 0};
        float const inside = stage.canvas.measure([&] { return draw_below_each_other(stage, words, service, layout); });
        float const spare = layout.beside ? std::max(0.0F, (box.h - 3 - 44 - inside) / 2) : 0;
        draw_below_each_other(stage, {words.x, words.y + spare, words.w, 0}, service, layout);
        if (!layout.beside) return;
        float const x = box.right() - layout.pad - layout.call_width;
        float const height = call_height(stage, service, layout);
        draw_call(stage, {x, box.y + (box.h - 3 - height) / 2, layout.call_width, 0}, service, layout);
    });
}

/// A mobile number, which is as wide as any: four digits and three pairs.
static std::string widest_number() {
    std::string digits(4, '0');
    for (int pair = 0; pair < 3; ++pair) digits += " 00";
    return digits;
}

int card_columns(Stage& stage, float width, float narrowest, int most) {
    if (stage.shape() == ShapeClass::portrait) return 1;
    Layout const layout;
    float const number = stage.canvas.width_of(widest_number(), number_type(CardLook::half));
    float const card = number + 16 + layout.icon + 2 * layout.pad;
    return std::min(stage.columns(width, narrowest, most), std::max(1, int((width + card_gap) / (card + card_gap))));
}

}  // namespace halte
