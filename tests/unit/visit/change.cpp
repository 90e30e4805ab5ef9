/// What changed between two visits, told for every field of a visit. A new field does not compile here until
/// values_of() names it, and fails until a row says what its change comes to.
#include <doctest/doctest.h>
#include <halte/change.h>

#include <functional>
#include <set>
#include <tuple>

#include "support/instants.h"

using namespace halte;
using halte::test::at;

namespace {

auto values_of(Pace const& pace) {
    auto const& [inactivity, inactivity_reading, inactivity_keys, countdown] = pace;
    return std::tuple(inactivity, inactivity_reading, inactivity_keys, countdown);
}

auto values_of(Place const& place) {
    auto const& [screen, subject, scroll, furthest, counted, focus, by_keys] = place;
    return std::tuple(screen, subject, scroll, furthest, counted, focus, by_keys);
}

auto values_of(Appearance const& appearance) {
    auto const& [text_size, contrast, spacing, reach] = appearance;
    return std::tuple(text_size, contrast, spacing, reach);
}

/// Everything a visit holds, the place it is at last among the parts of its path.
auto values_of(Visit const& visit) {
    auto const& [phase, path, language, left_language, other_language, appearance, seen_service, town, last_sign,
                 last_choice, idle_touches, hands, focus_on_veil, veiled_since, pace, first_language,
                 first_appearance] = visit;
    return std::tuple_cat(
        std::tuple(phase, path.size(), language, left_language, other_language, seen_service, town, last_sign,
                   last_choice, idle_touches, hands, focus_on_veil, veiled_since, first_language, first_appearance),
        values_of(path.back()), values_of(pace), values_of(appearance));
}
constexpr std::size_t value_count = std::tuple_size_v<decltype(values_of(Visit{}))>;

template <std::size_t... index>
std::set<std::size_t> different(Visit const& one, Visit const& other, std::index_sequence<index...>) {
    std::set<std::size_t> found;
    auto const first = values_of(one);
    auto const second = values_of(other);
    ((std::get<index>(first) == std::get<index>(second) ? void() : void(found.insert(index))), ...);
    return found;
}

/// A running visit on a service's page, scrolled.
Visit reading() {
    Visit visit;
    visit.phase = Phase::running;
    visit.path.push_back({.screen = Screen::situations});
    visit.path.push_back({.screen = Screen::service, .subject = "sos-viol", .scroll = 120});
    return visit;
}

struct Row {
    char const* field;
    std::function<void(Visit&)> alter;
    Change expected;
};

constexpr Change nothing{};
constexpr Change page{.page = true, .layout = true, .drawn = true};

std::vector<Row> one_row_for_each_value() {
    return {
        {"path: a page more, as the one before it",
         [](Visit& visit) { visit.path.insert(visit.path.begin() + 1, Place{}); },
         {.opened = true, .drawn = true}},
        {"screen", [](Visit& visit) { visit.path.back().screen = Screen::services; }, page},
        {"subject", [](Visit& visit) { visit.path.back().subject = "cpvs"; }, page},
        {"scroll", [](Visit& visit) { visit.path.back().scroll = 121; }, {.drawn = true}},
        {"furthest", [](Visit& visit) { visit.path.back().furthest = 80; }, nothing},
        {"counted", [](Visit& visit) { visit.path.back().counted = 80; }, nothing},
        {"focus, while a finger leads", [](Visit& visit) { visit.path.back().focus = {{"back"}}; }, nothing},
        {"phase", [](Visit& visit) { visit.phase = Phase::untouched; }, {.phase = Phase::untouched}},
        {"language", [](Visit& visit) { visit.language = "nl"; }, page},
        {"left_language", [](Visit& visit) { visit.left_language = "ar"; }, {.drawn = true}},
        {"other_language", [](Visit& visit) { visit.other_language = "nl"; }, page},
        {"text_size",
         [](Visit& visit) { visit.appearance.text_size = TextSize::large; },
         {.layout = true, .drawn = true}},
        {"contrast",
         [](Visit& visit) { visit.appearance.contrast = Contrast::white_on_black; },
         {.layout = true, .drawn = true}},
        {"spacing",
         [](Visit& visit) { visit.appearance.spacing = TextSpacing::airy; },
         {.layout = true, .drawn = true}},
        {"reach", [](Visit& visit) { visit.appearance.reach = Reach::low; }, {.layout = true, .drawn = true}},
        {"seen_service", [](Visit& visit) { visit.seen_service = "cpvs"; }, nothing},
        {"town", [](Visit& visit) { visit.town = "namur"; }, page},
        {"last_sign", [](Visit& visit) { visit.last_sign = at(5); }, nothing},
        {"last_choice", [](Visit& visit) { visit.last_choice = at(5); }, nothing},
        {"idle_touches", [](Visit& visit) { visit.idle_touches = 2; }, nothing},
        {"by_keys", [](Visit& visit) { visit.path.back().by_keys = true; }, {.drawn = true}},
        {"hands", [](Visit& visit) { visit.hands = Hands::keys; }, {.drawn = true}},
        {"focus_on_veil", [](Visit& visit) { visit.focus_on_veil = {{"continue"}}; }, nothing},
        {"veiled_since", [](Visit& visit) { visit.veiled_since = at(5); }, nothing},
        {"pace.inactivity", [](Visit& visit) { visit.pace.inactivity = Milliseconds(1); }, nothing},
        {"pace.inactivity_reading", [](Visit& visit) { visit.pace.inactivity_reading = Milliseconds(1); }, nothing},
        {"pace.inactivity_keys", [](Visit& visit) { visit.pace.inactivity_keys = Milliseconds(1); }, nothing},
        {"pace.countdown", [](Visit& visit) { visit.pace.countdown = Milliseconds(1); }, nothing},
        {"first_language", [](Visit& visit) { visit.first_language = "de"; }, nothing},
        {"first_appearance", [](Visit& visit) { visit.first_appearance.contrast = Contrast::black_on_white; }, nothing},
    };
}

}  // namespace

