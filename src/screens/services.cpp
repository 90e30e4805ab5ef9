#include <algorithm>

#include "card.h"
#include "legend.h"
#include "list.h"
#include "offers.h"
#include "sections.h"
#include "tools.h"

namespace halte {
namespace {

/// As many first steps as a page begins with, and the fewest beside a list that are worth a column.
constexpr std::size_t most_steps = 5;
constexpr std::size_t fewest_steps = 3;

float draw_list(ScreenContext& screen, Box const& box, Ordered const& list, std::vector<Guidance> const& more,
                bool with_note) {
    bool const of_situation = screen.visit.here().screen == Screen::services;
    Flow flow(without_height(box));
    flow.add(draw_sections(screen, flow.rest(), list, of_situation ? WayElsewhere::shown : WayElsewhere::absent));
    flow.add(draw_more_offers(screen, flow.rest(), more));
    if (with_note) flow.add(unreviewed_note(screen, flow.rest())).skip(space::xl);
    return flow.height();
}

/// The column beside the list, and the steps that stand in it.
struct StepsBeside {
    Steps steps;
    OffersColumn column;
};

/// With the note that nobody has read the words where it can be, and with as many steps as then have room.
std::optional<StepsBeside> steps_beside(ScreenContext& screen, float height, std::vector<Guidance> const& offers) {
    std::size_t const most = std::min(most_steps, offers.size());
    std::size_t const fewest = std::max<std::size_t>(1, std::min(fewest_steps, most));
    for (Note const note : {Note::inside, Note::elsewhere}) {
        for (std::size_t count = most; count >= fewest; --count) {
            Steps steps = steps_with(offers, count);
            auto const column = offers_column(screen, height, first_steps(screen, steps.first), note);
            if (column) return StepsBeside{std::move(steps), *column};
        }
    }
    return std::nullopt;
}

void draw_beside(ScreenContext& screen, Box const& content, StepsBeside const& beside, Ordered const& list) {
    OffersColumn const& column = beside.column;
    Row row(content, space::columns);
    Box const steps = row.start(column.width);
    draw_offers(screen, without_height(steps), first_steps(screen, beside.steps.first), 1, column.note);
    screen.canvas.scroll(draw_legend(screen, row.rest()), screen.visit.here().scroll, [&](Box const& box) {
        return draw_list(screen, box, list, beside.steps.more, column.note == Note::elsewhere);
    });
}

/// Three columns on a small screen, unless four offers stand better two by two.
int offer_columns(ScreenContext const& screen, float width, int count) {
    constexpr float edges = 64;
    constexpr float narrowest_on_small = 320;
    bool const small = screen.shape() == ShapeClass::small;
    int const most = small && count != 4 ? std::min(3, count) : 2;
    return screen.columns(width - edges, small ? narrowest_on_small : narrowest_offer, most);
}

/// Offers, because what to do now comes first, then the list. A card stands on the first page of every list: where the
/// offers would push all of them off it, as in large text, the first card comes before them.
float draw_offers_and_list(ScreenContext& screen, Box const& box, Steps const& steps, Ordered list) {
    std::vector<Guidance> const& offers = steps.first;
    int const columns = offer_columns(screen, box.w, int(offers.size()));
    OfferPanel const panel_of_steps = first_steps(screen, offers);
    auto const draw_panel = [&](Box const& place) {
        return draw_offers(screen, place, panel_of_steps, columns, Note::inside) + space::xl;
    };
    Flow flow(without_height(box));
    Ordered others = list;
    if (auto const first = take_first_card(others)) {
        float const card = screen.canvas.measure([&] { return draw_sections(screen, box, *first); });
        float const panel = screen.canvas.measure([&] { return draw_panel(without_height(box)); });
        if (panel + card > box.h) {
            flow.add(draw_sections(screen, flow.rest(), *first));
            list = std::move(others);
        }
    }
    flow.add(draw_panel(flow.rest()));
    return flow.add(draw_list(screen, flow.rest(), list, steps.more, false)).height();
}

void draw_in_a_column(ScreenContext& screen, Title const& title, std::vector<Guidance> const& offers,
                      Ordered const& list) {
    draw_page(screen, title, [&](Box const& box) {
        return offers.empty() ? draw_list(screen, box, list, {}, true)
                              : draw_offers_and_list(screen, box, steps_with(offers, most_steps), list);
    });
}

float draw_intro(ScreenContext& screen, Box const& box, std::string const& words) {
    Type const soft{.role = TypeRole::lead, .colour = Colour::ink_soft};
    Flow flow(box);
    flow.skip(space::xs);
    return flow.add(screen.canvas.words(flow.rest(), words, soft)).skip(space::xl).height();
}

/// Whether the keys to what helps with every subject stand above a list.
enum class Tools { shown, absent };

/// A list under its introduction, without first steps.
void draw_plain_list(ScreenContext& screen, std::string const& title, std::string const& intro, Ordered const& list,
                     Tools tools) {
    draw_page(screen, {title}, [&](Box const& box) {
        Flow flow(without_height(box));
        flow.add(draw_intro(screen, flow.rest(), intro));
        if (tools == Tools::shown) flow.add(draw_tools(screen, flow.rest())).skip(space::xl);
        return flow.add(draw_list(screen, flow.rest(), list, {}, true)).height();
    });
}

}  // namespace

void draw_services(ScreenContext& screen) {
    std::string const& subject = screen.visit.here().subject;
    auto const situation = screen.directory.situation(subject, screen.viewpoint);
    Title const title{situation ? screen.read(situation->title) : ""};
    std::vector<Guidance> const offers = screen.directory.guidance(subject, screen.viewpoint);
    auto const list = list_about(screen, subject);
    auto const beside = steps_beside(screen, content_under(screen, title).h - space::xl, offers);
    if (!beside) return draw_in_a_column(screen, title, offers, *list);
    draw_beside(screen, draw_header(screen, title), *beside, *list);
    draw_sill(screen, Exit::shown);
}

void draw_general_lines(ScreenContext& screen) {
    auto const list = list_about(screen, "");
    bool const understood =
        std::ranges::any_of(screen.directory.general_lines(screen.viewpoint), [&](auto const& line) {
            return std::ranges::find(line.languages, screen.visit.language) != line.languages.end();
        });
    draw_plain_list(screen, heading(screen),
                    screen.say(understood ? "services.general_lines_intro" : "services.general_lines_other_languages"),
                    *list, Tools::shown);
}

void draw_authors(ScreenContext& screen) {
    draw_plain_list(screen, heading(screen), screen.say("services.authors_intro"),
                    *list_about(screen, std::string(authors_door)), Tools::absent);
}

void draw_unconfirmed(ScreenContext& screen) {
    auto const list = list_about(screen, screen.visit.here().subject);
    Cards cards = cards_of(screen, list->unconfirmed);
    if (list->unconfirmed.size() > most_laid_out) cards.long_list = list_name(screen, "unconfirmed");
    draw_page(screen, {heading(screen)}, [&](Box const& box) {
        constexpr float narrowest_card = 400;
        int const columns = card_columns(screen, box.w, narrowest_card, 2);
        Flow flow(without_height(box));
        flow.add(draw_intro(screen, flow.rest(), screen.say("services.unconfirmed_intro")));
        flow.add(draw_cards(screen, flow.rest(), cards, columns)).skip(space::xl);
        return flow.add(unreviewed_note(screen, flow.rest())).height();
    });
}

}  // namespace halte
