#include "route.h"

#include <fmt/format.h>

namespace halte::promises {
namespace {

using rig::await;
using namespace std::chrono_literals;

/// Screens ignore fingers at first, a new visitor's for half a second. It may begin later than the screen is seen, and
/// this program does not say when.
constexpr Milliseconds until_a_screen_feels{1000};
constexpr Milliseconds until_a_page_feels{400};

void await_picture(rig::Picture const& picture, Milliseconds limit, std::string const& what) {
    await(limit, what, [&] { return rig::rig().look() == picture; });
}

bool changes(rig::Picture const& picture) {
    return rig::comes_about(4s, [&] { return rig::rig().look() != picture; });
}

/// On a busy machine a page may have come too late for the first touch.
void touch(Step const& step) {
    rig::rest(until_a_page_feels);
    rig::rig().tap(step.at);
    if (changes(step.before)) return;
    rig::rig().tap(step.at);
}

}  // namespace

rig::KioskSettings unhurried() { return {.inactivity_seconds = 120, .inactivity_reading_seconds = 120}; }

/// There, the frames of a movement come slowly.
rig::Picture settled_picture() { return rig::rig().still_picture(400ms); }

Notes::Notes() {
    rig::rig().tell_before_taps([this](rig::Point at) { m_steps.push_back({settled_picture(), at}); });
}
Notes::~Notes() { rig::rig().tell_before_taps({}); }

Route scout_route(rig::KioskOptions const& options, std::function<void(rig::Kiosk&)> const& go,
                  std::string const& exit) {
    rig::Kiosk kiosk(options);
    Notes const notes;
    go(kiosk);
    rig::Picture end = settled_picture();
    return {.steps = notes.steps(), .end = std::move(end), .exit = kiosk.reach(exit)};
}

Follower::Follower(Route const& route, pid_t supervisor, Milliseconds limit)
    : m_route(route), m_supervisor(supervisor) {
    await_welcome(limit);
    m_visitor = visitors().at(0);
}

void Follower::await_welcome(Milliseconds limit) {
    await_picture(m_route.steps.at(0).before, limit, "the welcome screen");
}

void Follower::follow(std::function<void(std::size_t)> const& at_step) {
    rig::rest(until_a_screen_feels);
    for (std::size_t number = 0; number < m_route.steps.size(); ++number) {
        Step const& step = m_route.steps[number];
        await_picture(step.before, 5s, fmt::format("what the scout saw before touch {}", number));
        if (at_step) at_step(number);
        touch(step);
    }
    await_picture(m_route.end, 5s, "the end of the way");
}

void Follower::leave() { rig::rig().tap(m_route.exit); }

pid_t Follower::await_next() const {
    await(5s, "a next process", [this] { return visitors().size() >= 2; });
    return visitors().at(1);
}

}  // namespace halte::promises
