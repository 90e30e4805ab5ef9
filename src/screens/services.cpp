#include <algorithm>

#include "card.h"
#include "groups.h"
#include "list.h"
#include "near_key.h"
#include "offers.h"

namespace halte {
namespace {

constexpr float column_gap = 48;
constexpr float below_section = 26;
/// As many first steps as a page begins with, and the fewest beside a list that are worth a column.
constexpr std::size_t most_steps = 5;
constexpr std::size_t fewest_steps = 3;

struct Section {
    char const* icon;
    std::string_view title;
    std::vector<ServiceSummary> services;
    bool lead = false;       ///< its first card is the largest
    bool place_key = false;  ///< its head has the key to another place
};

/// Those that are not empty, in their order.
std::vector<Section> sections_of(Groups const& groups) {
    std::vector<Section> sections{
        {"talk", "services.leading", groups.leading, true},
        {"day-and-night", "services.any_hour", groups.any_hour, groups.leading.empty()},
        {"pin", "services.near", groups.near},
        {groups.near.empty() ? "people" : "home", "services.elsewhere", groups.rest},
    };
    std::erase_if(sections, [](Section const& section) { return section.services.empty(); });
    auto const near = std::ranges::find(sections, "services.near", &Section::title);
    if (near != sections.end())
        near->place_key = true;
    else if (!sections.empty())
        sections.back().place_key = true;
    return sections;
}

float draw_one_section(Stage& stage, Box const& box, Section const& section) {
    int const columns = card_columns(stage, box.w, 400, 2);
    float y = box.y;
    y += section.place_key ? draw_head_with_place(stage, box, section.icon, section.title)
                           : draw_section(stage, box, section.icon, stage.say(section.title));
    y += draw_cards(stage, {box.x, y, box.w, 0}, section.services, columns, section.lead && columns > 1);
    return y + below_section - box.y;
}

float draw_groups(Stage& stage, Box const& box, Groups const& groups) {
    float y = box.y;
    for (Section const& section : sections_of(groups)) y += draw_one_section(stage, {box.x, y, box.w, 0}, section);
    return y - box.y;
}

float draw_list(Stage& stage, Box const& box, Groups const& groups, std::vector<Guidance> const& more, bool with_note) {
    float height = draw_groups(stage, box, groups);
    height += draw_more_offers(stage, {box.x, box.y + height, box.w, 0}, more);
    if (with_note) height += unreviewed_note(stage, {box.x, box.y + height, box.w, 0}) + 24;
    return height;
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

void draw_beside(Stage& stage, Box const& content, StepsBeside const& beside, Groups const& groups) {
    OffersColumn const& column = beside.column;
    draw_offers(stage, {content.x, content.y, column.width, 0}, beside.steps.first, 1, column.note);
    float const left = content.x + column.width + column_gap;
    Box const list{left, content.y, content.right() - left, content.h};
    stage.canvas.scroll(list, stage.visit.here().scroll, [&](Box const& box) {
        return draw_list(stage, box, groups, beside.steps.more, column.note == Note::elsewhere);
    });
}

/// Takes the first number to call out of its group, as a section of its own.
std::optional<Section> take_first_number(Groups& groups) {
    auto& group = groups.leading.empty() ? groups.any_hour : groups.leading;
    if (group.empty()) return std::nullopt;
    Section first = sections_of(groups).front();
    first.services.resize(1);
    first.place_key = false;
    group.erase(group.begin());
    return first;
}

/// Offers, then the list; but where they would push every number off the first page, as large text does, the first
/// number comes before them.
float draw_offers_and_list(Stage& stage, Box const& box, Steps const& steps, Groups groups) {
    std::vector<Guidance> const& offers = steps.first;
    bool const small = stage.shape() == ShapeClass::small;
    int const most = small && offers.size() != 4 ? std::min(3, int(offers.size())) : 2;
    int const columns = stage.columns(box.w - 64, small ? 320 : 440, most);
    auto const draw_panel = [&](float y) {
        return draw_offers(stage, {box.x, y, box.w, 0}, offers, columns, Note::inside) + 24;
    };
    float y = box.y;
    Groups others = groups;
    if (auto const first = take_first_number(others)) {
        float const number = stage.canvas.measure([&] { return draw_one_section(stage, box, *first); });
        float const panel = stage.canvas.measure([&] { return draw_panel(0); });
        if (panel + number - below_section > box.h) {
            y += draw_one_section(stage, {box.x, y, box.w, 0}, *first);
            groups = std::move(others);
        }
    }
    y += draw_panel(y);
    return y + draw_list(stage, {box.x, y, box.w, 0}, groups, steps.more, false) - box.y;
}

void draw_in_a_column(Stage& stage, Title const& title, std::vector<Guidance> const& offers, Groups const& groups) {
    draw_page(stage, title, [&](Box const& box) {
        return offers.empty() ? draw_list(stage, box, groups, {}, true)
                              : draw_offers_and_list(stage, box, steps_with(offers, most_steps), groups);
    });
}

/// A list without groups: its introduction, then cards.
void draw_plain_list(Stage& stage, std::string const& title, std::string const& intro,
                     std::vector<ServiceSummary> const& services) {
    draw_page(stage, {title}, [&](Box const& box) {
        float y = box.y + 8;
        y += stage.canvas.words({box.x, y, box.w, 0}, intro, {.role = TypeRole::lead, .colour = Colour::ink_soft}) + 24;
        int const columns = card_columns(stage, box.w, 400, 2);
        y += draw_cards(stage, {box.x, y, box.w, 0}, services, columns, columns > 1) + 16;
        float const note = unreviewed_note(stage, {box.x, y + 8, box.w, 0});
        return y + (note > 0 ? note + 24 : 0) - box.y;
    });
}

}  // namespace

void draw_services(Stage& stage) {
    std::string const& subject = stage.visit.here().subject;
    auto const situation = stage.directory.situation(subject, stage.viewpoint);
    Title const title{situation ? stage.read(situation->title) : ""};
    std::vector<Guidance> const offers = stage.directory.guidance(subject, stage.viewpoint);
    Groups const groups = grouped(stage.directory.services(subject, stage.viewpoint), stage.visit.language);
    auto const beside = steps_beside(stage, content_under(stage, title).h - 24, offers);
    if (!beside) return draw_in_a_column(stage, title, offers, groups);
    draw_beside(stage, draw_header(stage, title), *beside, groups);
    draw_sill(stage, Exit::shown);
}

void draw_general_lines(Stage& stage) {
    draw_plain_list(stage, stage.say("services.general_lines"), stage.say("services.general_lines_intro"),
                    stage.directory.general_lines(stage.viewpoint));
}

void draw_authors(Stage& stage) {
    draw_plain_list(stage, stage.say("situations.authors"), stage.say("services.authors_intro"),
                    stage.directory.author_services(stage.viewpoint));
}

}  // namespace halte
