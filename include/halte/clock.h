#pragma once
/// Two clocks: one that never jumps, for waiting, and the one on the wall of the terminal's place, for opening hours.

#include <chrono>
#include <ctime>
#include <optional>
#include <string>

namespace halte {

using Milliseconds = std::chrono::milliseconds;
/// Time since an arbitrary start, the time that the machine slept included: inactivity, countdowns, animation. Nobody
/// who wakes a terminal meets the visit that it fell asleep in.
using Instant = std::chrono::time_point<std::chrono::steady_clock, Milliseconds>;

/// A day of the Gregorian calendar, as written in records: 2026-11-24.
struct Date {
    int year = 1970;
    int month = 1;
    int day = 1;
    auto operator<=>(Date const&) const = default;  // NOLINT(modernize-use-nullptr)
};
/// Reads "2026-11-24"; nothing when it is not a day.
std::optional<Date> parse_date(std::string const& text);
/// "2026-11-24"
std::string iso(Date const& date);

/// What a clock on the wall of the terminal's place shows, summer time included.
struct WallTime {
    Date date;
    int weekday = 0;                                    ///< 0 is Monday, 6 is Sunday
    int minute = 0;                                     ///< minutes since midnight, 0 to 1439
    auto operator<=>(WallTime const&) const = default;  // NOLINT(modernize-use-nullptr)
};

/// Where time comes from. Programs use SystemClock; tests give their own.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    [[nodiscard]] virtual WallTime wall() const = 0;
};

/// The machine's clocks; wall() follows the TZ variable.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] WallTime wall() const override;
};

/// Another clock that never goes back. Where the one beneath does, this one goes on from where it was: a visit, a key's
/// deafness and a heartbeat must not last a day longer because a machine lost a day. `beneath` outlives it.
class OnwardClock final : public Clock {
public:
    explicit OnwardClock(Clock const& beneath) : m_beneath(beneath), m_read(beneath.now()) {}
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] WallTime wall() const override { return m_beneath.wall(); }

private:
    Clock const& m_beneath;
    mutable Instant m_read;         ///< what it showed last
    mutable Milliseconds m_lost{};  ///< by how much it has gone back in all
};

/// What the clock on the wall shows at that second since 1970 (UTC).
WallTime wall_time(std::time_t seconds);

/// The newest day that has begun anywhere on Earth at that second: nobody has written a later one yet, in whatever zone
/// they and this machine are.
Date newest_day(std::time_t seconds);

/// Makes wall clocks of this process show the time of a place, "Europe/Brussels", whatever the machine's own zone is.
void use_timezone(std::string const& name);
/// Whether the system's tzdata knows a zone of that name.
bool is_timezone(std::string const& name);

}  // namespace halte
