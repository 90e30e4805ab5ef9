#pragma once
/// A visit that is made twice. A scout makes it first with the visitor program of the tests, whose buttons can be found
/// by name, and notes where it touched and what it saw. Then it is made with the product's own program, which shows the
/// same and tells nobody where its buttons are.

#include <functional>
#include <vector>

#include "rig/kiosk.h"

namespace halte::promises {

struct Step {
    rig::Picture before;
    rig::Point at;
};

struct Route {
    std::vector<Step> steps;
    rig::Picture end;  ///< what the last touch led to
    rig::Point exit;   ///< where a touch leaves from there
};

/// Nobody hurries whoever looks and searches: no visit ends by time.
rig::KioskSettings unhurried();

/// What is on the screen once it moves no more, on a busy machine, too.
rig::Picture settled_picture();

/// Notes every tap on the rig, as long as it lives.
class Notes {
public:
    Notes();
    ~Notes();
    Notes(Notes const&) = delete;
    Notes& operator=(Notes const&) = delete;

    [[nodiscard]] std::vector<Step> const& steps() const { return m_steps; }

private:
    std::vector<Step> m_steps;
};

/// A scout's visit on a kiosk of its own; the exit is a control's name.
Route scout_route(rig::KioskOptions const& options, std::function<void(rig::Kiosk&)> const& go,
                  std::string const& exit);

/// Makes the visit of a route on a kiosk that was just started. What does not come about is thrown (rig/await.h).
class Follower {
public:
    /// Waits for the first screen. The supervisor is that of the kiosk, and the route outlives this.
    Follower(Route const& route, pid_t supervisor, Milliseconds limit = Milliseconds(20'000));

    /// Up to the end. Before each touch the screen is the scout's to the pixel; then `at_step` is told its number.
    void follow(std::function<void(std::size_t)> const& at_step = {});
    void leave();
    /// The first screen.
    void await_welcome(Milliseconds limit);

    /// The process of this visit.
    [[nodiscard]] pid_t visitor() const { return m_visitor; }
    /// The process that waits behind it.
    pid_t await_next() const;
    /// Those that there are now.
    [[nodiscard]] std::vector<pid_t> visitors() const { return rig::children_of(m_supervisor); }

private:
    Route const& m_route;
    pid_t m_supervisor;
    pid_t m_visitor = 0;
};

}  // namespace halte::promises
