#include <algorithm>

#include "card.h"
#include "list.h"

namespace halte {
namespace {

constexpr double near_km = 30;
constexpr float offers_column = 470;
constexpr float column_gap = 48;

struct Groups {
    std::vector<ServiceSummary> any_hour;
    std::vector<ServiceSummary> near;
    std::vector<ServiceSummary> rest;
};

bool is_near(ServiceSummary const& service) { return service.distance_km && *service.distance_km <= near_km; }

/// Authorities stay behind independent services; among those, what is specialised and then what is closer comes first.
void sort_by_distance(std::vector<ServiceSummary>& services) {
    auto const rank = [](ServiceSummary const& service) {
        return std::tuple(service.independence, !service.specialised, service.distance_km.value_or(1e6));
    };
    std::stable_sort(services.begin(), services.end(),
                     [&](ServiceSummary const& one, ServiceSummary const& other) { return rank(one) < rank(other); });
}

Groups grouped(std::vector<ServiceSummary> services) {
    Groups groups;
    for (ServiceSummary& service : services) {
        bool const now = service.any_hour && service.phone && service.open;
        auto& group = now ? groups.any_hour : is_near(service) ? groups.near : groups.rest;
        group.push_back(std::move(service));
    }
    sort_by_distance(groups.near);
    std::stable_partition(groups.any_hour.begin(), groups.any_hour.end(),
                          [](auto const& one) { return one.specialised && is_near(one); });
    return groups;
}

float draw_offer(Stage& stage, Box const& box, Guidance const& offer) {
    Canvas& canvas = stage.canvas;
    float const icon = stage.icon(38);
    float const x = box.x + icon + 22;
    float const width = box.w - icon - 22;
    float y = box.y;
    canvas.icon({box.x, y + 2, icon, icon}, offer.icon, Colour::accent);
    y += stage.words({x, y, width, 0}, offer.title, {.role = TypeRole::body, .weight = Weight::bold});
    y += stage.words({x, y, width, 0}, offer.text, {.role = TypeRole::caption});
    return y - box.y;
}

float draw_offer_rows(Stage& stage, Box const& box, std::vector<Guidance> const& offers, int columns) {
    constexpr float between = 40;
    float const width = (box.w - between * float(columns - 1)) / float(columns);
    float y = box.y;
    for (std::size_t at = 0; at < offers.size(); at += std::size_t(columns)) {
        if (at > 0) {
            stage.canvas.rule(box.x, y + 11, box.w);
            y += 24;
        }
        float height = 0;
        for (int one = 0; one < columns && at + std::size_t(one) < offers.size(); ++one) {
            Box const place{box.x + float(one) * (width + between), y, width, 0};
            height = std::max(height, draw_offer(stage, place, offers[at + std::size_t(one)]));
        }
        y += height;
    }
    return y - box.y;
}

/// What may be done now: tinted, to be read, never an order. The note on the translation stands with it where it fits.
enum class Note { inside, elsewhere };
float draw_offers(Stage& stage, Box const& box, std::vector<Guidance> const& offers, int columns, Note where) {
    constexpr float pad = 32;
    Box const inside{box.x + pad, box.y + 28, box.w - 2 * pad, 0};
    auto const content = [&] {
        float y = inside.y;
        y += stage.canvas.words({inside.x, y, inside.w, 0}, stage.say("services.offers"),
                                {.role = TypeRole::card_title}) +
             18;
        y += draw_offer_rows(stage, {inside.x, y, inside.w, 0}, offers, columns);
        float const note = stage.canvas.measure([&] { return unreviewed_note(stage, inside); });
        if (note > 0 && where == Note::inside) y += 20 + unreviewed_note(stage, {inside.x, y + 20, inside.w, 0});
        return y - inside.y;
    };
    float const height = std::max(box.h, stage.canvas.measure(content) + 28 + 26);
    stage.canvas.panel({box.x, box.y, box.w, height}, 24, Colour::tint, [&] { content(); });
    return height;
}

struct Section {
    char const* icon;
    std::string_view title;
    std::vector<ServiceSummary> const& services;
    bool lead = false;
};

float draw_groups(Stage& stage, Box const& box, Groups const& groups) {
    int const columns = stage.shape() == ShapeClass::portrait ? 1 : stage.columns(box.w, 400, 2);
    bool const somewhere_near = !groups.near.empty();
    std::array const sections{
        Section{"day-and-night", "services.any_hour", groups.any_hour, columns > 1},
        Section{"pin", "services.near", groups.near},
        Section{somewhere_near ? "home" : "people", "services.elsewhere", groups.rest},
    };
    float y = box.y;
    for (Section const& section : sections) {
        if (section.services.empty()) continue;
        y += draw_section(stage, {box.x, y, box.w, 0}, section.icon, stage.say(section.title));
        y += draw_cards(stage, {box.x, y, box.w, 0}, section.services, columns, section.lead) + 26;
    }
    return y - box.y;
}

float draw_list(Stage& stage, Box const& box, Groups const& groups, bool with_note) {
    float height = draw_groups(stage, box, groups);
    if (with_note) height += unreviewed_note(stage, {box.x, box.y + height, box.w, 0}) + 24;
    return height;
}

void draw_beside(Stage& stage, Box const& content, std::vector<Guidance> const& offers, Groups const& groups,
                 Note where) {
    draw_offers(stage, {content.x, content.y, offers_column, 0}, offers, 1, where);
    float const left = content.x + offers_column + column_gap;
    Box const list{left, content.y, content.right() - left, content.h};
    stage.canvas.scroll(list, stage.visit.here().scroll,
                        [&](Box const& box) { return draw_list(stage, box, groups, where == Note::elsewhere); });
}

void draw_in_a_column(Stage& stage, Box const& content, std::vector<Guidance> const& offers, Groups const& groups) {
    stage.canvas.scroll(content, stage.visit.here().scroll, [&](Box const& box) {
        float y = box.y;
        int const columns = stage.columns(box.w - 64, 440, 2);
        if (!offers.empty()) y += draw_offers(stage, {box.x, y, box.w, 0}, offers, columns, Note::inside) + 24;
        return y + draw_list(stage, {box.x, y, box.w, 0}, groups, offers.empty()) - box.y;
    });
}

/// A list without groups: its introduction, then cards.
void draw_plain_list(Stage& stage, std::string const& title, std::string const& intro,
                     std::vector<ServiceSummary> const& services) {
    Box const content = draw_header(stage, title);
    stage.canvas.scroll(content, stage.visit.here().scroll, [&](Box const& box) {
        float y = box.y + 8;
        y += stage.canvas.words({box.x, y, box.w, 0}, intro, {.role = TypeRole::lead, .colour = Colour::ink_soft}) + 24;
        int const columns = stage.shape() == ShapeClass::portrait ? 1 : stage.columns(box.w, 400, 2);
        y += draw_cards(stage, {box.x, y, box.w, 0}, services, columns, columns > 1) + 16;
        float const note = unreviewed_note(stage, {box.x, y + 8, box.w, 0});
        return y + (note > 0 ? note + 24 : 0) - box.y;
    });
    draw_sill(stage, Exit::shown);
}

}  // namespace

void draw_services(Stage& stage) {
    std::string const& subject = stage.visit.here().subject;
    auto const situation = stage.directory.situation(subject, stage.viewpoint);
    Box const content = draw_header(stage, situation ? stage.read(situation->title) : "");
    std::vector<Guidance> const offers = stage.directory.guidance(subject, stage.viewpoint);
    Groups const groups = grouped(stage.directory.services(subject, stage.viewpoint));
    auto const fits = [&](Note where) {
        if (stage.shape() != ShapeClass::landscape || offers.empty()) return false;
        return stage.canvas.measure([&] {
            return draw_offers(stage, {0, 0, offers_column, 0}, offers, 1, where);
        }) <= content.h - 24;
    };
    if (fits(Note::inside))
        draw_beside(stage, content, offers, groups, Note::inside);
    else if (fits(Note::elsewhere))
        draw_beside(stage, content, offers, groups, Note::elsewhere);
    else
        draw_in_a_column(stage, content, offers, groups);
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
