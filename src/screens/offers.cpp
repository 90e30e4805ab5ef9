#include "offers.h"

#include <algorithm>
#include <array>

#include "frame.h"

namespace halte {
namespace {

/// The wider one is for words that the narrower one has no room for, as in Arabic.
constexpr std::array column_widths{470.0F, 560.0F};
constexpr float offer_pad = space::wide;

float draw_offer(ScreenContext& screen, Box const& box, Guidance const& offer) {
    constexpr float gap = 22;
    float const side = screen.icon(icon::section);
    Row row(box, gap);
    Box const icon = row.start(side);
    screen.canvas.icon({icon.x, icon.y + space::hair, side, side}, offer.icon, Colour::accent);
    Flow flow(row.rest());
    flow.add(screen.words(flow.rest(), offer.title, {.role = TypeRole::body, .weight = Weight::bold}));
    flow.add(screen.words(flow.rest(), offer.text, {.role = TypeRole::caption}));
    return flow.add(draw_beside(screen, flow.rest(), offer.text)).height();
}

/// Between two rows a rule, nearer to the row above.
float draw_offer_rows(ScreenContext& screen, Box const& box, std::vector<Guidance> const& offers, int columns) {
    constexpr float gap = 40;
    constexpr float below_rule = 13;
    Rows const rows{columns, gap, space::xl};
    return rows.each(box, offers, [&](Box const& place, int row, int column, Guidance const& offer) {
        if (row > 0 && column == 0) screen.canvas.rule(box.x, place.y - below_rule, box.w);
        float height = 0;
        screen.canvas.item([&] { height = draw_offer(screen, place, offer); });
        return height;
    });
}

float draw_content(ScreenContext& screen, Box const& box, OfferPanel const& panel, int columns, Note where) {
    Flow flow(box);
    flow.add(screen.canvas.words(flow.rest(), panel.title, {.role = TypeRole::card_title, .heading = true}));
    if (!panel.intro.empty()) flow.add(screen.canvas.words(flow.rest(), panel.intro, {.role = TypeRole::caption}));
    auto const foreign = std::ranges::find_if(
        panel.offers, [&](Guidance const& each) { return each.text.language != screen.visit.language; });
    if (foreign != panel.offers.end()) flow.add(draw_show_to(screen, flow.rest(), foreign->text));
    flow.skip(space::roomy);
    screen.canvas.list([&] { flow.add(draw_offer_rows(screen, flow.rest(), panel.offers, columns)); });
    float const note = screen.canvas.measure([&] { return unreviewed_note(screen, box); });
    if (note > 0 && where == Note::inside) flow.skip(space::l).add(unreviewed_note(screen, flow.rest()));
    return flow.height();
}

}  // namespace

OfferPanel first_steps(ScreenContext& screen, std::vector<Guidance> const& offers) {
    return {screen.say("services.offers"), "", offers};
}

float draw_offers(ScreenContext& screen, Box const& box, OfferPanel const& panel, int columns, Note where) {
    Box const inside = without_height(inset(box, offer_pad, space::xxl));
    auto const content = [&] { return draw_content(screen, inside, panel, columns, where); };
    float const height = std::max(box.h, screen.canvas.measure(content) + space::xxl + space::section);
    screen.canvas.panel({box.x, box.y, box.w, height}, corner::panel, Colour::tint, [&] { content(); });
    return height;
}

float draw_more_offers(ScreenContext& screen, Box const& box, std::vector<Guidance> const& more) {
    if (more.empty()) return 0;
    int const columns = screen.columns(box.w - 2 * offer_pad, narrowest_offer, 2);
    OfferPanel const panel{screen.say("services.offers_more"), "", more};
    return draw_offers(screen, without_height(box), panel, columns, Note::elsewhere) + space::xl;
}

Steps steps_with(std::vector<Guidance> const& offers, std::size_t first) {
    auto const middle = offers.begin() + std::ptrdiff_t(std::min(first, offers.size()));
    return {{offers.begin(), middle}, {middle, offers.end()}};
}

std::optional<OffersColumn> offers_column(ScreenContext& screen, float height, OfferPanel const& panel, Note note) {
    bool const beside = screen.shape() == ShapeClass::landscape && !screen.canvas.theme().header_scrolls();
    if (!beside || panel.offers.empty()) return std::nullopt;
    for (float const width : column_widths) {
        float const taken =
            screen.canvas.measure([&] { return draw_offers(screen, {0, 0, width, 0}, panel, 1, note); });
        if (taken <= height) return OffersColumn{width, note};
    }
    return std::nullopt;
}

}  // namespace halte
