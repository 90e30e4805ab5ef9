#include "facts.h"

#include <algorithm>

#include "addresses.h"

namespace halte {
namespace {

constexpr float beside_rule = space::l;  ///< above and below a rule

float draw_lines(ScreenContext& screen, Box const& box, Fact const& fact, Type const& title, Type const& line) {
    Canvas& canvas = screen.canvas;
    Flow flow(box);
    Address const address =
        fact.title_is_address ? address_in(screen, box.w, fact.title, title) : Address{fact.title, title};
    flow.add(canvas.words(flow.rest(), address.words, address.type));
    for (Text const& said : fact.said)
        flow.add(canvas.words(flow.rest(), said.words, screen.type_of({.role = TypeRole::body}, said)));
    for (std::string const& words : fact.lines) flow.add(canvas.words(flow.rest(), words, line));
    for (Text const& text : fact.texts)
        flow.add(screen.words(flow.rest(), text, line)).add(draw_beside(screen, flow.rest(), text));
    return flow.height();
}

float draw_fact(ScreenContext& screen, Box const& box, Fact const& fact) {
    float const side = screen.icon(icon::fact);
    Type title{.role = TypeRole::body, .weight = Weight::bold};
    Type line{.role = TypeRole::caption};
    if (fact.title_is_name) title = name_type(title, screen.written_in(fact.name_language));
    if (fact.lines_are_names) line = name_type(line);
    Row row(box, space::roomy);
    Box first_line = row.start(side);
    first_line.h = std::max(side, screen.canvas.line_of(fact.title.empty() ? line : title));
    screen.canvas.icon(centred(first_line, side), fact.icon, Colour::accent);
    return std::max(side, draw_lines(screen, row.rest(), fact, title, line));
}

}  // namespace

float draw_facts(ScreenContext& screen, Box const& box, std::vector<Fact> const& facts, int columns) {
    Rows const rows{columns, space::columns, 2 * beside_rule};
    return rows.each(box, facts, [&](Box const& place, int row, int, Fact const& fact) {
        if (row > 0) screen.canvas.rule(place.x, place.y - beside_rule, place.w);
        return draw_fact(screen, place, fact);
    });
}

}  // namespace halte
