#include "near_key.h"

#include <algorithm>

#include "card.h"

namespace halte {
namespace {

constexpr float key_height = 84;
constexpr float apart = 24;
constexpr float pad = 26;
constexpr float icon_gap = 12;

Type label_type() { return {.role = TypeRole::button}; }

std::string heading(Stage& stage, std::string_view title) {
    auto const town = stage.visit.town.empty() ? std::nullopt : stage.directory.town(stage.visit.town, stage.viewpoint);
    if (!town) return stage.say(title);
    return stage.say(title == "services.near" ? "services.near_town" : "services.from_town",
                     {{"town", isolated(town->name)}});
}

float key_width(Stage& stage, std::string const& label) {
    return pad + stage.icon(36) + icon_gap + stage.canvas.width_of(label, label_type()) + pad;
}

void draw_place_key(Stage& stage, Box const& box, std::string const& label) {
    Key const key{.name = label, .id = stage.act(Open{Screen::places, {}})};
    stage.canvas.key(box, key, [&] {
        float const side = stage.icon(36);
        float const middle = box.y + box.h / 2 - 1.5F;
        float const line = stage.canvas.line_of(label_type());
        float const left = box.x + pad + side + icon_gap;
        stage.canvas.icon({box.x + pad, middle - side / 2, side, side}, "pin", Colour::ink);
        stage.canvas.words({left, middle - line / 2, box.right() - pad - left, line}, label, label_type());
    });
}

}  // namespace

float draw_head_with_place(Stage& stage, Box const& box, char const* icon, std::string_view title) {
    std::string const words = heading(stage, title);
    std::string const label = stage.say("services.other_place");
    float const width = key_width(stage, label);
    float const room = box.w - width - apart;
    constexpr float heading_icon = 38 + 14;
    Type const type{.role = TypeRole::card_title};
    bool const beside = room > heading_icon && stage.canvas.fits(room - heading_icon, words, type) &&
                        stage.canvas.height_of(room - heading_icon, words, type) <= key_height;
    if (!beside) {
        float const head = draw_section(stage, box, icon, words);
        draw_place_key(stage, {box.x, box.y + head, std::min(width, box.w), key_height}, label);
        return head + key_height + 14;
    }
    float const head = stage.canvas.measure([&] { return draw_section(stage, {box.x, 0, room, 0}, icon, words); }) - 14;
    draw_section(stage, {box.x, box.y + (key_height - head) / 2, room, 0}, icon, words);
    draw_place_key(stage, {box.right() - width, box.y, width, key_height}, label);
    return key_height + 14;
}

}  // namespace halte
