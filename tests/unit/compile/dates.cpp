#include <halte/directory.h>

#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

/// What is said of the day of one record, whose line is 3.
static std::string told(TemporaryData const& data, Today const& today) {
    auto const problems = check_data(data.path(), today).value();
    auto const found =
        std::ranges::find(problems, data.file("records/one.toml"), [](Problem const& each) { return each.where.name; });
    return found == problems.end() ? "" : describe(*found);
}

static TemporaryData read_on(std::string const& day) {
    TemporaryData data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    data.replace("records/one.toml", "2026-11-24", day);
    return data;
}

TEST_CASE("a record read on a day to come is refused, with its line and the cure") {
    TemporaryData const data = read_on("2027-11-24");
    std::string const refused = data.file("records/one.toml") +
                                ":3: the day 2027-11-24 is still to come: today is 2026-11-25. Write the day on which "
                                "the record was read.";
    CHECK(told(data, {{2026, 11, 25}}) == refused);
    CHECK(told(data, {{2027, 11, 24}}).empty());
    auto const built = build_snapshot(data.path(), data.beside("made"), {.as_of = {}, .today = {{2026, 11, 25}}});
    REQUIRE_FALSE(built);
    CHECK(built.error().sentence == refused);
}

TEST_CASE("a wrong clock does not refuse what the program knows to be past, and is named where it may be the cause") {
    Today const lost{{1970, 1, 1}, {2026, 11, 24}};
    CHECK(told(read_on("2026-11-24"), lost).empty());
    TemporaryData const data = read_on("2026-11-30");
    CHECK(told(data, lost) ==
          data.file("records/one.toml") +
              ":3: the day 2026-11-30 cannot be judged by a clock that says 1970-01-01, and this "
              "program is of 2026-11-24. Set the clock of this machine. If the day is still to come "
              "then, write the one on which the record was read.");
}

TEST_CASE("a snapshot is the same on whatever day it is built") {
    TemporaryData const data = read_on("2026-11-24");
    auto const built_on = [&](Today const& today) {
        REQUIRE(build_snapshot(data.path(), data.beside("made"), {.as_of = {}, .today = today}));
        return read_file(data.beside("made"));
    };
    std::string const bytes = built_on({{2026, 11, 24}});
    CHECK(built_on({{2031, 5, 1}}) == bytes);
    CHECK(built_on({{1970, 1, 1}, {2026, 11, 24}}) == bytes);
}

TEST_CASE("a snapshot speaks of no day to come") {
    TemporaryData const data = read_on("2026-11-24");
    auto const built =
        build_snapshot(data.path(), data.beside("made"), {.as_of = Date{2027, 1, 2}, .today = {{2026, 11, 25}}});
    REQUIRE_FALSE(built);
    CHECK(built.error().sentence ==
          "The day that the snapshot speaks of, 2027-01-02, is still to come: today is 2026-11-25");
    CHECK_FALSE(fs::exists(data.beside("made")));
}
