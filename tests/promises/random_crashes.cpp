#include "random_crashes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <csignal>

#include "rig/story.h"

namespace halte::promises {

using namespace std::chrono_literals;
using rig::insist;

RandomCrashes::RandomCrashes(std::uint32_t seed)
    : m_places(rig::find_places()), m_hands(seed, m_places), m_world(m_places.welcome), m_paths(m_world, m_hands) {}

void RandomCrashes::make(int visits) {
    auto const& paths = crash_paths();
    auto const first = std::size_t(m_hands.between(0, int(paths.size()) - 1));
    for (int visit = 0; visit < visits; ++visit) {
        try {
            make_one(paths[(std::size_t(visit) + first) % paths.size()]);
            if (visit % 4 == 3) make_plain_visit();
        } catch (std::exception const& fault) {
            throw rig::Missed(fmt::format("Visit {}, {}: {}", visit, m_now, fault.what()));
        }
    }
    insist(visits < int(paths.size()) || m_tried.size() == paths.size(),
           fmt::format("Only these paths were tried: {}", fmt::join(m_tried, ", ")));
}

void RandomCrashes::tell() const {
    for (auto const& [name, tally] : m_tallies)
        fmt::print("# by {}: {} visits, at worst {} of {} ms\n", name, tally.visits, tally.worst.count(),
                   tally.limit.count());
    for (auto const& [moment, visits] : m_moments) fmt::print("# {}: {} visits\n", name_of(moment), visits);
    if (!m_paths.has_memory_group())
        fmt::print("# No memory group can be made here: those had a limit of their own instead\n");
    fmt::print(
        "# {} of {} visits showed something else than the welcome screen when they crashed; {} died for want of "
        "memory, {} needed none\n",
        m_dirty, m_in_visits, died_for_memory(), m_paths.outlived_memory());
    fmt::print("# {} sessions ended, because the X server had not been put back yet\n", m_sessions_over);
}

void RandomCrashes::make_one(CrashPath const& path) {
    auto const moment = path.moments[std::size_t(m_hands.between(0, int(path.moments.size()) - 1))];
    m_now = fmt::format("by {}, {}", path.name, name_of(moment));
    m_world.remember_processes();
    reach(moment);
    m_world.remember_processes();
    crash(path, moment);
    await_clean(moment == Moment::twice ? path.limit_twice : path.limit);
    if (m_world.session_is_over())
        start_session_again(moment);
    else
        note(path, moment, Milliseconds(rig::epoch_ms() - m_paths.crashed_at()));
    m_world.empty_disks();
    m_world.remember_processes();
    await_nothing_left();
    m_world.forget_processes();
}

/// The terminal serves again, and what has served is no reason for the supervisor to wait.
void RandomCrashes::make_plain_visit() {
    m_now += ", and then a visit that ends as it should";
    open_visit();
    m_victims = {m_victim.owner};
    rig::rig().tap(m_places.exit);
    await_clean(5s);
    insist(!m_world.session_is_over(), "The session is over");
}

/// A process that nobody has touched yet may fall while it puts back what the last one changed in the X server.
void RandomCrashes::start_session_again(Moment moment) {
    insist(moment == Moment::untouched || moment == Moment::twice, "The session is over");
    ++m_sessions_over;
    m_world.start_again();
}

/// A new visitor's screen ignores fingers for half a second, which may begin later than the screen is seen, on a busy
/// machine much later. A person touches again.
void RandomCrashes::open_visit() {
    constexpr int most_touches = 4;
    rig::rest(800ms);
    await_top();
    bool is_open = false;
    for (int touch = 0; touch < most_touches && !is_open; ++touch) {
        rig::rig().tap(m_places.language);
        is_open = rig::comes_about(2s, [this] { return !m_hands.see_the_welcome(); });
    }
    insist(is_open, fmt::format("The welcome screen feels none of {} touches", most_touches));
}

void RandomCrashes::reach(Moment moment) {
    if (moment == Moment::untouched) {
        m_hands.rest_up_to(600);
        return await_top();
    }
    open_visit();
    rig::play(m_hands.motions(0, 12));
    m_hands.rest_up_to(399);
    if (moment == Moment::veiled && kill(m_victim.owner, SIGRTMIN + 4) == 0) {
        rig::rig().tap({2, 2});
        m_hands.rest_up_to(599);
    }
    ++m_in_visits;
    if (!m_hands.see_the_welcome()) ++m_dirty;
    if (moment != Moment::leaving) return;
    rig::rig().tap(m_places.exit);
    m_hands.rest_up_to(79);
}

/// A visit may have ended by itself a moment ago, when it was veiled on the welcome screen.
void RandomCrashes::crash(CrashPath const& path, Moment moment) {
    m_victims = {m_victim.owner};
    m_paths.begin_now();
    insist((m_paths.*path.hit)(m_victim) || rig::is_gone(m_victim.owner), "The process could not be hit");
    if (moment != Moment::twice) return;
    m_hands.rest_up_to(149);
    for (pid_t const child : m_world.visitors()) {
        if (child == m_victim.owner) continue;
        m_victims.push_back(child);
        (m_paths.*path.hit)({.owner = child});
    }
}

void RandomCrashes::await_top() {
    rig::await(3s, "a window on top", [this] {
        auto const top = rig::top_window();
        if (top) m_victim = *top;
        return top.has_value();
    });
}

void RandomCrashes::await_clean(Milliseconds limit) {
    rig::await(limit, "a fresh welcome screen", [this] {
        bool const is_clean =
            std::ranges::all_of(m_victims, rig::is_gone) && m_hands.see_the_welcome() && rig::top_window();
        return is_clean || m_world.session_is_over();
    });
}

/// The X server lets go of the memory that it shared with a process a moment after that has gone.
void RandomCrashes::await_nothing_left() const {
    std::vector<std::string> left;
    bool const is_clean = rig::comes_about(3s, [&] {
        left = m_world.leftovers();
        return left.empty();
    });
    insist(is_clean, fmt::format("Of process {} was left {}", m_victim.owner, fmt::join(left, ", ")));
}

void RandomCrashes::note(CrashPath const& path, Moment moment, Milliseconds took) {
    bool const twice = moment == Moment::twice;
    Tally& tally = m_tallies[std::string(path.name) + (twice ? " twice" : "")];
    tally.limit = twice ? path.limit_twice : path.limit;
    tally.worst = std::max(tally.worst, took);
    ++tally.visits;
    ++m_moments[moment];
    m_tried.insert(path.name);
}

}  // namespace halte::promises
