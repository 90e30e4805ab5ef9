#include <halte/supervise.h>

#include <algorithm>

namespace halte {

/// 1, 2, 4 ... 60 seconds, from the first failure that is one too many.
static Milliseconds growing_wait(int failures_too_many) {
    if (failures_too_many < 0) return Milliseconds(0);
    constexpr int longest_s = 60;
    return std::chrono::seconds(failures_too_many < 6 ? 1 << failures_too_many : longest_s);
}

bool may_be_the_snapshots_fault(HowItEnded how) {
    return how != HowItEnded::no_screen && how != HowItEnded::not_confined && how != HowItEnded::killed;
}

Restart restart_decision(HowItEnded how, int early_failures, Limits const& limits) {
    if (how == HowItEnded::killed) return {Directive::start_given, growing_wait(early_failures - 2 * limits.attempts)};
    if (!may_be_the_snapshots_fault(how))
        return {Directive::start_given, growing_wait(early_failures - limits.attempts)};
    // A snapshot that was given up stays so, however well its successor does, until SIGHUP brings a new one.
    if (early_failures < limits.attempts) return {Directive::start_given, Milliseconds(0)};
    return {Directive::start_embedded, growing_wait(early_failures - 2 * limits.attempts)};
}

}  // namespace halte
