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

/// Which cards stand in each row.
class RowsOfCards {
public:
    RowsOfCards(Cards const& cards, int columns)
        : m_cards(cards), m_columns(columns), m_lead(cards.lead && cards.count > 0 ? 1 : 0) {}

    [[nodiscard]] int count() const { return m_lead + (m_cards.count - m_lead + m_columns - 1) / m_columns; }
    [[nodiscard]] bool is_lead(int row) const { return row < m_lead; }
    [[nodiscard]] std::vector<Card> at(int row) const {
        int const first = is_lead(row) ? 0 : m_lead + (row - m_lead) * m_columns;
        int const end = is_lead(row) ? 1 : std::min(m_cards.count, first + m_columns);
        std::vector<Card> found;
        for (int card = first; card < end; ++card) found.push_back(m_cards.card(card));
        return found;
    }

private:
    Cards const& m_cards;
    int m_columns;
    int m_lead;
};

float draw_row_at(ScreenContext& screen, Box const& place, RowsOfCards const& rows, int at, int columns) {
    std::vector<Card> const row = rows.at(at);
    bool const wide = columns == 1 || row.size() == 1;
    CardLook const look = rows.is_lead(at) ? CardLook::lead : CardLook::wide;
    return wide
               ? draw_row_of_one(screen, place, row[0], look)
               : draw_row(screen, {place.x, place.y, column_width(place.w, columns, card_gap), 0}, row, CardLook::half);
}

float draw_rows(ScreenContext& screen, Box const& box, RowsOfCards const& rows, int columns) {
    Flow flow(without_height(box));
    for (int at = 0; at < rows.count(); ++at) flow.add(draw_row_at(screen, flow.rest(), rows, at, columns) + card_gap);
    return std::max(0.0F, flow.height() - card_gap);
}

/// Its cards are not all read for the note on the words of the page: the records of the language are counted for it.
float draw_long_list(ScreenContext& screen, Box const& box, Cards const& cards, RowsOfCards const& rows, int columns) {
    screen.read_records();
    auto const row = [&](int at, Box const& place) { return draw_row_at(screen, place, rows, at, columns); };
    return screen.canvas.long_list(box, {cards.long_list, rows.count(), card_gap, row});
}

}  // namespace

Cards cards_of(std::vector<ServiceSummary> const& services, std::string_view which) {
    return {int(services.size()),
            [&services, which](int at) { return Card{services[std::size_t(at)], std::nullopt, which}; }};
}

Cards cards_of(ScreenContext const& screen, std::vector<ServiceRow> const& services,
               std::optional<ServiceRow> meanwhile) {
    auto const card = [&screen](ServiceRow row) { return screen.directory.card(row, screen.viewpoint); };
    std::optional<ServiceSummary> const other = meanwhile ? std::optional(card(*meanwhile)) : std::nullopt;
    return {int(services.size()),
            [&services, card, other](int at) { return Card{card(services[std::size_t(at)]), other}; }};
}

float draw_cards(ScreenContext& screen, Box const& box, Cards const& cards, int columns) {
    RowsOfCards const rows(cards, columns);
    bool const whole = cards.long_list.empty();
    float height = 0;
    auto const draw = [&] {
        height = whole ? draw_rows(screen, box, rows, columns) : draw_long_list(screen, box, cards, rows, columns);
    };
    screen.canvas.list(draw, whole ? 0 : cards.count);
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
