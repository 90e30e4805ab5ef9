#include <doctest/doctest.h>
#include <halte/directory.h>
#include <halte/order.h>

#include <algorithm>

#include "coordinates.h"
#include "ids.h"
#include "listed_of.h"
#include "support/embedded.h"

using namespace halte;
using namespace halte::test;

namespace {

/// Tuesday 1 December 2026.
WallTime tuesday(int hour) { return {.date = {2026, 12, 1}, .weekday = 1, .minute = hour * 60}; }

Date const earliest_day{2026, 11, 24};

OrderedIds list(std::string const& situation, Viewpoint const& from, WallTime const& wall) {
    auto const ordered = embedded_directory().list({situation, from.language, wall, earliest_day}, from);
    return ids_of(*ordered, [&](ServiceRow row) { return embedded_directory().card(row, from).id; });
}

std::string first_three(OrderedIds const& ordered) {
    Ids const ids = ordered.cards();
    std::string words;
    for (std::size_t at = 0; at < std::min<std::size_t>(ids.size(), 3); ++at) words += (at > 0 ? " " : "") + ids[at];
    return words;
}

/// Every list that a place has.
Ids subjects(Viewpoint const& from) {
    Ids asked{"", std::string(authors_door)};
    for (Situation const& each : embedded_directory().situations(from)) asked.push_back(each.id);
    return asked;
}

}  // namespace

/// A row each: where and when, what is asked, and the first three cards. They follow from the facts: a row that fails
/// after a change of data/records is to be read, and mended where the new order helps the visitor less.
TEST_CASE("twelve terminals: the first three cards, and why") {
    struct Row {
        char const* situation;
        Viewpoint from;
        int hour;
        std::string cards;
        std::string why;
    };
    auto const check = [](Row const& row) {
        CAPTURE(std::string(row.situation));
        CAPTURE(row.from.language);
        CAPTURE(row.why);
        CHECK(first_three(list(row.situation, row.from, tuesday(row.hour))) == row.cards);
    };
    check({"rape",
           {"fr", "hospital", namur},
           7,
           "sos-viol cpvs-namur cpvs",
           "the dedicated line though it is closed, the care centre here though it has no number, the other centres"});
    check({"rape",
           {"nl", "hospital", antwerp},
           15,
           "cpvs-antwerpen cpvs sos-viol",
           "a line that answers in French only comes after the centre here"});
    check({"rape", {"ar", "town-hall", liege}, 3, "cpvs-liege cpvs sos-viol", "day and night, at any age"});
    check({"forced_marriage",
           {"ar", "asylum-centre", charleroi},
           10,
           "reseau-mariage-et-migration planning-marolles tele-accueil",
           "the one line for it, then the nearest place that is worth the way, then who answers now"});
    check({"school",
           {"fr", "school", mons},
           8,
           "ecoute-enfants-103 tele-accueil child-focus",
           "the line for children, closed until 10 h, then who answers at 8 h"});
    check({"minors",
           {"nl", "town-hall", brussels},
           15,
           "awel sos-enfants child-focus",
           "the Dutch line for children, and no team 77 km away"});
    check({"",
           {"en", "hospital", brussels},
           3,
           "chs-helpline child-focus tele-accueil",
           "the English line for anything before the one for missing children"});
    check({"authors",
           {"fr", "hospital", brussels},
           3,
           "seos stop-it-now-bruxelles tele-accueil",
           "anonymous lines first, then somebody who answers at night"});
    check({"fgm",
           {"fr", "hospital", liege},
           11,
           "gams-belgique cpf-soralia-liege gams-verviers",
           "the network's number, then the places near here"});
    check({"partner",
           {"fr", "hospital", mons},
           23,
           "ecoute-violences-conjugales tele-accueil cpvcf",
           "the dedicated line answers at night"});
    check({"partner", {"nl", "hospital", antwerp}, 11, "1712 tele-onthaal caw", "lines in Dutch before others"});
    check({"pictures",
           {"fr", "school", namur},
           11,
           "ecoute-enfants-103 child-focus sos-viol",
           "the line for children, then the one that has pictures taken down"});
}

TEST_CASE("what is closed names who answers now, in a language the visitor reads") {
    CHECK(list("rape", {"fr", "hospital", namur}, tuesday(7)).meanwhile == "tele-accueil");
    CHECK(list("rape", {"nl", "hospital", antwerp}, tuesday(3)).meanwhile == "cpvs-antwerpen");
    CHECK(list("minors", {"nl", "town-hall", brussels}, tuesday(3)).meanwhile == "child-focus");
    CHECK(list("sexwork", {"en", "town-hall", antwerp}, tuesday(3)).meanwhile == "chs-helpline");
}

TEST_CASE("in every situation, language and profile somebody answers at night") {
    for (std::string const& profile : embedded_directory().profile_ids()) {
        for (Language const& language : embedded_directory().languages()) {
            Viewpoint const from{language.code, profile, brussels};
            for (std::string const& situation : subjects(from)) {
                CAPTURE(profile);
                CAPTURE(language.code);
                CAPTURE(situation);
                CHECK_FALSE(list(situation, from, tuesday(3)).meanwhile.empty());
            }
        }
    }
}

