#include "facts.h"

#include <algorithm>

namespace halte {
namespace {

constexpr float icon_side = 36;
constexpr float icon_gap = 18;
constexpr float above = 20;
constexpr float below = 20;
constexpr float between_columns = 48;

float draw_fact(Stage& stage, Box const& box, Fact const& fact) {
    Canvas& canvas = stage.canvas;
    float const icon = stage.icon(icon_side);
    Type title{.role = TypeRole::body, .weight = Weight::bold};
    Type line{.role = TypeRole::caption};
    if (fact.title_is_name) title = name_type(title, stage.written_in(fact.name_language));
    if (fact.lines_are_names) line = name_type(line);
    float const x = box.x + icon + icon_gap;
    float const width = box.w - icon - icon_gap;
    float const first = canvas.line_of(fact.title.empty() ? line : title);
    canvas.icon({box.x, box.y + std::max(0.0F, (first - icon) / 2), icon, icon}, fact.icon, Colour::accent);
    float y = box.y;
    y += canvas.words({x, y, width, 0}, fact.title, title);
    for (Text const& said : fact.said)
        y += canvas.words({x, y, width, 0}, said.words, stage.type_of({.role = TypeRole::body}, said));
    for (std::string const& words : fact.lines) y += canvas.words({x, y, width, 0}, words, line);
    return std::max(icon, y - box.y);
}

}  // namespace

float draw_facts(Stage& stage, Box const& box, std::vector<Fact> const& facts, int columns) {
    float const width = (box.w - between_columns * float(columns - 1)) / float(columns);
    float y = box.y;
    for (std::size_t at = 0; at < facts.size(); at += std::size_t(columns)) {
        float height = 0;
        for (std::size_t one = 0; one < std::size_t(columns) && at + one < facts.size(); ++one) {
            float const x = box.x + float(one) * (width + between_columns);
            if (at > 0) stage.canvas.rule(x, y, width);
            float const top = y + (at > 0 ? above : 0);
            height = std::max(height, draw_fact(stage, {x, top, width, 0}, facts[at + one]) + (at > 0 ? above : 0));
        }
        y += height + below;
    }
    return std::max(0.0F, y - below - box.y);
}

}  // namespace halte
