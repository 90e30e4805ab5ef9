#pragma once
/// Usual opening hours, by the clock on the wall of the place. Public holidays are not known.

#include <halte/base.h>

#include <array>
#include <vector>

namespace halte {

/// Usual opening hours, wall-clock time of Belgium (HSDS schedule: byday, opens_at, closes_at). Never crosses midnight;
/// closes_at is 1440 for midnight.
struct Schedule {
    std::array<bool, 7> byday{};  ///< [0] is Monday
    int opens_at = 0;             ///< minutes since midnight
    int closes_at = 0;
};

enum class OpenState { open, closed, unknown };
struct OpenNow {
    OpenState state = OpenState::unknown;
    int closes_at = 0;  ///< minutes since midnight; meaningful when open and not around the clock
    bool any_hour = false;
};
/// Whether usual hours are running at `wall`. Unknown when there are no schedules, and when the terminal's clock shows
/// a day before the snapshot's own date: such a clock is wrong.
OpenNow open_now(std::vector<Schedule> const& schedules, bool any_hour, WallTime const& wall, Date const& as_of);

}  // namespace halte
