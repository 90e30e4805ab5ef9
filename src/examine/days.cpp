#include <fmt/format.h>
#include <fmt/ranges.h>

#include "judge.h"
#include "written.h"

namespace halte {
namespace {

// A number is read again every quarter: past one, somebody forgot. Past two, numbers that nobody has looked at for half
// a year are shown to people who may have one call in them.
constexpr int days_of_a_quarter = 90;
constexpr int days_of_two = 180;

Problem judge_date(Date today, Date known_past) {
    if (today >= known_past) return fine("clock.date", fmt::format("Today is {}.", iso(today)));
    return broken("clock.date",
                  fmt::format("The clock says {}, but this program is of {}.", iso(today), iso(known_past)),
                  "Set it with date -s and hwclock -w; a machine that forgets it needs a new battery.");
}

Problem judge_synchronised(std::optional<bool> synchronised) {
    if (!synchronised) return untold("clock.synchronised", "Whether the clock is kept right");
    if (*synchronised) return fine("clock.synchronised", "The clock is kept right from outside.");
    return warn(
        "clock.synchronised", "Nothing keeps the clock right, and opening hours go by it.",
        "With a network, install systemd-timesyncd. Without one, look at it every month, and set it with date -s "
        "and hwclock -w.");
}

Problem judge_timezone(bool known) {
    if (known) return fine("clock.timezone", "The time zone of the settings is known.");
    return broken("clock.timezone", "The time zone of the settings is not on this machine, so hours are those of UTC.",
                  "Install tzdata.");
}

std::string ago(int days) { return days == 0 ? "today" : fmt::format("{} day{} ago", days, days == 1 ? "" : "s"); }

/// One of the two is wrong. The clock is not, where it is kept right from outside.
Problem judge_day_to_come(Date as_of, ClockReading const& clock) {
    bool const clock_is_right = clock.synchronised == true;
    return warn(
        "snapshot.age",
        fmt::format("A fact in it was read on {}, which is still to come: {} {}.", iso(as_of),
                    clock_is_right ? "today is" : "the clock says", iso(clock.today)),
        clock_is_right
            ? "A record has a wrong day: halte-directory check names it. Build the snapshot anew."
            : "Look at the clock. If it is right, a record has a wrong day: halte-directory check names it, and "
              "the snapshot is to be built anew.");
}

Problem judge_age(Date as_of, ClockReading const& clock, Date known_past) {
    int const age = days_between(as_of, clock.today);
    std::string const what = fmt::format("The newest fact in it was read on {}, {}.", iso(as_of), ago(age));
    if (clock.today < known_past)
        return warn("snapshot.age", "Its age cannot be told while the clock is wrong.", "Set the clock first.");
    if (age < 0) return judge_day_to_come(as_of, clock);
    if (age <= days_of_a_quarter) return fine("snapshot.age", what);
    std::string const cure =
        "Have the records read again, build a snapshot with halte-directory build, and install it, or a newer Halte.";
    return age <= days_of_two ? warn("snapshot.age", what, cure) : broken("snapshot.age", what, cure);
}

Problem judge_serving(SnapshotReading const& snapshot) {
    std::string const count = fmt::format("with {} services", snapshot.services);
    if (!snapshot.refused.empty())
        return broken(
            "snapshot.serves",
            fmt::format("{}. The snapshot built into the program serves instead, {}.", snapshot.refused, count),
            fmt::format("Make it anew with halte-directory build, and put it at {}.", snapshot.file));
    if (snapshot.file.empty())
        return fine("snapshot.serves", fmt::format("The snapshot built into the program serves, {}.", count));
    return fine("snapshot.serves", fmt::format("{} serves, {}.", snapshot.file, count));
}

}  // namespace

int days_between(Date from, Date to) { return int((timestamp(to) - timestamp(from)) / 86'400); }

Problems judge_clock(ClockReading const& clock, Date known_past) {
    return {judge_date(clock.today, known_past), judge_synchronised(clock.synchronised),
            judge_timezone(clock.knows_timezone)};
}

Problems judge_snapshot(SnapshotReading const& snapshot, ClockReading const& clock, Date known_past) {
    Problems findings{judge_serving(snapshot), judge_age(snapshot.as_of, clock, known_past)};
    if (!snapshot.undrawable_icons.empty())
        findings.push_back(warn("snapshot.pictures",
                                fmt::format("{} lacks pictures, or has bad ones: {}.", snapshot.file,
                                            fmt::join(snapshot.undrawable_icons, ", ")),
                                "Words are shown without them. Make it anew with halte-directory build."));
    return findings;
}

}  // namespace halte
