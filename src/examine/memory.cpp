#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "judge.h"

namespace halte {
namespace {

bool has_word(std::string const& line, std::string const& word) {
    auto const words = words_of(line);
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool has_word_beginning(std::string const& line, std::string_view beginning) {
    auto const words = words_of(line);
    return std::any_of(words.begin(), words.end(), [&](auto const& word) { return word.starts_with(beginning); });
}

Problem judge_swap(std::vector<std::string> const& swaps, std::vector<ServiceState> const& units) {
    if (swaps.empty()) return fine("memory.swap", "This machine has no swap.");
    bool const forbidden =
        !units.empty() && std::none_of(units.begin(), units.end(), [](auto& one) { return one.swaps; });
    std::string const all = fmt::format("{}", fmt::join(swaps, ", "));
    if (forbidden) return fine("memory.swap", "There is swap (" + all + "), but the services of Halte may not use it.");
    return warn("memory.swap",
                "There is swap (" + all + "): the X server's and other programs' memory may be written there.",
                "swapoff -a, and take its line out of /etc/fstab; or run Halte as the services of its package.");
}

Problem judge_hibernation(MemoryReading const& memory) {
    std::string const line = memory.kernel_line.value_or("");
    bool const offered = has_word_beginning(line, "resume=") || (!memory.resume.empty() && memory.resume != "0:0");
    if (!offered || has_word(line, "noresume"))
        return fine("memory.hibernation", "Memory is not written to a disk for hibernation.");
    return warn("memory.hibernation", "This machine may hibernate, and would write all its memory to a disk.",
                "Take resume= off the kernel's line and add noresume, and run systemctl mask hibernate.target "
                "hybrid-sleep.target suspend-then-hibernate.target.");
}

Problem judge_freed(MemoryReading const& memory) {
    if (!memory.kernel_line) return untold("memory.freed", "Whether freed memory is cleared");
    bool const by_default = memory.kernel_config.find("CONFIG_INIT_ON_FREE_DEFAULT_ON=y") != std::string::npos;
    bool const on = has_word(*memory.kernel_line, "init_on_free=1");
    bool const off = has_word(*memory.kernel_line, "init_on_free=0");
    if (on || (by_default && !off)) return fine("memory.freed", "The kernel clears memory when it is freed.");
    return warn("memory.freed", "Freed memory keeps what it held until it is used again.",
                "halte-terminal take-over adds init_on_free=1 to the kernel's line; by hand: in GRUB_CMDLINE_LINUX of "
                "/etc/default/grub, then update-grub and a restart.");
}

}  // namespace

Problems judge_memory(MemoryReading const& memory, std::vector<ServiceState> const& units) {
    return {judge_swap(memory.swaps, units), judge_hibernation(memory), judge_freed(memory)};
}

}  // namespace halte
