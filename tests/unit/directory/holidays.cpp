#include <doctest/doctest.h>
#include <halte/hours.h>

using namespace halte;

static Date const day_before_any{2026, 11, 24};
static std::vector<Schedule> const weekdays{
    {.byday = {true, true, true, true, true, false, false}, .opens_at = 9 * 60, .closes_at = 17 * 60}};

static int holidays_of(int year) {
    int count = 0;
    for (int month = 1; month <= 12; ++month)
        for (int day = 1; day <= 31; ++day) {
            auto const date = parse_date(iso({year, month, day}));
            if (date && is_public_holiday(*date)) ++count;
        }
    return count;
}

/// Easter Mondays as published for these years; Ascension is 38 and Whit Monday 49 days later.
TEST_CASE("the holidays that move with Easter") {
    for (Date const monday : {Date{2024, 4, 1}, Date{2025, 4, 21}, Date{2026, 4, 6}, Date{2027, 3, 29},
                              Date{2028, 4, 17}, Date{2029, 4, 2}, Date{2030, 4, 22}, Date{2038, 4, 26}}) {
        CAPTURE(iso(monday));
        CHECK(is_public_holiday(monday));
    }
    CHECK(is_public_holiday({2026, 5, 14}));
    CHECK(is_public_holiday({2026, 5, 25}));
    CHECK(is_public_holiday({2027, 5, 6}));
    CHECK(is_public_holiday({2027, 5, 17}));
    CHECK_FALSE(is_public_holiday({2026, 4, 3}));  // Good Friday is none in Belgium
}

TEST_CASE("there are ten in a year, and fewer only where two fall on one day") {
    for (int const year : {2026, 2027, 2028, 2029, 2030}) CHECK(holidays_of(year) == 10);
    CHECK(holidays_of(2008) == 9);  // Ascension on Labour Day
    CHECK(is_public_holiday({2026, 7, 21}));
    CHECK_FALSE(is_public_holiday({2026, 12, 26}));
}

TEST_CASE("on a holiday only what is day and night says that it is open") {
    WallTime const christmas{.date = {2026, 12, 25}, .weekday = 4, .minute = 10 * 60};
    CHECK(open_now(weekdays, false, christmas, day_before_any).state == OpenState::holiday);
    CHECK(open_now(weekdays, true, christmas, day_before_any).state == OpenState::open);
    CHECK(open_now({}, false, christmas, day_before_any).state == OpenState::unknown);
}

TEST_CASE("what is closed says when it opens, over a week-end and over a holiday") {
    using Opening = OpenNow::Opening;
    auto const opens = [](Date const& date, int weekday, int hour) {
        return open_now(weekdays, false, {.date = date, .weekday = weekday, .minute = hour * 60}, day_before_any).opens;
    };
    CHECK(opens({2026, 12, 1}, 1, 7) == Opening{9 * 60, 1, 0});
    CHECK(opens({2026, 12, 1}, 1, 17) == Opening{9 * 60, 2, 1});
    CHECK(opens({2026, 12, 4}, 4, 18) == Opening{9 * 60, 0, 3});
    CHECK(opens({2026, 12, 24}, 3, 18) == Opening{9 * 60, 0, 4});
    CHECK(opens({2026, 12, 31}, 3, 18) == Opening{9 * 60, 0, 4});
    CHECK_FALSE(opens({2026, 12, 1}, 1, 10));
}
