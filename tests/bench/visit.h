#pragma once
/// The visit that is measured, and the ways to play it: slowly, by the names of keys, on a visitor process whose tree
/// can be read; or from the places that were learnt so, on the program of the product, which tells nothing.

#include <cstdint>
#include <vector>

#include "kiosk.h"

namespace halte::rig::bench {

std::int64_t epoch_us();

/// Every touch waits for the frame of the one before it, as a person does. Begins at a welcome screen that answers, and
/// ends at the next visitor's. When each touch was made is added to `touched_us`.
void play_slowly(Kiosk& kiosk, std::vector<std::int64_t>& touched_us);

/// The hash of what is on the whole screen.
std::uint64_t picture_now();

struct LearntVisit {
    struct Touch {
        Point place;
        std::uint64_t answer = 0;  ///< the picture once it has acted
    };
    std::uint64_t welcome = 0;  ///< the picture of the welcome screen
    std::vector<Touch> touches;

    void await_welcome(Milliseconds limit) const;
    /// With a finger that is lifted only once the pressed key is drawn, as a person's is. Stays on the last page.
    void replay(pid_t visitor) const;
};
/// Plays it on a kiosk of its own. A page that must be turned to reach a key is one more touch.
LearntVisit learn_visit();

}  // namespace halte::rig::bench
