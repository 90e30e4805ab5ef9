// Frames and wake-ups at the welcome screen, while nobody touches it.
#include <fmt/format.h>

#include "consumption.h"
#include "measures.h"

namespace halte::rig::bench {

/// Here the passing of time is what is measured.
void measure_idle(Bench& bench) {
    int const seconds = bench.times(10, 20);
    Kiosk kiosk;
    kiosk.await_feeling();
    std::vector<pid_t> const processes{kiosk.supervisor(), kiosk.visitor()};
    await_rest(processes[1]);
    auto const woken_before = wake_ups_of(processes);
    int const frames_before = kiosk.look().frame;
    rest(Milliseconds(seconds * 1000));
    auto const woken = wake_ups_of(processes) - woken_before;
    if (kiosk.visitor() != processes[1]) throw Missed("Another visitor process has come meanwhile.");
    int const frames = kiosk.look().frame - frames_before;
    bench.table.add({.measure = "frames per second at the welcome screen",
                     .ours = fmt::format("{:g}", double(frames) / seconds),
                     .goal = 0});
    bench.table.add({.measure = "wake-ups per second at the welcome screen",
                     .ours = fmt::format("{:g}", double(woken) / seconds),
                     .goal = 1});
}

}  // namespace halte::rig::bench
