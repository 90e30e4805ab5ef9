// What is said of hours: on the card, and in the list of a page.
#include "times.h"

#include <doctest/doctest.h>

#include "badges.h"
#include "support/scenes.h"

using namespace halte;

namespace {

Schedule hours(int first_day, int last_day, int opens, int closes) {
    Schedule schedule{.opens_at = opens * 60, .closes_at = closes * 60};
    for (int day = first_day; day <= last_day; ++day) schedule.byday.at(std::size_t(day)) = true;
    return schedule;
}

std::vector<Schedule> const nights{hours(0, 6, 18, 24), hours(0, 6, 0, 6)};
std::vector<Schedule> const weekend{hours(4, 4, 18, 24), hours(5, 6, 0, 24), hours(0, 0, 0, 8)};

/// With ordinary spaces for those that do not break, and without the marks around names.
std::string plain(std::string words) {
    for (auto at = words.find("\u00A0"); at != std::string::npos; at = words.find("\u00A0"))
        words.replace(at, 2, 1, ' ');
    for (char const* mark : {"\u2068", "\u2069"})
        for (auto at = words.find(mark); at != std::string::npos; at = words.find(mark)) words.erase(at, 3);
    return words;
}

/// A screen in a language at an hour of Saturday, a day after the program's own.
class Told {
public:
    Told(std::string const& language, int hour, Date day = {2026, 12, 5})
        : m_moment{{.date = day, .weekday = 5, .minute = hour * 60}, Instant{}},
          m_terminal(scenes::example_terminal(m_directory)),
          m_canvas(Canvas::create(scenes::audited_shapes()[1].shape, icons_of(m_directory)).value()) {
        m_visit.language = language;
    }
    /// The first badge of a service with these hours; "" when there is none.
    std::string badge(std::vector<Schedule> const& schedules) {
        ScreenContext screen(m_visit, m_directory, m_terminal, m_moment, m_canvas, PageWords{});
        auto const badges = badges_of(screen, {.website = "example.org", .schedules = schedules}, {});
        return badges.empty() ? "" : plain(badges.front().words);
    }
    std::string all_badges(std::vector<Schedule> const& schedules, ServiceSummary const& meanwhile) {
        ScreenContext screen(m_visit, m_directory, m_terminal, m_moment, m_canvas, PageWords{});
        std::string words;
        for (Badge const& badge :
             badges_of(screen, {.website = "example.org", .schedules = schedules}, {.meanwhile = meanwhile}))
            words += plain(badge.words) + "|";
        return words;
    }
    std::vector<std::string> lines(std::vector<Schedule> const& schedules) {
        ScreenContext screen(m_visit, m_directory, m_terminal, m_moment, m_canvas, PageWords{});
        std::vector<std::string> lines = schedule_lines(screen, schedules);
        for (std::string& line : lines) line = plain(line);
        return lines;
    }

private:
    Moment m_moment;
    Directory m_directory = Directory::open_bytes(embedded_snapshot()).value();
    Terminal m_terminal;
    Canvas m_canvas;
    Visit m_visit;
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a card says when a night ends, and not midnight") {
    CHECK(Told("fr", 19).badge(nights) == "Ouvert jusqu’à 6 h");
    CHECK(Told("fr", 3).badge(nights) == "Ouvert jusqu’à 6 h");
    CHECK(Told("fr", 10).badge(nights) == "Ouvre à 18 h");
    CHECK(Told("fr", 10).badge({hours(0, 6, 9, 24)}) == "Ouvert jusqu’à minuit");
}

TEST_CASE("a card of what is closed says when it opens, and on a holiday that nobody knows") {
    std::vector<Schedule> const weekdays{hours(0, 4, 9, 17)};
    CHECK(Told("fr", 10).badge(weekdays) == "Ouvre lundi à 9 h");
    CHECK(Told("fr", 18).badge({hours(0, 6, 9, 17)}) == "Ouvre demain à 9 h");
    CHECK(Told("en", 10).badge(weekdays) == "Opens on Monday at 9:00");
    CHECK(Told("fr", 10, {2027, 12, 25}).badge(weekend) == "Jour férié : peut être fermé");
    CHECK(Told("fr", 10, {2027, 12, 25}).badge({hours(0, 6, 0, 24)}) == "Jour et nuit");
}

TEST_CASE("a card of what is closed names who answers now") {
    std::vector<Schedule> const weekdays{hours(0, 4, 9, 17)};
    ServiceSummary const other{.id = "other", .name = "Télé-Accueil", .phone = Phone{.number = "107"}};
    CHECK(Told("fr", 10).all_badges(weekdays, other) == "Ouvre lundi à 9 h|Maintenant : Télé-Accueil, 107|");
    CHECK(Told("fr", 10).all_badges(weekend, other) == "Ouvert jusqu’à lundi 8 h|");
}

TEST_CASE("a card names the day of a closing that is more than a day away") {
    CHECK(Told("fr", 7).badge(weekend) == "Ouvert jusqu’à lundi 8 h");
    CHECK(Told("ar", 7).badge(weekend).find("الاثنين") != std::string::npos);
    CHECK(Told("fr", 10).badge({hours(0, 6, 0, 24)}) == "Jour et nuit");
}

TEST_CASE("a page lists hours that touch as one, and day and night in words") {
    CHECK(Told("fr", 10).lines(nights) == Lines{"tous les jours, 18 h – 6 h"});
    CHECK(Told("fr", 10).lines({hours(0, 4, 12, 13), hours(0, 4, 13, 17)}) == Lines{"lundi à vendredi, 12 h – 17 h"});
    CHECK(Told("fr", 10).lines(weekend) ==
          Lines{"lundi, 0 h – 8 h", "vendredi, 18 h – minuit", "samedi, dimanche, 0 h – minuit"});
    CHECK(Told("fr", 10).lines({hours(0, 6, 0, 24)}) == Lines{"Jour et nuit, tous les jours"});
}

TEST_CASE("a clock that went back behind the program says of no service whether it is open") {
    CHECK(Told("fr", 19, {1970, 1, 1}).badge(nights).empty());
    CHECK(Told("fr", 19, {2003, 1, 4}).badge(nights).empty());
    CHECK(Told("fr", 10, {1970, 1, 1}).badge({hours(0, 6, 0, 24)}) == "Jour et nuit");
}
