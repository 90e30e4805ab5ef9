#include "facts.h"

#include <algorithm>

namespace halte {
namespace {

constexpr float beside_rule = space::l;  ///< above and below a rule

float draw_lines(Stage& stage, Box const& box, Fact const& fact, Type const& title, Type const& line) {
    Canvas& canvas = stage.canvas;
    Flow flow(box);
    flow.add(canvas.words(flow.rest(), fact.title, title));
    for (Text const& said : fact.said)
        flow.add(canvas.words(flow.rest(), said.words, stage.type_of({.role = TypeRole::body}, said)));
    for (std::string const& words : fact.lines) flow.add(canvas.words(flow.rest(), words, line));
    return flow.height();
}

float draw_fact(Stage& stage, Box const& box, Fact const& fact) {
    float const side = stage.icon(icon::fact);
    Type title{.role = TypeRole::body, .weight = Weight::bold};
    Type line{.role = TypeRole::caption};
    if (fact.title_is_name) title = name_type(title, fact.name_language);
    if (fact.lines_are_names) line = name_type(line);
    Row row(box, space::roomy);
    Box first_line = row.start(side);
    first_line.h = std::max(side, stage.canvas.line_of(fact.title.empty() ? line : title));
    stage.canvas.icon(centred(first_line, side), fact.icon, Colour::accent);
    return std::max(side, draw_lines(stage, row.rest(), fact, title, line));
}

}  // namespace

float draw_facts(Stage& stage, Box const& box, std::vector<Fact> const& facts, int columns) {
    Rows const rows{columns, space::columns, 2 * beside_rule};
    return rows.each(box, facts, [&](Box const& place, int row, int, Fact const& fact) {
        if (row > 0) stage.canvas.rule(place.x, place.y - beside_rule, place.w);
        return draw_fact(stage, place, fact);
    });
}

}  // namespace halte
