#include <algorithm>

#include "card.h"

namespace halte {
namespace {

/// A last card without a neighbour, and the first one, takes the whole row, which is lower then.
float draw_row_of_one(ScreenContext& screen, Box const& place, Card const& card, CardLook look) {
    Box box = place;
    box.h = card_height(screen, box.w, card, look);
    screen.canvas.item([&] { draw_card(screen, box, card, look); });
    return box.h;
}

/// As many beside each other as `cards` has, all as high as the highest.
float draw_row(ScreenContext& screen, Box const& place, std::vector<Card> const& cards, CardLook look) {
    float const height = largest(cards, [&](Card const& card) { return card_height(screen, place.w, card, look); });
    Tiles const tiles{{place.x, place.y, place.w, height}, int(cards.size()), card_gap};
    return tiles.each(cards, [&](Box const& box, Card const& card) {
        screen.canvas.item([&] { draw_card(screen, box, card, look); });
    });
}

float draw_rows(ScreenContext& screen, Box const& box, std::vector<Card> const& all, bool lead, int columns) {
    float const width = column_width(box.w, columns, card_gap);
    Flow flow(without_height(box));
    std::size_t at = 0;
    if (lead && !all.empty()) flow.add(draw_row_of_one(screen, flow.rest(), all[at++], CardLook::lead) + card_gap);
    while (at < all.size()) {
        std::size_t const count = std::min(all.size() - at, std::size_t(columns));
        bool const wide = columns == 1 || count == 1;
        std::vector<Card> const row(all.begin() + std::ptrdiff_t(at), all.begin() + std::ptrdiff_t(at + count));
        float const height = wide ? draw_row_of_one(screen, flow.rest(), row[0], CardLook::wide)
                                  : draw_row(screen, {box.x, flow.y(), width, 0}, row, CardLook::half);
        flow.add(height + card_gap);
        at += count;
    }
    return std::max(0.0F, flow.height() - card_gap);
}

}  // namespace

float draw_cards(ScreenContext& screen, Box const& box, Cards const& cards, int columns) {
    std::vector<Card> all;
    for (ServiceSummary const& service : cards.services) all.push_back({service, cards.meanwhile, cards.which});
    float height = 0;
    screen.canvas.list([&] { height = draw_rows(screen, box, all, cards.lead, columns); });
    return height;
}

IconAndWords section_head(char const* icon, std::string const& title) {
    constexpr float gap = space::snug;
    return {.icon = icon,
            .words = title,
            .type = {.role = TypeRole::card_title, .heading = true},
            .side = icon::section,
            .gap = gap};
}

float draw_section(ScreenContext& screen, Box const& box, char const* icon, std::string const& title) {
    constexpr float lowest = 52;
    constexpr float below = space::snug;
    constexpr float shortest_rule = 40;
    Canvas& canvas = screen.canvas;
    IconAndWords const head = section_head(icon, title);
    float const width = std::min(box.w, width_of(canvas, head));
    float const height = std::max(lowest, height_of(canvas, width, head));
    Row row({box.x, box.y, box.w, height}, space::xl);
    draw(canvas, row.start(width), head);
    Box const line = centred(row.rest(), 0);
    if (line.w > shortest_rule) canvas.rule(line.x, line.y, line.w);
    return height + below;
}

}  // namespace halte