/// Lists are put in order by what is read of all services at once, and show cards that are read one by one.
TEST_CASE("what a list is put in order by is what its cards say") {
    Directory const& directory = embedded_directory();
    auto const cards_about = [&](std::string const& subject, Viewpoint const& from) {
        if (subject.empty()) return directory.general_lines(from);
        return subject == authors_door ? directory.author_services(from) : directory.services(subject, from);
    };
    for (std::string const profile : {"hospital", "school"})
        for (std::string const language : {"fr", "nl", "ar", "en"})
            for (std::optional<Coordinates> const& place : {std::optional(liege), std::optional(antwerp), {}})
                for (int const hour : {3, 11, 18}) {
                    Viewpoint const from{language, profile, place};
                    for (std::string const& subject : subjects(from)) {
                        CAPTURE(profile);
                        CAPTURE(language);
                        CAPTURE(hour);
                        CAPTURE(subject);
                        Asking const asking{subject, language, tuesday(hour), earliest_day};
                        auto const by_cards =
                            ordered_by_cards(cards_about(subject, from), directory.lines_for_anything(from), asking);
                        CHECK(list(subject, from, tuesday(hour)) == by_cards);
                    }
                }
}

TEST_CASE("a city has its name in the visitor's language, where it has one") {
    auto const city_in = [](char const* language, char const* id) {
        return embedded_directory().service(id, {.language = language})->locations.front().city;
    };
    CHECK(city_in("fr", "adde") == "Bruxelles");
    CHECK(city_in("nl", "adde") == "Brussel");
    CHECK(city_in("en", "adde") == "Brussels");
    CHECK(city_in("fr", "transgender-infopunt") == "Gand");
    CHECK(city_in("nl", "transgender-infopunt") == "Gent");
    CHECK(city_in("nl", "cpvs-namur") == "Namen");
}

namespace {

ServiceSummary service(std::string const& id) { return {.id = id, .name = id, .website = "example.org"}; }
ServiceSummary line(std::string const& id, bool any_hour = true) {
    ServiceSummary made = service(id);
    made.phone = Phone{.number = "107", .any_hour = any_hour};
    made.any_hour = any_hour;
    return made;
}
ServiceSummary at(ServiceSummary made, double km) {
    made.street = "Rue";
    made.city = "City";
    made.distance_km = km;
    return made;
}
ServiceSummary for_rape(ServiceSummary made) {
    made.made_for = {"rape"};
    return made;
}
ServiceSummary speaking(ServiceSummary made, std::vector<std::string> languages) {
    made.languages = std::move(languages);
    return made;
}

OrderedIds ordered(std::vector<ServiceSummary> const& services, std::vector<ServiceSummary> const& anything = {}) {
    return ordered_by_cards(services, anything, {"rape", "fr", tuesday(15), earliest_day});
}

}  // namespace

TEST_CASE("what has no confirmed contact, is not sure to be open or receives nobody stands apart") {
    auto nothing = service("nothing");
    nothing.website.clear();
    auto written = nothing;
    written.id = "written";
    written.writing.email = "a@example.org";
    auto announced = line("announced");
    announced.open = false;
    auto professionals = line("professionals");
    professionals.receives_people = false;
    auto const list = ordered({nothing, written, for_rape(announced), professionals, service("site")});
    CHECK(list.unconfirmed == Ids{"nothing", "announced", "professionals"});
    CHECK(list.cards() == Ids{"written", "site"});
}

TEST_CASE("of places made for it lead those that are near, else the nearest within an hour, else a care centre") {
    auto const far = [](double km) { return for_rape(at(service("far"), km)); };
    auto centre = far(120);
    centre.id = "centre";
    centre.any_hour = true;
    CHECK(ordered({far(20), for_rape(at(service("near"), 5))}).first == Ids{"near", "far"});
    CHECK(ordered({far(50), for_rape(at(service("near"), 5))}).first == Ids{"near"});
    CHECK(ordered({far(50)}).first == Ids{"far"});
    CHECK(ordered({far(61)}).first.empty());
    CHECK(ordered({far(90), centre}).first == Ids{"centre"});
}

TEST_CASE("a line of another language gives way where one made for it speaks the visitor's") {
    auto const dutch = for_rape(speaking(line("dutch"), {"nl"}));
    auto const french = for_rape(speaking(line("french"), {"fr", "en"}));
    auto const both = ordered({dutch, french});
    CHECK(both.first == Ids{"french"});
    CHECK(both.rest == Ids{"dutch"});
    CHECK(ordered({dutch}).first == Ids{"dutch"});
}

TEST_CASE("now answers who is known to, near or from anywhere, independent services before authorities") {
    auto police = line("police");
    police.independence = Independence::authority;
    police.whole_country = true;
    auto regional = line("regional");
    regional.independence = Independence::authority;
    auto const list =
        ordered({police, regional, at(line("far"), 40), at(line("here"), 2), line("hours-unknown", false)});
    CHECK(list.now == Ids{"here", "police"});
    CHECK(list.rest == Ids{"far", "hours-unknown", "regional"});
}

TEST_CASE("where nobody understood answers, a line for anything does; and where there is none, any other") {
    auto const dutch = speaking(line("dutch"), {"nl"});
    auto const french = speaking(line("french"), {"fr"});
    CHECK(ordered({dutch}, {french}).now == Ids{"french"});
    CHECK(ordered({french}, {speaking(line("other"), {"fr"})}).now == Ids{"french"});
    CHECK(ordered({dutch}).now == Ids{"dutch"});
}

TEST_CASE("whoever needs a court's order comes last") {
    auto court = line("court");
    court.on_court_order = true;
    auto authority = service("authority");
    authority.independence = Independence::authority;
    CHECK(ordered({for_rape(court), authority, line("open")}).cards() == Ids{"open", "authority", "court"});
}
