#include "sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "badges.h"
#include "card.h"
#include "near_key.h"

namespace halte {
namespace {

constexpr float below_section = space::section;

struct Section {
    char const* icon;
    std::string_view title;
    std::vector<ServiceRow> const* services;
    bool closed_too = false;  ///< what is closed leads here too, and says who answers meanwhile
    bool place_key = false;   ///< its head has the key to another place
};

/// The key stands where places are told from, else at the last head: it can always be reached.
void put_place_key(std::vector<Section>& sections) {
    auto near = std::ranges::find(sections, "services.near", &Section::title);
    if (near == sections.end() && !sections.empty()) near = std::prev(sections.end());
    if (near != sections.end()) near->place_key = true;
}

/// Those that are not empty, in their order.
std::vector<Section> sections_of(Ordered const& list, bool with_place_key) {
    std::vector<Section> sections;
    auto const add = [&](Section const& section) {
        if (!section.services->empty()) sections.push_back(section);
    };
    add({"people", "services.leading", &list.first, true});
    add({"talk", "services.now", &list.now});
    add({"pin", "services.near", &list.near});
    add({"home", "services.elsewhere", &list.rest});
    if (with_place_key) put_place_key(sections);
    return sections;
}

float draw_section_of(ScreenContext& screen, Box const& box, Section const& section, Cards const& cards) {
    int const columns = card_columns(screen, box.w, narrowest_card, 2);
    Flow flow(box);
    flow.add(section.place_key ? draw_head_with_place(screen, box, section.icon, section.title)
                               : draw_section(screen, box, section.icon, screen.say(section.title)));
    flow.add(draw_cards(screen, flow.rest(), cards, columns));
    return flow.skip(below_section).height();
}

/// What the list on a screen is about.
std::string subject_of(Place const& place) {
    return place.screen == Screen::authors ? std::string(authors_door) : place.subject;
}

/// Services that nobody has confirmed yet stand on a page of their own, behind this key.
float draw_unconfirmed_key(ScreenContext& screen, Box const& box, std::size_t count) {
    Canvas& canvas = screen.canvas;
    Type const type{.role = TypeRole::body};
    std::string const words = screen.say("services.unconfirmed_count", {{"count", std::to_string(count)}});
    Row row(inset(without_height(box), space::xxl, 0), space::roomy);
    Box const end = row.end(icon::note);
    float const text = canvas.height_of(row.rest().w, words, type);
    Box const place{box.x, box.y, box.w, std::max(key::low, text + space::xxl)};
    Box const over = face(place);
    Open const open{Screen::unconfirmed, subject_of(screen.visit.here())};
    canvas.key(place, {.name = words, .id = screen.act(open), .look = KeyLook::door}, [&] {
        canvas.words(centred({row.rest().x, over.y, row.rest().w, over.h}, text), words, type);
        canvas.icon(centred({end.x, over.y, end.w, over.h}, end.w), "forward", Colour::accent);
    });
    return place.h + below_section;
}

}  // namespace

std::string list_name(ScreenContext const& screen, std::string_view part) {
    Place const& here = screen.visit.here();
    return fmt::format("{} {} {}", int(here.screen), here.subject, part);
}

std::shared_ptr<Ordered const> list_about(ScreenContext& screen, std::string const& subject) {
    Asking const asking{subject, screen.visit.language, screen.moment.wall, screen.terminal.known_past};
    return screen.directory.list(asking, screen.viewpoint);
}

std::optional<std::string> subject_come_from(Visit const& visit) {
    auto const list = std::find_if(visit.path.rbegin(), visit.path.rend(),
                                   [](Place const& place) { return traits_of(place.screen).lists_services; });
    if (list == visit.path.rend()) return std::nullopt;
    return subject_of(*list);
}

std::optional<ServiceSummary> answering_meanwhile(ScreenContext& screen, ServiceSummary const& service) {
    auto const subject = subject_come_from(screen.visit);
    if (!subject || !may_be_closed(screen, service)) return std::nullopt;
    auto const other = list_about(screen, *subject)->meanwhile;
    if (!other) return std::nullopt;
    return screen.directory.card(*other, screen.viewpoint);
}

std::optional<Ordered> take_first_card(Ordered& list) {
    auto& part = list.first.empty() ? list.now : list.first;
    if (part.empty()) return std::nullopt;
    Ordered first{.meanwhile = list.meanwhile};
    (list.first.empty() ? first.now : first.first).push_back(part.front());
    part.erase(part.begin());
    return first;
}

float draw_sections(ScreenContext& screen, Box const& box, Ordered const& list, WayElsewhere key) {
    Flow flow(without_height(box));
    bool const is_long = list.first.size() + list.now.size() + list.near.size() + list.rest.size() > most_laid_out;
    bool lead = card_columns(screen, box.w, narrowest_card, 2) > 1;
    for (Section const& section : sections_of(list, key == WayElsewhere::shown)) {
        Cards cards = cards_of(screen, *section.services, section.closed_too ? list.meanwhile : std::nullopt);
        cards.lead = lead;
        if (is_long) cards.long_list = list_name(screen, section.title);
        flow.add(draw_section_of(screen, flow.rest(), section, cards));
        lead = false;
    }
    if (!list.unconfirmed.empty()) flow.add(draw_unconfirmed_key(screen, flow.rest(), list.unconfirmed.size()));
    return flow.height();
}

}  // namespace halte
