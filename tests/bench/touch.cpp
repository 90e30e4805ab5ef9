// CPU time of all threads from a touch to the frame it causes, beside that of a frame with one layer.
#include <fmt/format.h>

#include <algorithm>

#include "consumption.h"
#include "measures.h"

namespace halte::rig::bench {
namespace {

/// The frame that was drawn first after each touch: what all threads used since the frame before it, when there was
/// nothing to do. A process' first frame is drawn into a hidden window, and has its start in it.
std::vector<double> frames_of_touches(std::vector<std::int64_t> touched_us, std::vector<DrawnFrame> frames) {
    std::ranges::sort(touched_us);
    std::ranges::sort(frames, {}, &DrawnFrame::epoch_us);
    std::vector<double> used_us;
    auto touch = touched_us.begin();
    for (DrawnFrame const& frame : frames) {
        if (frame.number == 1) continue;
        auto const later = std::upper_bound(touch, touched_us.end(), frame.epoch_us);
        if (later != touch) used_us.push_back(frame.cpu_us);
        touch = later;
    }
    return used_us;
}

Row row(std::string const& measure, std::vector<double> const& ours, std::vector<double> const& floors, int percent,
        std::optional<double> goal) {
    double const our = percentile(ours, percent);
    double const floor = percentile(floors, percent);
    return {measure, milliseconds(our), milliseconds(floor), our / floor, goal};
}

}  // namespace

void measure_touch(Bench& bench) {
    std::vector<std::int64_t> touched_us;
    std::vector<double> layers_us;
    Kiosk kiosk({.environment = {"HALTE_FRAMES=" + frames_file().string()}});
    for (int turn = 0; turn < bench.times(2, 8); ++turn) {
        for (std::string const& line : lines_of(printed_by({programs() / "floor-layer", "60"})))
            layers_us.push_back(std::stod(line));
        kiosk.await_feeling();
        await_rest(kiosk.visitor());
        play_slowly(kiosk, touched_us);
    }
    auto const ours_us = frames_of_touches(touched_us, drawn_frames());
    if (ours_us.empty() || layers_us.empty()) throw Missed("No frame was drawn.");
    bench.table.add(row("CPU from touch to frame, 99th percentile", ours_us, layers_us, 99, 1.5));
    bench.table.add(row("CPU from touch to frame, median", ours_us, layers_us, 50, std::nullopt));
    say(fmt::format("{} frames after touches, {} of the floor", ours_us.size(), layers_us.size()));
}

}  // namespace halte::rig::bench
