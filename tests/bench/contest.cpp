#include "contest.h"

#include <fmt/format.h>

#include <algorithm>

#include "table.h"

namespace halte::rig::bench {
namespace {

constexpr Milliseconds patience(60'000);
constexpr Milliseconds held(150);       ///< how long a finger stays
constexpr Milliseconds after(1'200);    ///< until the next touch: what a touch sets going is over by then
constexpr Milliseconds settled(4'000);  ///< until what a new visitor's page sets going is over
constexpr double least_likeness = 0.9;

/// The part of a key that changes under a finger, and that no finger's picture covers.
Tiles tiles_of(WalkStep const& step) {
    constexpr int side = 24;
    constexpr int rim = 12;
    return {{step.key.x + rim, step.key.y + step.key.h - side - rim, side, side},
            {step.key.x + step.key.w - side - rim, step.key.y + rim, side, side}};
}

/// Where the pages of a step differ, as that contestant shows them.
Tiles tiles_of(WalkStep const& step, Contestant const& contestant) {
    return tiles_that_differ(contestant.pictures[step.from], contestant.pictures[step.to]);
}

/// Until the processes have done nearly nothing for a second: a browser is never quite at rest.
void await_calm(Contestant const& contestant) {
    constexpr double nearly_nothing_us = 15'000;
    constexpr int most_seconds = 30;
    for (int second = 0; second < most_seconds; ++second) {
        auto const before = cpu_times_of(contestant.processes());
        rest(Milliseconds(1000));
        if (used_us(before, cpu_times_of(contestant.processes())) < nearly_nothing_us) return;
    }
}

void touch(WalkStep const& step) {
    rig().down(step.place);
    rest(held);
    rig().up();
    rest(after);
}

void require_page(Contestant const& contestant, std::size_t page, Picture const& wanted, double least) {
    double const alike = likeness(rig().look(), wanted);
    if (alike < least)
        throw Missed(fmt::format("Page {} of {} looks as it should in {:.0f} % of its pixels only.", page,
                                 contestant.name(), alike * 100));
}

/// The picture that a start comes to, as this contestant has shown it before.
double start_and_wait(Contestant& contestant, Walk const& walk) {
    Watch watch(tiles_of(walk.steps.front(), contestant));
    std::uint64_t const right = watch.of(contestant.pictures.front());
    auto const begun = Clock::now();
    contestant.start();
    auto const shown = watch.first(patience, [&](std::uint64_t seen) { return seen == right; });
    if (!shown) throw Missed(contestant.name() + " did not show its first page.");
    return us_between(begun, *shown);
}

void measure_idle(Contestant const& contestant, Round& round) {
    constexpr Milliseconds ten_seconds(10'000);
    await_calm(contestant);
    auto const before = cpu_times_of(contestant.processes());
    rest(ten_seconds);
    round.idle_cpu_us = used_us(before, cpu_times_of(contestant.processes()));
}

struct Times {
    std::vector<double> press;
    std::vector<double> answer;
    std::vector<double> still;
};

void measure_times_of(WalkStep const& step, Contestant const& contestant, Times& times) {
    Watch key(tiles_of(step));
    Watch page(tiles_of(step, contestant));
    std::uint64_t const unpressed = key.now();
    auto const landed = Clock::now();
    rig().down(step.place);
    times.press.push_back(us_between(landed, key.change(unpressed).first));
    std::uint64_t const before = page.now();
    auto const lifted = Clock::now();
    rig().up();
    Watch::Change const change = page.change(before);
    times.answer.push_back(us_between(lifted, change.first));
    times.still.push_back(us_between(lifted, change.last));
    rest(after);
    require_page(contestant, step.to, contestant.pictures[step.to], 0.99);
}

std::vector<WalkStep> steps_inside(Walk const& walk) { return {walk.steps.begin(), walk.steps.end() - 1}; }

void measure_times(Contestant const& contestant, Walk const& walk, Round& round) {
    Times times;
    for (WalkStep const& step : steps_inside(walk)) measure_times_of(step, contestant, times);
    round.press_us = median(times.press);
    round.answer_us = median(times.answer);
    round.still_us = median(times.still);
}

/// A finger tries again and again, as an impatient person's does.
Clock::time_point await_felt(WalkStep const& step) {
    Watch key(tiles_of(step));
    std::uint64_t const unpressed = key.now();
    auto const end = Clock::now() + patience;
    while (Clock::now() < end) {
        rig().down(step.place);
        auto const felt = key.first(Milliseconds(60), [&](std::uint64_t seen) { return seen != unpressed; });
        rest(Milliseconds(felt ? held.count() : 0));
        rig().up();
        if (felt) return *felt;
        rest(Milliseconds(20));
    }
    throw Missed("No touch was felt after a reset.");
}

/// Ends the visit the way that this one has, and gives when that began.
Clock::time_point end_visit(Contestant& contestant, Walk const& walk) {
    if (!contestant.resets_itself()) {
        auto const begun = Clock::now();
        contestant.end();
        contestant.start();
        return begun;
    }
    rig().down(walk.steps.back().place);
    rest(held);
    auto const begun = Clock::now();
    rig().up();
    return begun;
}

/// Leaves the next visitor on the page behind the first one.
void measure_reset(Contestant& contestant, Walk const& walk, Round& round) {
    Watch watch(tiles_of(walk.steps.front(), contestant));
    std::uint64_t const right = watch.of(contestant.pictures.front());
    auto const begun = end_visit(contestant, walk);
    auto const shown = watch.first(patience, [&](std::uint64_t seen) { return seen == right; });
    if (!shown) throw Missed(contestant.name() + " did not show the next visitor's first page.");
    round.reset_us = us_between(begun, *shown);
    round.reset_felt_us = us_between(begun, await_felt(walk.steps.front()));
    rest(after);
}

/// Of all processes since they began, those included that ours has ended and waited for.
double whole_cpu(Contestant const& contestant) {
    auto const processes = contestant.processes();
    return used_us({}, cpu_times_of(processes)) + waited_for_us(processes.front());
}

void touch_all(Contestant const& contestant, Walk const& walk, Round& round) {
    for (WalkStep const& step : steps_inside(walk)) {
        touch(step);
        if (step.to == walk.pages.size() - 1) round.visit_kb = memory_of(contestant.processes()).all_kb;
    }
}

void measure_cpu(Contestant& contestant, Walk const& walk, Round& round) {
    // Of a server that was there already the number is not known.
    std::vector<pid_t> server;
    if (rig().has_own_server()) server.push_back(rig().server().pid());
    auto const touches = double(steps_inside(walk).size());
    double const whole_before = whole_cpu(contestant);
    auto const before = cpu_times_of(contestant.processes());
    auto const server_before = cpu_times_of(server);
    touch_all(contestant, walk, round);
    auto const after = cpu_times_of(contestant.processes());
    round.touch_cpu_us = used_by_old_us(before, after) / touches;
    round.touch_and_new_cpu_us = used_us(before, after) / touches;
    round.touch_server_cpu_us = used_us(server_before, cpu_times_of(server)) / touches;
    double const whole_touched = whole_cpu(contestant);
    end_visit(contestant, walk);
    rest(settled);
    double const ended = contestant.resets_itself() ? 0 : whole_touched;
    round.visit_cpu_us = whole_cpu(contestant) + ended - whole_before;
}

}  // namespace

void learn_pictures(Contestant& contestant, Walk const& walk) {
    contestant.pictures.resize(walk.pages.size());
    contestant.start();
    await(patience, "a first page of " + contestant.name() + " that looks as it should",
          [&] { return likeness(rig().look(), walk.pages[0].screen.picture) >= least_likeness; });
    rest(after);
    contestant.pictures[0] = rig().still_picture();
    for (WalkStep const& step : steps_inside(walk)) {
        touch(step);
        require_page(contestant, step.to, walk.pages[step.to].screen.picture, least_likeness);
        contestant.pictures[step.to] = rig().still_picture();
    }
    contestant.end();
}

Round measure_round(Contestant& contestant, Walk const& walk) {
    Round round;
    round.start_us = start_and_wait(contestant, walk);
    await_calm(contestant);
    round.welcome_kb = memory_of(contestant.processes()).all_kb;
    measure_times(contestant, walk, round);
    measure_reset(contestant, walk, round);
    // Back to a first page on which nothing was touched. A browser has done by now what it does after its start.
    touch(walk.steps.back());
    measure_idle(contestant, round);
    measure_cpu(contestant, walk, round);
    contestant.end();
    return round;
}

}  // namespace halte::rig::bench
