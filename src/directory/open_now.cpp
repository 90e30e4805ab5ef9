#include <halte/directory.h>

#include <algorithm>

namespace halte {

OpenNow open_now(std::vector<Schedule> const& schedules, bool any_hour, WallTime const& wall, Date const& as_of) {
    if (any_hour) return {.state = OpenState::open, .closes_at = 24 * 60, .any_hour = true};
    if (schedules.empty() || wall.date < as_of) return {};
    OpenNow answer{.state = OpenState::closed};
    for (Schedule const& schedule : schedules) {
        bool const running = schedule.byday[std::size_t(wall.weekday)] && schedule.opens_at <= wall.minute &&
                             wall.minute < schedule.closes_at;
        if (!running) continue;
        answer.state = OpenState::open;
        answer.closes_at = std::max(answer.closes_at, schedule.closes_at);
    }
    return answer;
}

}  // namespace halte
