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

static Date const past{2026, 11, 24};
static std::vector<Schedule> const with_lunch{hours(0, 4, 9 * 60, 12 * 60), hours(0, 4, 13 * 60, 17 * 60)};
constexpr int monday = 0;
constexpr int sunday = 6;

TEST_CASE("a service is open from its first minute and closed from its last") {
    CHECK(open_now(with_lunch, false, at(monday, 8, 59), past).state == OpenState::closed);
    CHECK(open_now(with_lunch, false, at(monday, 9), past).state == OpenState::open);
    CHECK(open_now(with_lunch, false, at(monday, 11, 59), past).closes_at == 12 * 60);
    CHECK(open_now(with_lunch, false, at(monday, 12), past).state == OpenState::closed);
}

TEST_CASE("a service that closes for lunch opens again after it") {
    CHECK(open_now(with_lunch, false, at(monday, 12, 30), past).state == OpenState::closed);
    auto const afternoon = open_now(with_lunch, false, at(monday, 13), past);
    CHECK(afternoon.state == OpenState::open);
    CHECK(afternoon.closes_at == 17 * 60);
}

TEST_CASE("a service of weekdays is closed on Sunday") {
    CHECK(open_now(with_lunch, false, at(sunday, 10), past).state == OpenState::closed);
}

TEST_CASE("hours until midnight end with the day") {
    std::vector<Schedule> const evening{hours(0, 6, 10 * 60, 24 * 60)};
    CHECK(open_now(evening, false, at(sunday, 23, 59), past).state == OpenState::open);
    CHECK(open_now(evening, false, at(sunday, 23, 59), past).closes_at == 24 * 60);
    CHECK(open_now(evening, false, at(monday, 0), past).state == OpenState::closed);
}

TEST_CASE("of two hours that overlap, the later end counts") {
    std::vector<Schedule> const both{hours(0, 6, 9 * 60, 18 * 60), hours(0, 0, 9 * 60, 20 * 60)};
    CHECK(open_now(both, false, at(monday, 10), past).closes_at == 20 * 60);
}

/// Every evening and the night after it, written as two because hours end at midnight.
static std::vector<Schedule> const nights{hours(0, 6, 18 * 60, 24 * 60), hours(0, 6, 0, 6 * 60)};

TEST_CASE("hours that touch at midnight are one opening, over the end of the week too") {
    for (int day = monday; day <= sunday; ++day) {
        CAPTURE(day);
        CHECK(open_now(nights, false, at(day, 17, 59), past).state == OpenState::closed);
        CHECK(open_now(nights, false, at(day, 6), past).state == OpenState::closed);
        for (WallTime const& wall : {at(day, 18), at(day, 23, 59), at(day, 0), at(day, 5, 59)}) {
            auto const answer = open_now(nights, false, wall, past);
            CHECK(answer.state == OpenState::open);
            CHECK(answer.closes_at == 6 * 60);
            CHECK_FALSE(answer.closes_on);
        }
    }
}

TEST_CASE("hours that touch within a day are one opening, in whatever order they stand") {
    std::vector<Schedule> const touching{hours(0, 4, 13 * 60, 17 * 60), hours(0, 4, 12 * 60, 13 * 60)};
    CHECK(open_now(touching, false, at(monday, 12, 30), past).closes_at == 17 * 60);
    CHECK(open_now(touching, false, at(monday, 17), past).state == OpenState::closed);
    std::vector<Schedule> const overlapping{hours(0, 0, 9 * 60, 13 * 60), hours(0, 0, 12 * 60, 15 * 60),
                                            hours(0, 0, 15 * 60, 16 * 60)};
    CHECK(open_now(overlapping, false, at(monday, 9), past).closes_at == 16 * 60);
}

