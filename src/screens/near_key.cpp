#include "near_key.h"

#include <algorithm>

#include "card.h"

namespace halte {
namespace {

constexpr float pad = space::section;
constexpr float below = space::snug;

std::string heading(Stage& stage, std::string_view title) {
    auto const town = stage.visit.town.empty() ? std::nullopt : stage.directory.town(stage.visit.town, stage.viewpoint);
    if (!town) return stage.say(title);
    return stage.say(title == "services.near" ? "services.near_town" : "services.from_town",
                     {{"town", isolated(town->name)}});
}

IconAndWords content_of(Stage const& stage, std::string const& label) {
    return {.icon = "pin",
            .words = label,
            .type = {.role = TypeRole::button},
            .side = stage.icon(icon::fact),
            .gap = space::s,
            .colour = Colour::ink};
}

void draw_place_key(Stage& stage, Box const& box, IconAndWords const& content) {
    Key const key{.name = content.words, .id = stage.act(Open{Screen::places, {}})};
    stage.canvas.key(box, key, [&] { draw(stage.canvas, inset(face(box), pad, 0), content); });
}

/// Whether the head stands beside the key, and no higher than that.
bool fits_beside(Stage& stage, float width, IconAndWords const& head) {
    float const room = width - head.before();
    return room > 0 && stage.canvas.fits(room, head.words, head.type) &&
           stage.canvas.height_of(room, head.words, head.type) <= key::low;
}

}  // namespace

float draw_head_with_place(Stage& stage, Box const& box, char const* icon, std::string_view title) {
    std::string const words = heading(stage, title);
    IconAndWords const content = content_of(stage, stage.say("services.other_place"));
    float const width = width_of(stage.canvas, content) + 2 * pad;
    Row row({box.x, box.y, box.w, key::low}, space::xl);
    Box const key = row.end(width);
    if (!fits_beside(stage, row.rest().w, section_head(icon, words))) {
        Flow flow({box.x, box.y, std::min(width, box.w), 0});
        flow.add(draw_section(stage, box, icon, words));
        draw_place_key(stage, flow.take(key::low), content);
        return flow.skip(below).height();
    }
    Box const room = row.rest();
    float const head = stage.canvas.measure([&] { return draw_section(stage, room, icon, words); }) - below;
    draw_section(stage, centred(room, head), icon, words);
    draw_place_key(stage, key, content);
    return key.h + below;
}

}  // namespace halte
