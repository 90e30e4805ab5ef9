#include "offers.h"

#include <algorithm>
#include <array>

#include "frame.h"

namespace halte {
namespace {

/// Tall scripts need the wider one.
constexpr std::array column_widths{470.0F, 560.0F};
constexpr float pad = space::wide;

float draw_offer(Stage& stage, Box const& box, Guidance const& offer) {
    constexpr float gap = 22;
    float const side = stage.icon(icon::section);
    Row row(box, gap);
    Box const icon = row.start(side);
    stage.canvas.icon({icon.x, icon.y + space::hair, side, side}, offer.icon, Colour::accent);
    Flow flow(row.rest());
    flow.add(stage.words(flow.rest(), offer.title, {.role = TypeRole::body, .weight = Weight::bold}));
    return flow.add(stage.words(flow.rest(), offer.text, {.role = TypeRole::caption})).height();
}

/// Between two rows a rule, nearer to the row above.
float draw_offer_rows(Stage& stage, Box const& box, std::vector<Guidance> const& offers, int columns) {
    constexpr float gap = 40;
    constexpr float below_rule = 13;
    Rows const rows{columns, gap, space::xl};
    return rows.each(box, offers, [&](Box const& place, int row, int column, Guidance const& offer) {
        if (row > 0 && column == 0) stage.canvas.rule(box.x, place.y - below_rule, box.w);
        float height = 0;
        stage.canvas.item([&] { height = draw_offer(stage, place, offer); });
        return height;
    });
}

float draw_panel(Stage& stage, Box const& box, std::string_view title, std::vector<Guidance> const& offers, int columns,
                 Note where) {
    Box const inside{box.x + pad, box.y + space::xxl, box.w - 2 * pad, 0};
    auto const content = [&] {
        Flow flow(inside);
        flow.add(stage.canvas.words(flow.rest(), stage.say(title), {.role = TypeRole::card_title, .heading = true}));
        flow.skip(space::roomy);
        stage.canvas.list([&] { flow.add(draw_offer_rows(stage, flow.rest(), offers, columns)); });
        float const note = stage.canvas.measure([&] { return unreviewed_note(stage, inside); });
        if (note > 0 && where == Note::inside) flow.skip(space::l).add(unreviewed_note(stage, flow.rest()));
        return flow.height();
    };
    float const height = std::max(box.h, stage.canvas.measure(content) + space::xxl + space::section);
    stage.canvas.panel({box.x, box.y, box.w, height}, corner::panel, Colour::tint, [&] { content(); });
    return height;
}

}  // namespace

float draw_offers(Stage& stage, Box const& box, std::vector<Guidance> const& offers, int columns, Note where) {
    return draw_panel(stage, box, "services.offers", offers, columns, where);
}

float draw_more_offers(Stage& stage, Box const& box, std::vector<Guidance> const& more) {
    if (more.empty()) return 0;
    int const columns = stage.columns(box.w - 2 * pad, narrowest_offer, 2);
    return draw_panel(stage, {box.x, box.y, box.w, 0}, "services.offers_more", more, columns, Note::elsewhere) +
           space::xl;
}

Steps steps_with(std::vector<Guidance> const& offers, std::size_t first) {
    auto const middle = offers.begin() + std::ptrdiff_t(std::min(first, offers.size()));
    return {{offers.begin(), middle}, {middle, offers.end()}};
}

std::optional<OffersColumn> offers_column(Stage& stage, float height, std::vector<Guidance> const& offers, Note note) {
    bool const beside = stage.shape() == ShapeClass::landscape && !stage.canvas.theme().header_scrolls();
    if (!beside || offers.empty()) return std::nullopt;
    for (float const width : column_widths) {
        float const taken = stage.canvas.measure([&] { return draw_offers(stage, {0, 0, width, 0}, offers, 1, note); });
        if (taken <= height) return OffersColumn{width, note};
    }
    return std::nullopt;
}

}  // namespace halte
