#include "times.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace halte {
namespace {

constexpr int end_of_day = 24 * 60;

constexpr std::array<std::string_view, 7> weekdays{"weekday.monday",   "weekday.tuesday", "weekday.wednesday",
                                                   "weekday.thursday", "weekday.friday",  "weekday.saturday",
                                                   "weekday.sunday"};
constexpr std::array<std::string_view, 12> months{
    "month.january", "month.february", "month.march",     "month.april",   "month.may",      "month.june",
    "month.july",    "month.august",   "month.september", "month.october", "month.november", "month.december"};

std::string weekday_words(ScreenContext& screen, int day) { return screen.say(weekdays.at(std::size_t(day))); }

std::string day_words(ScreenContext& screen, std::array<bool, 7> const& byday) {
    if (std::all_of(byday.begin(), byday.end(), [](bool open) { return open; })) return screen.say("date.every_day");
    std::string words;
    for (int first = 0; first < 7; ++first) {
        if (!byday.at(std::size_t(first))) continue;
        int last = first;
        while (last < 6 && byday.at(std::size_t(last) + 1)) ++last;
        std::string const from = weekday_words(screen, first);
        std::string const to = weekday_words(screen, last);
        bool const run = last > first + 1;
        if (!words.empty()) words += screen.comma();
        words += run ? screen.say("date.range", {{"first", from}, {"last", to}}) : from;
        first = run ? last : first;
    }
    return words;
}

std::string hours_between(ScreenContext& screen, Schedule const& schedule) {
    bool const next_day = schedule.closes_at > end_of_day;
    int const closes_at = next_day ? schedule.closes_at - end_of_day : schedule.closes_at;
    return time_words(screen, schedule.opens_at) + " – " + time_words(screen, closes_at);
}

}  // namespace

std::string time_words(ScreenContext& screen, int minute) {
    if (minute == end_of_day) return screen.say("date.midnight");
    std::string const hour = fmt::format("{}", minute / 60);
    if (minute % 60 == 0) return screen.say("date.time_full", {{"hour", hour}});
    return screen.say("date.time", {{"hour", hour}, {"minute", fmt::format("{:02}", minute % 60)}});
}

std::string closing_words(ScreenContext& screen, OpenNow const& now) {
    std::string time = time_words(screen, now.closes_at);
    if (!now.closes_on) return time;
    return weekday_words(screen, *now.closes_on) + " " + time;
}

std::string closed_words(ScreenContext& screen, OpenNow const& now) {
    if (!now.opens) return screen.say("badge.closed");
    std::string const time = time_words(screen, now.opens->at);
    if (now.opens->days_ahead == 0) return screen.say("badge.opens_today", {{"time", time}});
    if (now.opens->days_ahead == 1) return screen.say("badge.opens_tomorrow", {{"time", time}});
    std::string const day = weekday_words(screen, now.opens->weekday);
    return screen.say("badge.opens_on", {{"day", day}, {"time", time}});
}

std::string date_words(ScreenContext& screen, Date const& date) {
    return screen.say("date.full", {{"day", std::to_string(date.day)},
                                    {"month", screen.say(months.at(std::size_t(date.month - 1)))},
                                    {"year", std::to_string(date.year)}});
}

std::vector<std::string> schedule_lines(ScreenContext& screen, std::vector<Schedule> const& schedules) {
    struct Group {
        std::array<bool, 7> byday{};
        std::string hours;
    };
    if (is_day_and_night(schedules)) return {screen.say("service.hours_any")};
    std::vector<Group> groups;
    for (Schedule const& schedule : openings(schedules)) {
        auto same = std::find_if(groups.begin(), groups.end(),
                                 [&](Group const& group) { return group.byday == schedule.byday; });
        if (same == groups.end()) same = groups.insert(groups.end(), {schedule.byday, ""});
        if (!same->hours.empty()) same->hours += screen.comma();
        same->hours += hours_between(screen, schedule);
    }
    std::vector<std::string> lines;
    for (Group const& group : groups) lines.push_back(day_words(screen, group.byday) + screen.comma() + group.hours);
    return lines;
}

}  // namespace halte
