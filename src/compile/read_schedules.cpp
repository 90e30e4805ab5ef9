#include <fmt/format.h>

#include <array>
#include <charconv>

#include "sources.h"

namespace halte {
namespace {

constexpr std::array days{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

/// Minutes since midnight of "08:30"; 24:00 is midnight at the end of the day.
std::optional<int> minutes(std::string const& time) {
    if (time.size() != 5 || time[2] != ':') return std::nullopt;
    int hour = 0;
    int minute = 0;
    auto const [hour_end, hour_fault] = std::from_chars(time.data(), time.data() + 2, hour);
    auto const [minute_end, minute_fault] = std::from_chars(time.data() + 3, time.data() + 5, minute);
    bool const whole = hour_end == time.data() + 2 && minute_end == time.data() + 5;
    if (!whole || hour < 0 || minute < 0 || minute > 59 || hour * 60 + minute > 24 * 60) return std::nullopt;
    return hour * 60 + minute;
}

bool is_byday(std::string const& byday) {
    std::size_t day = 0;
    for (std::size_t at = 0; at < byday.size(); at += 3) {
        while (day < days.size() && byday.compare(at, 2, days[day]) != 0) ++day;
        if (day++ == days.size() || (at + 2 < byday.size() && byday[at + 2] != ',')) return false;
    }
    return !byday.empty() && byday.back() != ',';
}

int read_time(Keys& keys, std::string_view key) {
    SourceText const time = keys.text(key, Need::required);
    std::optional<int> const read = minutes(time.words);
    if (!time.empty() && !read) {
        keys.problems().error(time.place, fmt::format("\"{}\" is not a time", time.words),
                              "Write hours and minutes, as in 08:30");
    }
    return read.value_or(-1);
}

/// Nothing when a day or a time is wrong, so that no half-read hours go on.
std::optional<ScheduleSource> read_schedule(Keys keys, bool kind_needed) {
    ScheduleSource schedule{.kind = "phone"};
    if (kind_needed) schedule.kind = keys.choice("kind", {"phone", "chat", "visit"}, Need::required).words;
    SourceText const byday = keys.text("byday", Need::required);
    schedule.byday = byday.words;
    schedule.opens_at = read_time(keys, "opens_at");
    schedule.closes_at = read_time(keys, "closes_at");
    keys.finish();
    bool const days_right = is_byday(byday.words);
    if (!byday.empty() && !days_right) {
        keys.problems().error(byday.place, fmt::format("\"{}\" are not days of the week in their order", byday.words),
                              "Write them as in MO,TU,WE");
    }
    if (schedule.opens_at < 0 || schedule.closes_at < 0 || !days_right) return std::nullopt;
    if (schedule.opens_at >= schedule.closes_at) {
        keys.problems().error(keys.place_of("closes_at"), "closes before it opens",
                              "Write hours that cross midnight as two schedules, the first until 24:00");
        return std::nullopt;
    }
    return schedule;
}

}  // namespace

std::vector<ScheduleSource> read_schedules(Keys& keys, bool kind_needed) {
    std::vector<ScheduleSource> schedules;
    for (Keys& each : keys.tables("schedule", "a schedule")) {
        if (auto schedule = read_schedule(std::move(each), kind_needed)) schedules.push_back(*schedule);
    }
    return schedules;
}

}  // namespace halte
