#include <doctest/doctest.h>
#include <halte/directory.h>

using namespace halte;

static Schedule hours(int first_day, int last_day, int opens_at, int closes_at) {
    Schedule schedule{.opens_at = opens_at, .closes_at = closes_at};
    for (int day = first_day; day <= last_day; ++day) schedule.byday[std::size_t(day)] = true;
    return schedule;
}
static WallTime at(int weekday, int hour, int minute = 0) {
    return {.date = {2026, 12, 1}, .weekday = weekday, .minute = hour * 60 + minute};
}

static Date const as_of{2026, 11, 24};
static std::vector<Schedule> const with_lunch{hours(0, 4, 9 * 60, 12 * 60), hours(0, 4, 13 * 60, 17 * 60)};
constexpr int monday = 0;
constexpr int sunday = 6;

TEST_CASE("a service is open from its first minute and closed from its last") {
    CHECK(open_now(with_lunch, false, at(monday, 8, 59), as_of).state == OpenState::closed);
    CHECK(open_now(with_lunch, false, at(monday, 9), as_of).state == OpenState::open);
    CHECK(open_now(with_lunch, false, at(monday, 11, 59), as_of).closes_at == 12 * 60);
    CHECK(open_now(with_lunch, false, at(monday, 12), as_of).state == OpenState::closed);
}

TEST_CASE("a service that closes for lunch opens again after it") {
    CHECK(open_now(with_lunch, false, at(monday, 12, 30), as_of).state == OpenState::closed);
    auto const afternoon = open_now(with_lunch, false, at(monday, 13), as_of);
    CHECK(afternoon.state == OpenState::open);
    CHECK(afternoon.closes_at == 17 * 60);
}

TEST_CASE("a service of weekdays is closed on Sunday") {
    CHECK(open_now(with_lunch, false, at(sunday, 10), as_of).state == OpenState::closed);
}

TEST_CASE("hours until midnight end with the day") {
    std::vector<Schedule> const evening{hours(0, 6, 10 * 60, 24 * 60)};
    CHECK(open_now(evening, false, at(sunday, 23, 59), as_of).state == OpenState::open);
    CHECK(open_now(evening, false, at(sunday, 23, 59), as_of).closes_at == 24 * 60);
    CHECK(open_now(evening, false, at(monday, 0), as_of).state == OpenState::closed);
}

TEST_CASE("of two hours that overlap, the later end counts") {
    std::vector<Schedule> const both{hours(0, 6, 9 * 60, 18 * 60), hours(0, 0, 9 * 60, 20 * 60)};
    CHECK(open_now(both, false, at(monday, 10), as_of).closes_at == 20 * 60);
}

TEST_CASE("without hours nothing is said") {
    CHECK(open_now({}, false, at(monday, 10), as_of).state == OpenState::unknown);
}

TEST_CASE("a clock earlier than the snapshot is not believed") {
    WallTime wrong = at(monday, 10);
    wrong.date = {2026, 11, 23};
    CHECK(open_now(with_lunch, false, wrong, as_of).state == OpenState::unknown);
    wrong.date = as_of;
    CHECK(open_now(with_lunch, false, wrong, as_of).state == OpenState::open);
}

TEST_CASE("day and night is open whatever the clock shows") {
    WallTime wrong = at(sunday, 3);
    wrong.date = {1970, 1, 1};
    auto const answer = open_now({}, true, wrong, as_of);
    CHECK(answer.state == OpenState::open);
    CHECK(answer.any_hour);
}
