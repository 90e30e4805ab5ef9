#include <halte/supervise.h>

#include <charconv>
#include <cstdlib>
#include <string_view>

#include "loop.h"

namespace halte {

/// HALTE_PATIENCE=20 gives slow tools twenty times as long.
static Limits stretched(Limits limits) {
    char const* const named = std::getenv("HALTE_PATIENCE");
    std::string_view const digits = named == nullptr ? "" : named;
    int patience = 1;
    std::from_chars(digits.data(), digits.data() + digits.size(), patience);
    if (patience < 1 || patience > 1000) patience = 1;
    limits.heartbeat *= patience;
    limits.idle_heartbeat *= patience;
    limits.start *= patience;
    limits.dying *= patience;
    return limits;
}

ExitCode supervise(SupervisorOptions const& options) {
    auto signals = Signals::catch_all();
    if (!signals) {
        log_line("halte: " + signals.error().sentence);
        return signals.error().code;
    }
    return Loop(options, stretched(options.limits), std::move(*signals), legacy_from_environment()).run();
}

}  // namespace halte
