#include <doctest/doctest.h>
#include <halte/change.h>

#include "support/instants.h"

using namespace halte;
using halte::test::at;

namespace {
Visit after(Visit visit, std::initializer_list<Event> events) {
    for (Event const& event : events) visit = next(visit, event);
    return visit;
}
Visit on_service(int since) {
    return after({}, {{at(since), ChooseLanguage{"ar"}},
                      {at(since), Open{Screen::services, "rape"}},
                      {at(since), Open{Screen::service, "sos-viol"}},
                      {at(since), Scroll{120}}});
}
}  // namespace

TEST_CASE("an untouched welcome screen stays for ever") {
    Visit const day_later = next({}, {at(86'400), Tick{}});
    CHECK(day_later.phase == Phase::untouched);
    CHECK_FALSE(next_change(day_later, at(86'400)));
}

TEST_CASE("a language opens the situations, and back leads to the welcome screen") {
    Visit const chosen = next({}, {at(1), ChooseLanguage{"nl"}});
    CHECK(chosen.here().screen == Screen::situations);
    CHECK(chosen.language == "nl");
    CHECK(next(chosen, {at(2), Back{}}).here().screen == Screen::welcome);
    CHECK(after(chosen, {{at(2), Back{}}, {at(3), Back{}}}).path.size() == 1);
}

TEST_CASE("back to the first screen ends the visit, and leaves neither its language nor its size of text") {
    Visit const arabic = after({}, {{at(1), ChooseLanguage{"ar"}}, {at(2), ChooseTextSize{TextSize::largest}}});
    CHECK(next(arabic, {at(3), Back{}}) == next(arabic, {at(3), Leave{}}));
    Visit const calling = after({}, {{at(1), Open{Screen::emergency, {}}}, {at(2), ChooseLanguage{"ar"}}});
    CHECK(next(calling, {at(3), Back{}}) == Visit{.phase = Phase::ended});
}

TEST_CASE("a contrast that was chosen lasts until the end, and then it is the terminal's own again") {
    Visit first;
    first.appearance.contrast = first.first_appearance.contrast = Contrast::black_on_white;
    Visit const chosen =
        after(first, {{at(1), ChooseLanguage{"nl"}}, {at(2), ChooseContrast{Contrast::white_on_black}}});
    CHECK(chosen.appearance.contrast == Contrast::white_on_black);
    CHECK(next(chosen, {at(3), Back{}}).appearance.contrast == Contrast::black_on_white);
    CHECK(next(chosen, {at(3), Leave{}}).appearance.contrast == Contrast::black_on_white);
    Visit const veiled = next(chosen, {at(50), Tick{}});
    REQUIRE(veiled.phase == Phase::veiled);
    CHECK(next(veiled, {at(51), Open{Screen::emergency, {}}}).appearance.contrast == Contrast::white_on_black);
    CHECK(next(veiled, {at(51), StartAgain{}}).appearance.contrast == Contrast::black_on_white);
}

TEST_CASE("more space in the text that was chosen lasts until the end, and begins its page anew") {
    Visit reading = next({}, {at(1), ChooseLanguage{"nl"}});
    reading.path.back().scroll = 300;
    Visit const chosen = next(reading, {at(2), ChooseSpacing{TextSpacing::airy}});
    CHECK(chosen.appearance.spacing == TextSpacing::airy);
    CHECK(chosen.here().scroll == 0);
    CHECK(change_between(reading, chosen).layout);
    CHECK(next(chosen, {at(3), Open{Screen::emergency, {}}}).appearance.spacing == TextSpacing::airy);
    CHECK(next(chosen, {at(3), ChooseSpacing{TextSpacing::usual}}).appearance.spacing == TextSpacing::usual);
    CHECK(next(chosen, {at(3), Back{}}).appearance == Appearance{});
    CHECK(next(chosen, {at(3), Leave{}}).appearance == Appearance{});
    Visit const veiled = next(chosen, {at(50), Tick{}});
    REQUIRE(veiled.phase == Phase::veiled);
    CHECK(next(veiled, {at(51), StartAgain{}}).appearance == Appearance{});
}

TEST_CASE("keys that were brought down stay down on every page, and at the end stand as the terminal has them") {
    for (Reach const own : {Reach::everywhere, Reach::low}) {
        Reach const other = own == Reach::low ? Reach::everywhere : Reach::low;
        Visit first;
        first.appearance.reach = first.first_appearance.reach = own;
        Visit const chosen = after(
            first, {{at(1), ChooseLanguage{"nl"}}, {at(2), ChooseReach{other}}, {at(3), Open{Screen::language, {}}}});
        CHECK(chosen.appearance.reach == other);
        CHECK(next(chosen, {at(4), Back{}}).appearance.reach == other);
        CHECK(next(chosen, {at(4), Leave{}}).appearance.reach == own);
    }
}

TEST_CASE("whoever reads the source can go back to the language that was left, until another is chosen or the end") {
    Visit const arabic = next(on_service(0), {at(1), ChooseLanguage{"ar"}});
    CHECK(arabic.left_language.empty());
    Visit const reading = next(arabic, {at(2), ReadSource{"fr"}});
    CHECK(reading.language == "fr");
    CHECK(reading.left_language == "ar");
    CHECK(reading.here() == arabic.here());
    CHECK(change_between(arabic, reading).page);
    CHECK(next(reading, {at(3), Back{}}).left_language == "ar");
    CHECK(next(reading, {at(3), ChooseLanguage{"ar"}}).left_language.empty());
    CHECK(next(reading, {at(3), ChooseLanguage{"nl"}}).left_language.empty());
    CHECK(next(reading, {at(3), Leave{}}) == next(arabic, {at(3), Leave{}}));
    CHECK(next(next({}, {at(1), ChooseLanguage{"fr"}}), {at(2), ReadSource{"fr"}}).left_language.empty());
}

TEST_CASE("a page to be read waits twice as long for a touch before the veil") {
    Visit const choosing = next({}, {at(0), ChooseLanguage{"fr"}});
    CHECK(next(choosing, {at(44), Tick{}}).phase == Phase::running);
    CHECK(next(choosing, {at(45), Tick{}}).phase == Phase::veiled);
    CHECK(next(on_service(0), {at(89), Tick{}}).phase == Phase::running);
    CHECK(next(on_service(0), {at(90), Tick{}}).phase == Phase::veiled);
    CHECK(next_change(on_service(0), at(10)) == at(90));
}

TEST_CASE("a touch anywhere keeps the veil away") {
    Visit const touched = next(on_service(0), {at(80), Touch{}});
    CHECK(next(touched, {at(169), Tick{}}).phase == Phase::running);
}

TEST_CASE("a contact that changes nothing keeps the veil away for twice the time at most, however often it comes") {
    for (int const every : {1, 5, 20, 44, 80}) {
        CAPTURE(every);
        Visit visit = on_service(0);
        for (int now = 1; visit.phase == Phase::running && now < 1000; ++now)
            visit = now % every == 0 ? next(visit, {at(now), Touch{}}) : next(visit, {at(now), Tick{}});
        CHECK(visit.phase == Phase::veiled);
        CHECK(visit.veiled_since <= at(180));
        CHECK(visit.veiled_since > at(90));
    }
}

TEST_CASE("only the first touches that change nothing count") {
    Visit visit = on_service(0);
    for (int now = 1; now <= 80; ++now) visit = next(visit, {at(now), Touch{}});
    CHECK(next(visit, {at(94), Tick{}}).phase == Phase::running);
    CHECK(next(visit, {at(95), Tick{}}).phase == Phase::veiled);
}

TEST_CASE("somebody who only reads and touches the text goes on with one touch, as often as wanted") {
    Visit visit = on_service(0);
    int now = 0;
    for (int veils = 0; veils < 5; ++veils) {
        while (visit.phase == Phase::running) visit = next(visit, {at(now += 30), Touch{}});
        visit = next(visit, {at(++now), Continue{}});
        REQUIRE(visit.phase == Phase::running);
        CHECK(next(visit, {at(now + 89), Tick{}}).phase == Phase::running);
        CHECK(visit.here().subject == "sos-viol");
    }
}

TEST_CASE("a list that trembles under a contact is not read") {
    Visit visit = on_service(0);
    int now = 0;
    while (visit.phase == Phase::running && now < 1000)
        visit = next(visit, {at(++now), Scroll{now % 2 == 0 ? 120.0F : 131.0F}});
    CHECK(visit.veiled_since == at(90));
}

TEST_CASE("reading on is a choice, and going over the same part again counts for twice the time at most") {
    Visit visit = on_service(0);
    int now = 0;
    for (float offset = 200; offset < 1000; offset += 100) visit = next(visit, {at(now += 60), Scroll{offset}});
    CHECK(next(visit, {at(now + 89), Tick{}}).phase == Phase::running);
    int const read = now;
    while (visit.phase == Phase::running && now < 10'000)
        visit = next(visit, {at(now += 10), Scroll{now % 20 == 0 ? 0.0F : 900.0F}});
    CHECK(visit.veiled_since == at(read + 180));
}

TEST_CASE("a page that only follows the focus is no sign of anybody: with a switch it goes on by itself") {
    Visit visit = next(on_service(0), {at(0), Press{}});
    for (int second = 1; second < 120; ++second) {
        visit = next(visit, {at(second), Scroll{float(100 * (second % 60)), true}});
        CHECK(visit.here().scroll == float(100 * (second % 60)));
        REQUIRE(visit.phase == Phase::running);
    }
    CHECK(next(visit, {at(120), Tick{}}).phase == Phase::veiled);
    Visit const read_on = next(visit, {at(119), Scroll{visit.here().scroll + 100}});
    CHECK(next(read_on, {at(120), Tick{}}).phase == Phase::running);
}

TEST_CASE("continue returns exactly to where the person was, any number of times") {
    Visit visit = on_service(0);
    auto const path = visit.path;
    for (int time = 90; time < 1000; time += 100) {
        visit = next(visit, {at(time), Tick{}});
        REQUIRE(visit.phase == Phase::veiled);
        visit = next(visit, {at(time + 10), Continue{}});
        REQUIRE(visit.phase == Phase::running);
        CHECK(visit.path == path);
        CHECK(visit.language == "ar");
    }
}

TEST_CASE("a touch beside the veil's keys does nothing, and what lies under it cannot be touched") {
    Visit const veiled = next(on_service(0), {at(90), Tick{}});
    CHECK(next(veiled, {at(91), Touch{}}) == veiled);
    CHECK(next(veiled, {at(91), Back{}}) == veiled);
    CHECK(next(veiled, {at(91), Open{Screen::services, "rape"}}) == veiled);
    CHECK(next(on_service(0), {at(95), Back{}}).phase == Phase::veiled);
}

TEST_CASE("the emergency line on a veil opens its page at once, and nothing of the visit stands behind it") {
    Visit const veiled = next(on_service(0), {at(90), Tick{}});
    Visit const calling = next(veiled, {at(91), Open{Screen::emergency, {}}});
    CHECK(calling.phase == Phase::running);
    CHECK(calling.here().screen == Screen::emergency);
    CHECK(calling.language == "ar");
    Visit const back = next(calling, {at(92), Back{}});
    CHECK(back == Visit{.phase = Phase::ended});
}

TEST_CASE("the veil counts down whole seconds and then ends the visit") {
    Visit const veiled = next(on_service(0), {at(92), Tick{}});
    CHECK(seconds_left(veiled, at(90)) == 45);
    CHECK(seconds_left(veiled, at(92)) == 43);
    CHECK(next_change(veiled, at(92)) == at(93));
    CHECK(next(veiled, {at(134), Tick{}}).phase == Phase::veiled);
    CHECK(next(veiled, {at(135), Tick{}}).phase == Phase::ended);
}

TEST_CASE("a terminal that slept through the veil wakes up with the visit ended") {
    CHECK(next(on_service(0), {at(4000), Tick{}}).phase == Phase::ended);
    CHECK(next(on_service(0), {at(4000), Back{}}).phase == Phase::ended);
}

TEST_CASE("nothing of a visit is left once it ended, however it ended") {
    Visit const left = next(on_service(0), {at(5), Leave{}});
    Visit const timed_out = next(on_service(0), {at(135), Tick{}});
    Visit const again = after(on_service(0), {{at(90), Tick{}}, {at(91), StartAgain{}}});
    for (Visit const& over : {left, timed_out, again}) {
        CHECK(over == Visit{.phase = Phase::ended});
        CHECK(next(over, {at(200), Back{}}) == over);
        CHECK(next(over, {at(200), ChooseLanguage{"ar"}}) == over);
    }
}

TEST_CASE("a broken touchscreen does not keep a welcome screen from being replaced") {
    Visit visit;
    int now = 0;
    while (visit.phase != Phase::ended && now < 1000) visit = next(visit, {at(now += 5), Touch{}});
    CHECK(now <= 95);
}

TEST_CASE("another page is another place, another language or the veil, and neither scrolling nor the size of text") {
    Visit const page = on_service(0);
    Visit const first;
    CHECK(change_between(page, next(page, {at(1), Back{}})).page);
    CHECK(change_between(page, next(page, {at(1), Open{Screen::language, {}}})).page);
    CHECK(change_between(page, next(page, {at(1), ChooseLanguage{"fr"}})).page);
    CHECK(change_between(page, next(page, {at(1), Leave{}})).page);
    Visit const veiled = next(page, {at(90), Tick{}});
    CHECK(change_between(page, veiled).page);
    CHECK(change_between(veiled, next(veiled, {at(91), Continue{}})).page);
    CHECK(change_between(first, next(next(first, {at(1), Touch{}}), {at(500), Tick{}})).page);
    CHECK_FALSE(change_between(page, next(page, {at(1), Scroll{300}})).page);
    CHECK_FALSE(change_between(page, next(page, {at(1), ChooseTextSize{TextSize::large}})).page);
    CHECK_FALSE(change_between(page, next(page, {at(1), Touch{}})).page);
    CHECK_FALSE(change_between(first, next(first, {at(1), Touch{}})).page);
}

TEST_CASE("somebody who only brushed the welcome screen meets no veil") {
    Visit const brushed = next({}, {at(0), Touch{}});
    CHECK(brushed.phase == Phase::running);
    CHECK(next(brushed, {at(45), Tick{}}).phase == Phase::ended);
}

TEST_CASE("another text size keeps the place and lays it out from the top") {
    Visit const larger = next(on_service(0), {at(1), ChooseTextSize{TextSize::largest}});
    CHECK(larger.here().subject == "sos-viol");
    CHECK(larger.here().scroll == 0);
    CHECK(larger.appearance.text_size == TextSize::largest);
}

TEST_CASE("opening the page one is on changes nothing to go back to") {
    Visit const once = after(on_service(0), {{at(1), Open{Screen::emergency, {}}}});
    CHECK(next(once, {at(2), Open{Screen::emergency, {}}}).path.size() == once.path.size());
    CHECK(next(once, {at(2), Back{}}).here() == on_service(0).here());
}

TEST_CASE("a clock that goes back a day does not prolong a visit") {
    struct SetClock final : Clock {
        Instant shown = at(1'000'000);
        [[nodiscard]] Instant now() const override { return shown; }
        [[nodiscard]] WallTime wall() const override { return {}; }
    } machine;
    OnwardClock const clock(machine);
    Visit const choosing = next({}, {clock.now(), ChooseLanguage{"fr"}});
    machine.shown -= std::chrono::hours(24);
    Visit const waiting = next(choosing, {clock.now(), Tick{}});
    machine.shown += std::chrono::seconds(45);
    Visit const veiled = next(waiting, {clock.now(), Tick{}});
    CHECK(veiled.phase == Phase::veiled);
    machine.shown -= std::chrono::hours(24);
    CHECK(next(veiled, {clock.now(), Tick{}}).phase == Phase::veiled);
    machine.shown += std::chrono::seconds(45);
    CHECK(next(veiled, {clock.now(), Tick{}}).phase == Phase::ended);
}

TEST_CASE("the service whose page was opened last is known until the visit ends") {
    Visit visit = next(on_service(0), {at(1), Back{}});
    CHECK(visit.seen_service == "sos-viol");
    visit = next(visit, {at(2), Open{Screen::service, "cpvs"}});
    CHECK(visit.seen_service == "cpvs");
    CHECK(next(visit, {at(3), Leave{}}).seen_service.empty());
    CHECK(next(next(visit, {at(93), Tick{}}), {at(94), Open{Screen::emergency, {}}}).seen_service.empty());
}
