// From "Erase and leave" to the next visitor's first frame, beside a start of a bare window.
#include <algorithm>

#include "consumption.h"
#include "measures.h"

namespace halte::rig::bench {
namespace {

/// The first frame is drawn into the hidden window; the second one is on the screen.
std::int64_t shown_us(pid_t visitor, std::vector<DrawnFrame> const& frames) {
    auto const shown = std::ranges::find_if(
        frames, [&](DrawnFrame const& frame) { return frame.pid == visitor && frame.number == 2; });
    if (shown == frames.end()) throw Missed("The next visitor process has not told of its first frame.");
    return shown->epoch_us;
}

/// The finger is held until the pressed key is drawn.
double swap_of(Kiosk& kiosk) {
    kiosk.open_situations();
    kiosk.press("Effacer et partir");
    pid_t const leaver = kiosk.visitor();
    await_rest(leaver);
    auto const lifted_us = epoch_us();
    rig().up();
    kiosk.await_fresh_welcome(leaver);
    return double(shown_us(kiosk.visitor(), drawn_frames()) - lifted_us);
}

}  // namespace

void measure_swap(Bench& bench) {
    Kiosk kiosk({.environment = {"HALTE_FRAMES=" + frames_file().string()}});
    std::vector<Pair> swaps;
    for (int turn = 0; turn < bench.times(4, 15); ++turn) {
        double const ours = swap_of(kiosk);
        swaps.push_back({ours, start_of_floor()});
    }
    bench.table.add({"swap of visitors, against a start", milliseconds(median_of_ours(swaps)),
                     milliseconds(median_of_floors(swaps)), median_ratio(swaps), 1.5});
}

}  // namespace halte::rig::bench
