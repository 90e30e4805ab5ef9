#pragma once
/// The system calls of confined processes, and why. Data: a call is added here and nowhere else.

#include <cstdint>
#include <optional>
#include <vector>

namespace halte {

/// What an argument must be for a call to pass: (argument & mask) == value. Arguments count from 0.
struct ArgumentRule {
    unsigned argument;
    std::uint64_t mask;
    std::uint64_t value;
};

struct CallRule {
    int number;  ///< as libseccomp names it: negative where this machine has no such call
    char const* reason;
    std::optional<ArgumentRule> only_if{};
    std::optional<ArgumentRule> and_if{};  ///< of another argument
};

/// All that a visitor process may ask of the kernel once its first frame is drawn. It holds this process's own number.
std::vector<CallRule> calls_of_a_visitor();
/// What no process of Halte ever needs: refused from the supervisor down.
std::vector<CallRule> calls_of_nobody();

}  // namespace halte
