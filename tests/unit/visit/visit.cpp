#include <doctest/doctest.h>
#include <halte/visit.h>

using namespace halte;

namespace {
Instant at(int seconds) { return Instant{} + std::chrono::seconds(seconds); }
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
    CHECK(back.path == std::vector<Place>{Place{}});
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

TEST_CASE("somebody who only brushed the welcome screen meets no veil") {
    Visit const brushed = next({}, {at(0), Touch{}});
    CHECK(brushed.phase == Phase::running);
    CHECK(next(brushed, {at(45), Tick{}}).phase == Phase::ended);
}

TEST_CASE("another text size keeps the place and lays it out from the top") {
    Visit const larger = next(on_service(0), {at(1), ChooseTextSize{TextSize::largest}});
    CHECK(larger.here().subject == "sos-viol");
    CHECK(larger.here().scroll == 0);
    CHECK(larger.text_size == TextSize::largest);
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
