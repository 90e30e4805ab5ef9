#include <halte/directory.h>

#include <algorithm>
#include <chrono>

namespace halte {
namespace {

constexpr int day_long = 24 * 60;
constexpr int week_long = 7 * day_long;

/// Minutes since Monday's first, `to` not included; `to` lies in the next week for what is open over Sunday's midnight.
struct Span {
    int from, to;
    [[nodiscard]] int length() const { return to - from; }
};

std::vector<Span> each_alone(std::vector<Schedule> const& schedules) {
    std::vector<Span> spans;
    for (int day = 0; day < 7; ++day) {
        for (Schedule const& schedule : schedules) {
            int const midnight = day * day_long;
            bool const open = schedule.byday[std::size_t(day)] && schedule.opens_at < schedule.closes_at;
            if (open) spans.push_back({midnight + schedule.opens_at, midnight + schedule.closes_at});
        }
    }
    std::ranges::sort(spans, {}, &Span::from);
    return spans;
}

/// Without two that touch, Sunday's end and Monday's beginning included.
std::vector<Span> joined(std::vector<Schedule> const& schedules) {
    std::vector<Span> spans;
    for (Span const& span : each_alone(schedules)) {
        if (spans.empty() || spans.back().to < span.from)
            spans.push_back(span);
        else
            spans.back().to = std::max(spans.back().to, span.to);
    }
    bool const over_sunday = spans.size() > 1 && spans.back().to >= week_long + spans.front().from;
    if (!over_sunday) return spans;
    spans.back().to = week_long + spans.front().to;
    spans.erase(spans.begin());
    return spans;
}

bool is_whole_week(std::vector<Span> const& spans) {
    return std::ranges::any_of(spans, [](Span const& span) { return span.length() >= week_long; });
}

/// Cut at each midnight when it is a day long or longer: "10 h to 10 h" would say nothing.
std::vector<Span> days_of(Span span) {
    std::vector<Span> days;
    while (span.length() >= day_long) {
        int const midnight = (span.from / day_long + 1) * day_long;
        days.push_back({span.from, midnight});
        span.from = midnight;
    }
    if (span.length() > 0) days.push_back(span);
    for (Span& day : days) {
        if (day.from >= week_long) day = {day.from - week_long, day.to - week_long};
    }
    return days;
}

OpenNow open_until(Span const& span, int minute) {
    OpenNow answer{.state = OpenState::open, .closes_at = span.to % day_long};
    if (answer.closes_at == 0) answer.closes_at = day_long;
    if (span.to - minute > day_long) answer.closes_on = (span.to - 1) / day_long % 7;
    return answer;
}

Date days_after(Date const& date, int count) {
    using namespace std::chrono;
    year_month_day const day{
        sys_days{year{date.year} / month(unsigned(date.month)) / std::chrono::day(unsigned(date.day))} + days{count}};
    return {int(day.year()), int(unsigned(day.month())), int(unsigned(day.day()))};
}

/// The first span that begins later than now, today or on one of the next seven days.
std::optional<OpenNow::Opening> next_opening(std::vector<Span> const& spans, WallTime const& wall) {
    for (int ahead = 0; ahead <= 7; ++ahead) {
        if (is_public_holiday(days_after(wall.date, ahead))) continue;
        int const weekday = (wall.weekday + ahead) % 7;
        int const midnight = weekday * day_long;
        int const earliest = midnight + (ahead == 0 ? wall.minute + 1 : 0);
        auto const found = std::ranges::find_if(
            spans, [&](Span const& span) { return earliest <= span.from && span.from < midnight + day_long; });
        if (found != spans.end()) return OpenNow::Opening{found->from - midnight, weekday, ahead};
    }
    return std::nullopt;
}

}  // namespace

std::vector<Schedule> openings(std::vector<Schedule> const& schedules) {
    std::vector<Span> days;
    for (Span const& span : joined(schedules)) {
        for (Span const& day : days_of(span)) days.push_back(day);
    }
    std::ranges::sort(days, {}, &Span::from);
    std::vector<Schedule> found;
    for (Span const& span : days) {
        int const opens_at = span.from % day_long;
        int const closes_at = opens_at + span.length();
        auto same = std::ranges::find_if(
            found, [&](Schedule const& known) { return known.opens_at == opens_at && known.closes_at == closes_at; });
        if (same == found.end()) same = found.insert(same, {.opens_at = opens_at, .closes_at = closes_at});
        same->byday[std::size_t(span.from / day_long)] = true;
    }
    return found;
}

bool is_day_and_night(std::vector<Schedule> const& schedules) { return is_whole_week(joined(schedules)); }

OpenNow open_now(std::vector<Schedule> const& schedules, bool any_hour, WallTime const& wall, Date const& known_past) {
    std::vector<Span> const spans = joined(schedules);
    if (any_hour || is_whole_week(spans)) return {.state = OpenState::open, .closes_at = day_long, .any_hour = true};
    if (schedules.empty() || wall.date < known_past) return {};
    if (is_public_holiday(wall.date)) return {.state = OpenState::holiday, .opens = next_opening(spans, wall)};
    for (int const minute :
         {wall.weekday * day_long + wall.minute, week_long + wall.weekday * day_long + wall.minute}) {
        auto const running =
            std::ranges::find_if(spans, [minute](Span const& span) { return span.from <= minute && minute < span.to; });
        if (running != spans.end()) return open_until(*running, minute);
    }
    return {.state = OpenState::closed, .opens = next_opening(spans, wall)};
}

}  // namespace halte
