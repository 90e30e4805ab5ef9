#include <algorithm>

#include "card.h"

namespace halte {
namespace {

/// A last card without a neighbour, and the first one, takes the whole row, which is lower then.
float draw_row_of_one(Stage& stage, Box const& place, Card const& card, CardLook look) {
    Box box = place;
    box.h = card_height(stage, box.w, card, look);
    stage.canvas.item([&] { draw_card(stage, box, card, look); });
    return box.h;
}

/// As many beside each other as `cards` has, all as high as the highest.
float draw_row(Stage& stage, Box const& place, std::vector<Card> const& cards, CardLook look) {
    float height = 0;
    for (Card const& card : cards) height = std::max(height, card_height(stage, place.w, card, look));
    float x = place.x;
    for (Card const& card : cards) {
        stage.canvas.item([&] { draw_card(stage, {x, place.y, place.w, height}, card, look); });
        x += place.w + card_gap;
    }
    return height;
}

}  // namespace

static float draw_rows(Stage& stage, Box const& box, std::vector<Card> const& all, bool lead, int columns) {
    float const width = (box.w - card_gap * float(columns - 1)) / float(columns);
    float y = box.y;
    std::size_t at = 0;
    if (lead && !all.empty()) y += draw_row_of_one(stage, {box.x, y, box.w, 0}, all[at++], CardLook::lead) + card_gap;
    while (at < all.size()) {
        std::size_t const count = std::min(all.size() - at, std::size_t(columns));
        bool const wide = columns == 1 || count == 1;
        std::vector<Card> const row(all.begin() + std::ptrdiff_t(at), all.begin() + std::ptrdiff_t(at + count));
        y += (wide ? draw_row_of_one(stage, {box.x, y, box.w, 0}, row[0], CardLook::wide)
                   : draw_row(stage, {box.x, y, width, 0}, row, CardLook::half)) +
             card_gap;
        at += count;
    }
    return std::max(0.0F, y - card_gap - box.y);
}

float draw_cards(Stage& stage, Box const& box, Cards const& cards, int columns) {
    std::vector<Card> all;
    for (ServiceSummary const& service : cards.services) all.push_back({service, cards.meanwhile});
    float height = 0;
    stage.canvas.list([&] { height = draw_rows(stage, box, all, cards.lead, columns); });
    return height;
}

float draw_section(Stage& stage, Box const& box, char const* icon, std::string const& title) {
    Canvas& canvas = stage.canvas;
    Type const type{.role = TypeRole::card_title, .heading = true};
    float const side = 38;
    float const room = box.w - side - 14;
    float const width = std::min(room, canvas.width_of(title, type));
    float const text = canvas.height_of(width, title, type);
    float const height = std::max(52.0F, text);
    canvas.icon({box.x, box.y + (height - side) / 2, side, side}, icon, Colour::accent);
    canvas.words({box.x + side + 14, box.y + (height - text) / 2, width, text}, title, type);
    float const rule = box.x + side + 14 + width + 24;
    if (rule < box.right() - 40) canvas.rule(rule, box.y + height / 2, box.right() - rule);
    return height + 14;
}

}  // namespace halte