TEST_CASE("a change of each field of a visit comes to what its row says") {
    for (Row const& row : one_row_for_each_value()) {
        CAPTURE(row.field);
        Visit after = reading();
        row.alter(after);
        CHECK(change_between(reading(), after) == row.expected);
    }
}

TEST_CASE("every field of a visit has a row of its own") {
    std::set<std::size_t> covered;
    for (Row const& row : one_row_for_each_value()) {
        CAPTURE(row.field);
        Visit after = reading();
        row.alter(after);
        auto const altered = different(reading(), after, std::make_index_sequence<value_count>());
        CHECK(altered.size() == 1);
        covered.insert(altered.begin(), altered.end());
    }
    CHECK(covered.size() == value_count);
}

TEST_CASE("nothing changed between a visit and itself") { CHECK(change_between(reading(), reading()) == nothing); }

TEST_CASE("each phase that begins is told, and the veil and the end are other pages") {
    struct Step {
        Phase before, after;
        bool page;
    };
    for (Step const& step : {Step{Phase::untouched, Phase::running, false}, Step{Phase::running, Phase::veiled, true},
                             Step{Phase::veiled, Phase::running, true}, Step{Phase::running, Phase::ended, true},
                             Step{Phase::veiled, Phase::ended, true}}) {
        Visit before = reading();
        Visit after = reading();
        before.phase = step.before;
        after.phase = step.after;
        Change const change = change_between(before, after);
        CHECK(change.phase == step.after);
        CHECK(change.page == step.page);
        CHECK(change.drawn == step.page);
        CHECK_FALSE(change.opened);
    }
}

TEST_CASE("a page that is opened or gone back to fades in, and the veil, the end and the first screen do not") {
    Visit const service = reading();
    Visit const situations = next(service, {at(1), Back{}});
    CHECK(change_between(service, situations).opened);
    CHECK(change_between(situations, service).opened);
    CHECK(change_between({}, next({}, {at(1), ChooseLanguage{"nl"}})).opened);
    CHECK_FALSE(change_between(service, next(service, {at(90), Tick{}})).opened);
    CHECK_FALSE(change_between(service, next(service, {at(1), Leave{}})).opened);
    Visit first = situations;
    first.path.pop_back();
    CHECK_FALSE(change_between(situations, first).opened);
}

TEST_CASE("six screens are for reading, and six show opening hours") {
    std::set<Screen> for_reading;
    std::set<Screen> with_hours;
    for (ScreenTraits const& traits : screen_traits) {
        if (traits_of(traits.screen).is_for_reading) for_reading.insert(traits.screen);
        if (traits_of(traits.screen).shows_opening_hours) with_hours.insert(traits.screen);
    }
    CHECK(for_reading == std::set{Screen::service, Screen::emergency, Screen::without_phone, Screen::words_to_show,
                                  Screen::shown_words, Screen::keys});
    CHECK(with_hours == std::set{Screen::services, Screen::service, Screen::general_lines, Screen::authors,
                                 Screen::unconfirmed, Screen::without_phone});
}

TEST_CASE("a table that lacks a row, has one too many or two in the wrong order is not complete") {
    struct Named {
        Phase phase;
    };
    constexpr std::array whole{Named{Phase::untouched}, Named{Phase::running}, Named{Phase::veiled},
                               Named{Phase::ended}};
    constexpr std::array short_of_one{whole[0], whole[1], whole[2]};
    constexpr std::array disordered{whole[0], whole[2], whole[1], whole[3]};
    constexpr std::array doubled{whole[0], whole[1], whole[2], whole[3], whole[3]};
    CHECK(has_a_row_for_each(whole, &Named::phase));
    CHECK_FALSE(has_a_row_for_each(short_of_one, &Named::phase));
    CHECK_FALSE(has_a_row_for_each(disordered, &Named::phase));
    CHECK_FALSE(has_a_row_for_each(doubled, &Named::phase));
}
