#include "near_key.h"

#include <algorithm>

#include "card.h"

namespace halte {
namespace {

constexpr float near_pad = space::section;
constexpr float below = space::snug;

std::string heading(ScreenContext& screen, std::string_view title) {
    auto const town =
        screen.visit.town.empty() ? std::nullopt : screen.directory.town(screen.visit.town, screen.viewpoint);
    if (!town) return screen.say(title);
    return screen.say(title == "services.near" ? "services.near_town" : "services.from_town",
                      {{"town", isolated(town->name)}});
}

IconAndWords content_of(ScreenContext const& screen, std::string const& label) {
    return {.icon = "pin",
            .words = label,
            .type = {.role = TypeRole::button},
            .side = screen.icon(icon::fact),
            .gap = space::s,
            .colour = Colour::ink};
}

void draw_place_key(ScreenContext& screen, Box const& box, IconAndWords const& content) {
    Key const key{.name = content.words, .id = screen.act(Open{Screen::places, {}})};
    screen.canvas.key(box, key, [&] { draw(screen.canvas, inset(face(box), near_pad, 0), content); });
}

/// Whether the head stands beside the key, and no higher than that.
bool fits_beside(ScreenContext& screen, float width, IconAndWords const& head) {
    float const room = width - head.before();
    return room > 0 && screen.canvas.fits(room, head.words, head.type) &&
           screen.canvas.height_of(room, head.words, head.type) <= key::low;
}

}  // namespace

float draw_head_with_place(ScreenContext& screen, Box const& box, char const* icon, std::string_view title) {
    std::string const words = heading(screen, title);
    IconAndWords const content = content_of(screen, screen.say("services.other_place"));
    float const width = width_of(screen.canvas, content) + 2 * near_pad;
    Row row({box.x, box.y, box.w, key::low}, space::xl);
    Box const key = row.end(width);
    if (!fits_beside(screen, row.rest().w, section_head(icon, words))) {
        Flow flow({box.x, box.y, std::min(width, box.w), 0});
        flow.add(draw_section(screen, box, icon, words));
        draw_place_key(screen, flow.take(key::low), content);
        return flow.skip(below).height();
    }
    Box const room = row.rest();
    float const head = screen.canvas.measure([&] { return draw_section(screen, room, icon, words); }) - below;
    draw_section(screen, centred(room, head), icon, words);
    draw_place_key(screen, key, content);
    return key.h + below;
}

}  // namespace halte
