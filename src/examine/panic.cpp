#include <fmt/format.h>

#include <cstdlib>

#include "judge.h"

namespace halte {

Problem judge_panic(std::string const& delay) {
    if (delay.empty()) return untold("system.panic", "Whether the machine starts again after a kernel panic");
    int const seconds = std::atoi(delay.c_str());
    if (seconds == 0)
        return warn(
            "system.panic", "After a kernel panic the machine stands still, and its screen keeps the page of a visit.",
            "halte-terminal take-over sets kernel.panic=1; by hand: in a file of /etc/sysctl.d/, and panic=1 on "
            "the kernel's line.");
    if (seconds < 0) return fine("system.panic", "After a kernel panic the machine starts again at once.");
    return fine("system.panic", fmt::format("After a kernel panic the machine starts again, {} second{} later.",
                                            seconds, seconds == 1 ? "" : "s"));
}

}  // namespace halte
