#pragma once
/// The times of a visit.

#include <halte/base.h>

namespace halte {

/// How long a visit waits: `inactivity` after the last sign of somebody, and at most twice that after the last thing
/// that was chosen or read on to, whatever a touchscreen reports meanwhile. WCAG 2.2.1: the countdown is never under
/// 20 s, and going on takes one touch.
struct Pace {
    Milliseconds inactivity{45'000};
    Milliseconds inactivity_reading{90'000};
    Milliseconds inactivity_keys{120'000};  ///< at least, on every page, while keys or a switch are used
    Milliseconds countdown{45'000};
    bool operator==(Pace const&) const = default;
};

}  // namespace halte
