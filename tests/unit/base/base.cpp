#include <doctest/doctest.h>
#include <halte/base.h>
#include <unistd.h>

#include <fcntl.h>

using namespace halte;

TEST_CASE("a day is read as records write it, and nothing else is a day") {
    CHECK(parse_date("2026-11-24") == Date{2026, 11, 24});
    CHECK_FALSE(parse_date("2026-02-30"));
    CHECK_FALSE(parse_date("24-11-2026"));
    CHECK_FALSE(parse_date("2026-11-24 "));
}

TEST_CASE("the wall clock of the place keeps summer time, whatever the machine's zone") {
    setenv("TZ", "Asia/Tokyo", 1);
    use_timezone("Europe/Brussels");
    constexpr std::time_t last_winter_minute = 1774745940;  // 2026-03-29 00:59 UTC
    CHECK(wall_time(last_winter_minute) == WallTime{{2026, 3, 29}, 6, 1 * 60 + 59});
    CHECK(wall_time(last_winter_minute + 60) == WallTime{{2026, 3, 29}, 6, 3 * 60});
    constexpr std::time_t last_summer_minute = 1792889940;  // 2026-10-25 00:59 UTC
    CHECK(wall_time(last_summer_minute) == WallTime{{2026, 10, 25}, 6, 2 * 60 + 59});
    CHECK(wall_time(last_summer_minute + 60) == WallTime{{2026, 10, 25}, 6, 2 * 60});
}

TEST_CASE("a zone that tzdata lacks is known to be none") {
    CHECK(is_timezone("Europe/Brussels"));
    CHECK_FALSE(is_timezone("Europe/Atlantis"));
    CHECK_FALSE(is_timezone("../../../etc/passwd"));
    CHECK_FALSE(is_timezone(""));
}

TEST_CASE("distances are those of the map, to the kilometre") {
    Coordinates const brussels{50.847, 4.352};
    Coordinates const namur{50.467, 4.867};
    CHECK(distance_km(brussels, namur) == doctest::Approx(55.7).epsilon(0.02));
    CHECK(distance_km(brussels, brussels) == doctest::Approx(0));
}

TEST_CASE("a descriptor is closed once, by its last owner") {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    UniqueFd reader(ends[0]);
    {
        UniqueFd first(ends[1]);
        UniqueFd second = std::move(first);
        CHECK_FALSE(static_cast<bool>(first));
        CHECK(write(second.get(), "x", 1) == 1);
    }
    CHECK(fcntl(ends[1], F_GETFD) == -1);
    char byte = 0;
    CHECK(read(reader.get(), &byte, 1) == 1);
    CHECK(read(reader.get(), &byte, 1) == 0);
}

static Result<int> half(int number) {
    if (number % 2 != 0) return failure("odd", ExitCode::bad_data);
    return number / 2;
}
static Result<int> quarter(int number) { return half(TRY(half(number))); }

TEST_CASE("an error travels through TRY with its sentence and its code") {
    CHECK(quarter(8).value() == 2);
    auto const failed = quarter(6);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().sentence == "odd");
    CHECK(failed.error().code == ExitCode::bad_data);
}

/// A clock that a test sets.
struct SetClock final : Clock {
    Instant at{Milliseconds(1'000'000)};
    [[nodiscard]] Instant now() const override { return at; }
    [[nodiscard]] WallTime wall() const override { return {.minute = 7}; }
};

TEST_CASE("an onward clock goes on from where it was when the one beneath goes back a day") {
    SetClock beneath;
    OnwardClock const clock(beneath);
    Instant const start = beneath.at;
    CHECK(clock.now() == start);
    beneath.at += Milliseconds(500);
    CHECK(clock.now() == start + Milliseconds(500));
    beneath.at -= std::chrono::hours(24);
    CHECK(clock.now() == start + Milliseconds(500));
    beneath.at += Milliseconds(700);
    CHECK(clock.now() == start + Milliseconds(1'200));
    beneath.at += std::chrono::hours(48);
    CHECK(clock.now() == start + Milliseconds(1'200) + std::chrono::hours(48));
    beneath.at -= std::chrono::hours(24);
    beneath.at += Milliseconds(300);
    CHECK(clock.now() == start + Milliseconds(1'200) + std::chrono::hours(48));
    CHECK(clock.wall().minute == 7);
}

TEST_CASE("the machine's clock counts the time that the machine slept") {
    SystemClock const clock;
    auto const boot_ms = [] {
        timespec time{};
        clock_gettime(CLOCK_BOOTTIME, &time);
        return std::int64_t(time.tv_sec) * 1'000 + time.tv_nsec / 1'000'000;
    };
    std::int64_t const before = boot_ms();
    std::int64_t const now = clock.now().time_since_epoch().count();
    CHECK(before <= now);
    CHECK(now <= boot_ms());
}

TEST_CASE("a day is still to come only when it has begun nowhere on Earth") {
    // 2026-11-24 09:59:59 and 10:00:00 UTC; at the second, it is midnight on the Line Islands.
    CHECK(newest_day(1'795'514'399) == Date{2026, 11, 24});
    CHECK(newest_day(1'795'514'400) == Date{2026, 11, 25});
}

TEST_CASE("a day is written as it is read") {
    CHECK(iso({2026, 1, 2}) == "2026-01-02");
    CHECK(parse_date(iso({2026, 11, 24})) == Date{2026, 11, 24});
}
