#pragma once
/// Usual opening hours, by the clock on the wall of the place. On a public holiday nobody knows whether they hold.

#include <halte/base.h>

#include <array>
#include <optional>
#include <vector>

namespace halte {

/// Usual opening hours, wall-clock time of Belgium (HSDS schedule: byday, opens_at, closes_at). Never crosses midnight;
/// closes_at is 1440 for midnight.
struct Schedule {
    std::array<bool, 7> byday{};  ///< [0] is Monday
    int opens_at = 0;             ///< minutes since midnight
    int closes_at = 0;
};

/// The same hours as a person would say them: those that touch or overlap are one. Here closes_at may lie beyond 1440,
/// in the next day, for what is open over midnight; hours of a whole day and more end at each midnight. In the order of
/// the week.
std::vector<Schedule> openings(std::vector<Schedule> const& schedules);
/// Whether they leave no minute of the week out.
bool is_day_and_night(std::vector<Schedule> const& schedules);

/// One of Belgium's ten legal holidays (Royal Decree of 18 April 1974), those that move with Easter included.
bool is_public_holiday(Date const& date);

/// `holiday`: it has usual hours, and today is a public holiday.
enum class OpenState { open, closed, holiday, unknown };
struct OpenNow {
    OpenState state = OpenState::unknown;
    int closes_at = 0;             ///< minutes since midnight; meaningful when open and not around the clock
    std::optional<int> closes_on;  ///< the weekday, 0 is Monday, when that is more than a day away
    bool any_hour = false;         ///< day and night: there is no closing time
    /// When it opens next, if it does within a week and not on a holiday; nothing while it is open.
    struct Opening {
        int at = 0;          ///< minutes since midnight
        int weekday = 0;     ///< 0 is Monday
        int days_ahead = 0;  ///< 0 is today
        bool operator==(Opening const&) const = default;
    };
    std::optional<Opening> opens;
};
/// Whether usual hours are running at `wall`, and until when, over midnight too. Unknown when there are no schedules,
/// and when the terminal's clock shows a day before `known_past`, which belongs to the program: such a clock is wrong.
OpenNow open_now(std::vector<Schedule> const& schedules, bool any_hour, WallTime const& wall, Date const& known_past);

}  // namespace halte
