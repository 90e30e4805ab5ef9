#include <halte/without_phone.h>

#include <algorithm>
#include <array>

#include "card.h"
#include "legend.h"
#include "list.h"
#include "offers.h"
#include "sections.h"
#include "tools.h"

namespace halte {
namespace {

struct Advice {
    char const* icon;
    std::string_view title;
    std::string_view text;
};
constexpr std::array advice{
    Advice{"emergency", "without_phone.emergency_title", "without_phone.emergency"},
    Advice{"ear", "without_phone.deaf_title", "without_phone.deaf"},
    Advice{"seen", "without_phone.watched_title", "without_phone.watched"},
};

OfferPanel panel_of(ScreenContext& screen) {
    OfferPanel panel{screen.say("without_phone.intro_title"), screen.say("without_phone.intro"), {}};
    auto const phrase = [&](std::string_view key) { return screen.directory.phrase(key, screen.viewpoint); };
    for (Advice const& one : advice) panel.offers.push_back({"", one.icon, phrase(one.title), phrase(one.text)});
    return panel;
}

WithoutPhone ways_of(ScreenContext& screen) {
    std::vector<std::string> situations;
    for (Situation const& each : screen.directory.situations(screen.viewpoint)) situations.push_back(each.id);
    Asking const asking{subject_come_from(screen.visit).value_or(""), screen.visit.language, screen.moment.wall,
                        screen.terminal.known_past};
    return without_phone(screen.directory.without_phone(screen.viewpoint), std::move(situations), asking);
}

struct WaySection {
    char const* icon;
    std::string_view title;
    std::string_view traces;  ///< what this way leaves behind
    std::vector<ServiceSummary> ways;
    std::string_view which;
};

/// Under the head what that way leaves behind: it is chosen with that in mind.
float draw_way_section(ScreenContext& screen, Box const& box, WaySection const& section) {
    if (section.ways.empty()) return 0;
    int const columns = card_columns(screen, box.w, narrowest_card, 2);
    Flow flow(without_height(box));
    flow.add(draw_section(screen, flow.rest(), section.icon, screen.say(section.title)));
    flow.add(screen.canvas.words(flow.rest(), screen.say(section.traces),
                                 {.role = TypeRole::caption, .colour = Colour::ink_soft}));
    flow.skip(space::m);
    flow.add(draw_cards(screen, flow.rest(), cards_of(section.ways, section.which), columns));
    return flow.skip(space::section).height();
}

float draw_ways(ScreenContext& screen, Box const& box) {
    WithoutPhone ways = ways_of(screen);
    std::array<WaySection, 4> sections{{
        {"chat", "without_phone.now", "without_phone.chat_traces", std::move(ways.chat_now), ""},
        {"mail", "without_phone.messages", "without_phone.message_traces", std::move(ways.messages), "message"},
        {"pin", "without_phone.places", "without_phone.place_traces", std::move(ways.places), "place"},
        {"chat", "without_phone.chat", "without_phone.chat_traces", std::move(ways.chat_later), ""},
    }};
    auto const profile = screen.directory.profile(screen.terminal.profile);
    if (ways.chat_may_answer || (profile && profile->chat_first))
        std::rotate(sections.begin() + 1, sections.end() - 1, sections.end());
    Flow flow(without_height(box));
    for (WaySection const& section : sections) flow.add(draw_way_section(screen, flow.rest(), section));
    return flow.height();
}

/// The panel and the key to words to show stay beside the list.
struct Aside {
    OffersColumn column;
    float panel = 0;  ///< the panel's height
};

std::optional<Aside> aside_in(ScreenContext& screen, float height, OfferPanel const& panel) {
    float const tools =
        screen.canvas.measure([&] { return draw_tools(screen, {0, 0, narrowest_offer, 0}); }) + space::l;
    for (Note const note : {Note::inside, Note::elsewhere})
        if (auto const column = offers_column(screen, height - tools, panel, note))
            return Aside{*column, height - tools};
    return std::nullopt;
}

float draw_with_note(ScreenContext& screen, Box const& box, bool with_note) {
    Flow flow(without_height(box));
    flow.add(draw_ways(screen, flow.rest()));
    if (with_note) flow.add(unreviewed_note(screen, flow.rest()));
    return flow.skip(space::xl).height();
}

void draw_beside(ScreenContext& screen, Box const& content, Aside const& aside, OfferPanel const& panel) {
    Row row(content, space::columns);
    Flow flow(row.start(aside.column.width));
    draw_offers(screen, flow.take(aside.panel), panel, 1, aside.column.note);
    draw_tools(screen, flow.skip(space::l).rest());
    screen.canvas.scroll(draw_legend(screen, row.rest()), screen.visit.here().scroll, [&](Box const& box) {
        return draw_with_note(screen, box, aside.column.note == Note::elsewhere);
    });
}

/// The ways first, whoever has twenty seconds needs one of them.
void draw_in_a_column(ScreenContext& screen, Title const& title, OfferPanel const& panel) {
    draw_page(screen, title, [&](Box const& box) {
        int const columns = screen.columns(box.w, narrowest_offer, 2);
        Flow flow(without_height(box));
        flow.add(draw_ways(screen, flow.rest()));
        flow.add(draw_offers(screen, without_height(flow.rest()), panel, columns, Note::inside)).skip(space::l);
        return flow.add(draw_tools(screen, flow.rest())).skip(space::xl).height();
    });
}

}  // namespace

void draw_without_phone(ScreenContext& screen) {
    Title const title{heading(screen)};
    OfferPanel const panel = panel_of(screen);
    auto const aside = aside_in(screen, content_under(screen, title).h - space::xl, panel);
    if (!aside) return draw_in_a_column(screen, title, panel);
    draw_beside(screen, draw_header(screen, title), *aside, panel);
    draw_sill(screen, Exit::shown);
}

}  // namespace halte
