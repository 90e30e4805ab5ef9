#include "offers.h"

#include <algorithm>
#include <array>

#include "frame.h"

namespace halte {
namespace {

/// Tall scripts need the wider one.
constexpr std::array column_widths{470.0F, 560.0F};
constexpr float pad = 32;

float draw_offer(Stage& stage, Box const& box, Guidance const& offer) {
    Canvas& canvas = stage.canvas;
    float const icon = stage.icon(38);
    float const x = box.x + icon + 22;
    float const width = box.w - icon - 22;
    float y = box.y;
    canvas.icon({box.x, y + 2, icon, icon}, offer.icon, Colour::accent);
    y += stage.words({x, y, width, 0}, offer.title, {.role = TypeRole::body, .weight = Weight::bold});
    y += stage.words({x, y, width, 0}, offer.text, {.role = TypeRole::caption});
    return y - box.y;
}

float draw_offer_rows(Stage& stage, Box const& box, std::vector<Guidance> const& offers, int columns) {
    constexpr float between = 40;
    float const width = (box.w - between * float(columns - 1)) / float(columns);
    float y = box.y;
    for (std::size_t at = 0; at < offers.size(); at += std::size_t(columns)) {
        if (at > 0) {
            stage.canvas.rule(box.x, y + 11, box.w);
            y += 24;
        }
        float height = 0;
        for (int one = 0; one < columns && at + std::size_t(one) < offers.size(); ++one) {
            Box const place{box.x + float(one) * (width + between), y, width, 0};
            stage.canvas.item(
                [&] { height = std::max(height, draw_offer(stage, place, offers[at + std::size_t(one)])); });
        }
        y += height;
    }
    return y - box.y;
}

float draw_panel(Stage& stage, Box const& box, std::string_view title, std::vector<Guidance> const& offers, int columns,
                 Note where) {
    Box const inside{box.x + pad, box.y + 28, box.w - 2 * pad, 0};
    auto const content = [&] {
        float y = inside.y;
        y += stage.canvas.words({inside.x, y, inside.w, 0}, stage.say(title),
                                {.role = TypeRole::card_title, .heading = true}) +
             18;
        stage.canvas.list([&] { y += draw_offer_rows(stage, {inside.x, y, inside.w, 0}, offers, columns); });
        float const note = stage.canvas.measure([&] { return unreviewed_note(stage, inside); });
        if (note > 0 && where == Note::inside) y += 20 + unreviewed_note(stage, {inside.x, y + 20, inside.w, 0});
        return y - inside.y;
    };
    float const height = std::max(box.h, stage.canvas.measure(content) + 28 + 26);
    stage.canvas.panel({box.x, box.y, box.w, height}, 24, Colour::tint, [&] { content(); });
    return height;
}

}  // namespace

float draw_offers(Stage& stage, Box const& box, std::vector<Guidance> const& offers, int columns, Note where) {
    return draw_panel(stage, box, "services.offers", offers, columns, where);
}

float draw_more_offers(Stage& stage, Box const& box, std::vector<Guidance> const& more) {
    if (more.empty()) return 0;
    int const columns = stage.columns(box.w - 2 * pad, 440, 2);
    return draw_panel(stage, {box.x, box.y, box.w, 0}, "services.offers_more", more, columns, Note::elsewhere) + 24;
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
