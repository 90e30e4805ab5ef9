#include <doctest/doctest.h>
#include <halte/change.h>

#include "support/instants.h"

using namespace halte;
using halte::test::at;

using What = decltype(Event::what);

static Visit after(Visit visit, std::vector<What> const& events) {
    for (What const& what : events) visit = next(visit, {at(1), what});
    return visit;
}

/// A list, read to some depth, and the page of places opened from it.
static Visit asking_for_a_place() {
    return after({}, {ChooseLanguage{"fr"}, Open{Screen::services, "rape"}, Scroll{300}, Open{Screen::places, {}}});
}

TEST_CASE("choosing a place leads back to the list it was asked from, at its top") {
    Visit const chosen = after(asking_for_a_place(), {ChooseTown{"liege"}});
    CHECK(chosen.town == "liege");
    CHECK(chosen.here() == Place{.screen = Screen::services, .subject = "rape"});
    CHECK(chosen.path.size() == 3);
}

TEST_CASE("however many pages of places were turned, the list follows the choice") {
    Visit const chosen =
        after(asking_for_a_place(), {Open{Screen::places, "provinces"}, Open{Screen::places, "hainaut"},
                                     Open{Screen::places, "hainaut/2"}, ChooseTown{"ath"}});
    CHECK(chosen.here().screen == Screen::services);
    CHECK(chosen.path.size() == 3);
}

TEST_CASE("back from a page of places chooses nothing, and leads to where the person was") {
    Visit const back = after(asking_for_a_place(), {Open{Screen::places, "provinces"}, Back{}});
    CHECK(back.here() == Place{.screen = Screen::places, .subject = {}});
    Visit const list = after(back, {Back{}});
    CHECK(list.here().subject == "rape");
    CHECK(list.here().scroll == 300);
    CHECK(list.town.empty());
}

TEST_CASE("the place that was chosen stays on every page until another one is") {
    Visit const chosen = after(asking_for_a_place(), {ChooseTown{"liege"}});
    Visit const on = after(chosen, {Open{Screen::service, "sos-viol"}, ChooseLanguage{"nl"}, Back{}, Back{}});
    CHECK(on.here().screen == Screen::situations);
    CHECK(on.town == "liege");
    Visit const here = after(on, {Open{Screen::services, "school"}, Open{Screen::places, {}}, ChooseTown{}});
    CHECK(here.town.empty());
    CHECK(here.here().subject == "school");
}

TEST_CASE("the place that was chosen is gone with the visit, however it ends") {
    Visit const chosen = after(asking_for_a_place(), {ChooseTown{"liege"}});
    Visit const veiled = next(chosen, {at(46), Tick{}});
    REQUIRE(veiled.phase == Phase::veiled);
    CHECK(next(veiled, {at(47), Continue{}}).town == "liege");
    for (Visit const& over :
         {next(chosen, {at(2), Leave{}}), next(chosen, {at(200), Tick{}}), next(veiled, {at(47), StartAgain{}})})
        CHECK(over == Visit{.phase = Phase::ended});
    Visit const calling = next(veiled, {at(47), Open{Screen::emergency, {}}});
    CHECK(calling.phase == Phase::running);
    CHECK(calling.town.empty());
}

TEST_CASE("a place cannot be chosen under a veil, nor after the end") {
    Visit const veiled = next(asking_for_a_place(), {at(46), Tick{}});
    REQUIRE(veiled.phase == Phase::veiled);
    CHECK(next(veiled, {at(47), ChooseTown{"liege"}}) == veiled);
    Visit const ended = next(asking_for_a_place(), {at(2), Leave{}});
    CHECK(next(ended, {at(3), ChooseTown{"liege"}}) == ended);
}

TEST_CASE("a list that is told from another place is another page") {
    Visit const asking = asking_for_a_place();
    CHECK(change_between(asking, after(asking, {ChooseTown{"liege"}})).page);
    CHECK(change_between(asking, after(asking, {Open{Screen::places, "provinces"}})).page);
    Visit const list = after(asking, {Back{}});
    CHECK(change_between(list, after(list, {ChooseTown{"liege"}})).page);
}
