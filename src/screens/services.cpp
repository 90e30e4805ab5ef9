#include <algorithm>

#include "card.h"
#include "list.h"
#include "offers.h"
#include "sections.h"

namespace halte {
namespace {

/// As many first steps as a page begins with, and the fewest beside a list that are worth a column.
constexpr std::size_t most_steps = 5;
constexpr std::size_t fewest_steps = 3;

float draw_list(Stage& stage, Box const& box, Ordered const& list, std::vector<Guidance> const& more, bool with_note) {
    bool const of_situation = stage.visit.here().screen == Screen::services;
    Flow flow({box.x, box.y, box.w, 0});
    flow.add(draw_sections(stage, flow.rest(), list, of_situation ? WayElsewhere::shown : WayElsewhere::absent));
    flow.add(draw_more_offers(stage, flow.rest(), more));
    if (with_note) flow.add(unreviewed_note(stage, flow.rest())).skip(space::xl);
    return flow.height();
}

/// The column beside the list, and the steps that stand in it.
struct StepsBeside {
    Steps steps;
    OffersColumn column;
};

/// With the note that nobody has read the words where it can be, and with as many steps as then have room.
std::optional<StepsBeside> steps_beside(Stage& stage, float height, std::vector<Guidance> const& offers) {
    std::size_t const most = std::min(most_steps, offers.size());
    std::size_t const fewest = std::max<std::size_t>(1, std::min(fewest_steps, most));
    for (Note const note : {Note::inside, Note::elsewhere}) {
        for (std::size_t count = most; count >= fewest; --count) {
            Steps steps = steps_with(offers, count);
            auto const column = offers_column(stage, height, steps.first, note);
            if (column) return StepsBeside{std::move(steps), *column};
        }
    }
    return std::nullopt;
}

void draw_beside(Stage& stage, Box const& content, StepsBeside const& beside, Ordered const& list) {
    OffersColumn const& column = beside.column;
    Row row(content, space::columns);
    Box const steps = row.start(column.width);
    draw_offers(stage, {steps.x, steps.y, steps.w, 0}, beside.steps.first, 1, column.note);
    stage.canvas.scroll(row.rest(), stage.visit.here().scroll, [&](Box const& box) {
        return draw_list(stage, box, list, beside.steps.more, column.note == Note::elsewhere);
    });
}

/// Three columns on a small screen, unless four offers stand better two by two.
int offer_columns(Stage const& stage, float width, int count) {
    constexpr float edges = 64;
    constexpr float narrowest_on_small = 320;
    bool const small = stage.shape() == ShapeClass::small;
    int const most = small && count != 4 ? std::min(3, count) : 2;
    return stage.columns(width - edges, small ? narrowest_on_small : narrowest_offer, most);
}

/// Offers, then the list; but where they would push every card off the first page, as large text does, the first card
/// comes before them.
float draw_offers_and_list(Stage& stage, Box const& box, Steps const& steps, Ordered list) {
    std::vector<Guidance> const& offers = steps.first;
    int const columns = offer_columns(stage, box.w, int(offers.size()));
    auto const draw_panel = [&](float y) {
        return draw_offers(stage, {box.x, y, box.w, 0}, offers, columns, Note::inside) + space::xl;
    };
    float y = box.y;
    Ordered others = list;
    if (auto const first = take_first_card(others)) {
        float const card = stage.canvas.measure([&] { return draw_sections(stage, box, *first); });
        float const panel = stage.canvas.measure([&] { return draw_panel(0); });
        if (panel + card > box.h) {
            y += draw_sections(stage, {box.x, y, box.w, 0}, *first);
            list = std::move(others);
        }
    }
    y += draw_panel(y);
    return y + draw_list(stage, {box.x, y, box.w, 0}, list, steps.more, false) - box.y;
}

void draw_in_a_column(Stage& stage, Title const& title, std::vector<Guidance> const& offers, Ordered const& list) {
    draw_page(stage, title, [&](Box const& box) {
        return offers.empty() ? draw_list(stage, box, list, {}, true)
                              : draw_offers_and_list(stage, box, steps_with(offers, most_steps), list);
    });
}

float draw_intro(Stage& stage, Box const& box, std::string const& words) {
    Type const soft{.role = TypeRole::lead, .colour = Colour::ink_soft};
    Flow flow(box);
    flow.skip(space::xs);
    return flow.add(stage.canvas.words(flow.rest(), words, soft)).skip(space::xl).height();
}

/// A list under its introduction, without first steps.
void draw_plain_list(Stage& stage, std::string const& title, std::string const& intro, Ordered const& list) {
    draw_page(stage, {title}, [&](Box const& box) {
        Flow flow({box.x, box.y, box.w, 0});
        flow.add(draw_intro(stage, flow.rest(), intro));
        return flow.add(draw_list(stage, flow.rest(), list, {}, true)).height();
    });
}

}  // namespace

void draw_services(Stage& stage) {
    std::string const& subject = stage.visit.here().subject;
    auto const situation = stage.directory.situation(subject, stage.viewpoint);
    Title const title{situation ? stage.read(situation->title) : ""};
    std::vector<Guidance> const offers = stage.directory.guidance(subject, stage.viewpoint);
    Ordered const list = list_about(stage, subject);
    auto const beside = steps_beside(stage, content_under(stage, title).h - space::xl, offers);
    if (!beside) return draw_in_a_column(stage, title, offers, list);
    draw_beside(stage, draw_header(stage, title), *beside, list);
    draw_sill(stage, Exit::shown);
}

void draw_general_lines(Stage& stage) {
    Ordered const list = list_about(stage, "");
    bool const understood = std::ranges::any_of(stage.directory.general_lines(stage.viewpoint), [&](auto const& line) {
        return std::ranges::find(line.languages, stage.visit.language) != line.languages.end();
    });
    draw_plain_list(stage, heading(stage),
                    stage.say(understood ? "services.general_lines_intro" : "services.general_lines_other_languages"),
                    list);
}

void draw_authors(Stage& stage) {
    draw_plain_list(stage, heading(stage), stage.say("services.authors_intro"),
                    list_about(stage, std::string(authors_door)));
}

void draw_unconfirmed(Stage& stage) {
    auto const services = list_about(stage, stage.visit.here().subject).unconfirmed;
    draw_page(stage, {heading(stage)}, [&](Box const& box) {
        constexpr float narrowest_card = 400;
        int const columns = card_columns(stage, box.w, narrowest_card, 2);
        Flow flow({box.x, box.y, box.w, 0});
        flow.add(draw_intro(stage, flow.rest(), stage.say("services.unconfirmed_intro")));
        flow.add(draw_cards(stage, flow.rest(), {services}, columns)).skip(space::xl);
        return flow.add(unreviewed_note(stage, flow.rest())).height();
    });
}

}  // namespace halte