TEST_CASE("what closes more than a day later says on which day") {
    std::vector<Schedule> const weekend{hours(4, 4, 18 * 60, 24 * 60), hours(5, 6, 0, 24 * 60), hours(0, 0, 0, 8 * 60)};
    auto const friday = open_now(weekend, false, at(4, 20), past);
    CHECK(friday.closes_at == 8 * 60);
    CHECK(friday.closes_on == monday);
    CHECK(open_now(weekend, false, at(sunday, 7, 59), past).closes_on == monday);
    CHECK_FALSE(open_now(weekend, false, at(sunday, 8), past).closes_on);
    CHECK_FALSE(open_now(weekend, false, at(monday, 7), past).closes_on);
    CHECK(open_now(weekend, false, at(monday, 8), past).state == OpenState::closed);
    std::vector<Schedule> const weekdays{hours(0, 4, 0, 24 * 60)};
    CHECK(open_now(weekdays, false, at(monday, 10), past).closes_on == 4);
    CHECK(open_now(weekdays, false, at(monday, 10), past).closes_at == 24 * 60);
}

TEST_CASE("hours that leave no minute out are day and night, whatever the clock shows") {
    WallTime wrong = at(sunday, 3);
    wrong.date = {1970, 1, 1};
    for (std::vector<Schedule> const& all :
         {std::vector{hours(0, 6, 0, 24 * 60)}, std::vector{hours(0, 6, 6 * 60, 24 * 60), hours(0, 6, 0, 7 * 60)}}) {
        CHECK(is_day_and_night(all));
        CHECK(open_now(all, false, wrong, past).any_hour);
    }
    std::vector<Schedule> const but_one_minute{hours(0, 5, 0, 24 * 60), hours(6, 6, 0, 23 * 60 + 59)};
    CHECK_FALSE(is_day_and_night(but_one_minute));
    CHECK_FALSE(is_day_and_night({}));
    auto const answer = open_now(but_one_minute, false, at(monday, 0), past);
    CHECK(answer.closes_on == sunday);
    CHECK(answer.closes_at == 23 * 60 + 59);
}

/// "0123456 18:00-30:00" for each.
static std::vector<std::string> listed(std::vector<Schedule> const& schedules) {
    std::vector<std::string> lines;
    for (Schedule const& opening : openings(schedules)) {
        std::string line;
        for (std::size_t day = 0; day < 7; ++day) line += opening.byday[day] ? std::to_string(day) : "";
        lines.push_back(line + " " + std::to_string(opening.opens_at / 60) + "-" +
                        std::to_string(opening.closes_at / 60));
    }
    return lines;
}
using Lines = std::vector<std::string>;

TEST_CASE("hours are listed as openings, those of a day and more by the day") {
    CHECK(listed(nights) == Lines{"0123456 18-30"});
    CHECK(listed(with_lunch) == Lines{"01234 9-12", "01234 13-17"});
    CHECK(listed({hours(0, 4, 12 * 60, 13 * 60), hours(0, 4, 13 * 60, 17 * 60)}) == Lines{"01234 12-17"});
    CHECK(listed({hours(6, 6, 18 * 60, 24 * 60), hours(0, 0, 0, 6 * 60)}) == Lines{"6 18-30"});
    CHECK(listed({hours(4, 4, 18 * 60, 24 * 60), hours(5, 6, 0, 24 * 60), hours(0, 0, 0, 8 * 60)}) ==
          Lines{"0 0-8", "4 18-24", "56 0-24"});
    CHECK(listed({hours(0, 4, 0, 24 * 60)}) == Lines{"01234 0-24"});
    CHECK(listed({hours(0, 0, 10 * 60, 24 * 60), hours(1, 1, 0, 10 * 60)}) == Lines{"0 10-24", "1 0-10"});
    CHECK(listed({}).empty());
}

TEST_CASE("without hours nothing is said") {
    CHECK(open_now({}, false, at(monday, 10), past).state == OpenState::unknown);
}

TEST_CASE("a clock earlier than the program is not believed") {
    WallTime wrong = at(monday, 10);
    wrong.date = {2026, 11, 23};
    CHECK(open_now(with_lunch, false, wrong, past).state == OpenState::unknown);
    wrong.date = past;
    CHECK(open_now(with_lunch, false, wrong, past).state == OpenState::open);
}

TEST_CASE("day and night is open whatever the clock shows") {
    WallTime wrong = at(sunday, 3);
    wrong.date = {1970, 1, 1};
    auto const answer = open_now({}, true, wrong, past);
    CHECK(answer.state == OpenState::open);
    CHECK(answer.any_hour);
}
