#pragma once
/// Watching a few small places of a screen closely, and comparing pictures.

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "rig.h"

namespace halte::rig::bench {

using Clock = std::chrono::steady_clock;
double us_between(Clock::time_point from, Clock::time_point to);

using Tiles = std::vector<Rectangle>;
/// The small squares in which the pictures differ most, at most six, away from each other. Throws Missed when there is
/// none.
Tiles tiles_that_differ(Picture const& one, Picture const& other);

/// The share of pixels that look the same to a person, or nearly: letters of two programs have other edges.
double likeness(Picture const& one, Picture const& other);

class Watch {
public:
    explicit Watch(Tiles tiles);
    /// Of what the screen shows there now, and of what a picture does.
    [[nodiscard]] std::uint64_t now();
    [[nodiscard]] std::uint64_t of(Picture const& picture) const;

    /// Looks again and again, every half millisecond. When it is so, or nothing after the limit.
    std::optional<Clock::time_point> first(Milliseconds limit, std::function<bool(std::uint64_t)> const& wish);

    struct Change {
        Clock::time_point first;
        Clock::time_point last;
    };
    /// From the first look that differs from `before` to the last change of all, after which nothing changed for a
    /// while. Throws Missed when nothing changes.
    Change change(std::uint64_t before);

private:
    Tiles m_tiles;
    std::vector<std::unique_ptr<Eye>> m_eyes;
};

}  // namespace halte::rig::bench
