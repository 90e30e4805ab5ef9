#include "machine.h"

#include <sys/timex.h>

#include <ctime>

namespace halte {

/// The first word of every line but the heading.
static std::vector<std::string> read_swaps(Tree const& tree) {
    std::vector<std::string> swaps;
    std::vector<std::string> const lines = lines_of(tree.text("/proc/swaps").value_or(""));
    for (std::size_t at = 1; at < lines.size(); ++at)
        if (auto const words = words_of(lines[at]); !words.empty()) swaps.push_back(words.front());
    return swaps;
}

MemoryReading read_memory(Tree const& tree) {
    return {.swaps = read_swaps(tree),
            .resume = tree.line("/sys/power/resume"),
            .kernel_line = tree.text("/proc/cmdline"),
            .kernel_config = tree.text("/boot/config-" + read_kernel_release(tree)).value_or("")};
}

static std::optional<bool> is_synchronised() {
    timex nothing_changed{};
    if (adjtimex(&nothing_changed) < 0) return std::nullopt;
    return (nothing_changed.status & STA_UNSYNC) == 0;
}

ClockReading read_clock(std::string const& timezone) {
    use_timezone(timezone);
    return {.today = wall_time(std::time(nullptr)).date,
            .synchronised = is_synchronised(),
            .knows_timezone = is_timezone(timezone)};
}

std::string read_kernel_release(Tree const& tree) { return tree.line("/proc/sys/kernel/osrelease"); }

std::string read_debian(Tree const& tree) { return tree.line("/etc/debian_version"); }

}  // namespace halte
