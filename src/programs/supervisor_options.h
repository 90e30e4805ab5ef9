#pragma once
/// The command line of halte: what it says for itself, and what it passes on to every visitor process.

#include <halte/supervise.h>

namespace halte {

struct HalteOptions {
    SupervisorOptions supervisor;
    std::vector<std::string> question;  ///< to be answered by the visitor's program instead of a kiosk; empty: none
};

/// What the command line asks for; or, after help and mistakes, which it has answered itself, the code to end with.
tl::expected<HalteOptions, ExitCode> halte_options(int count, char** words);

}  // namespace halte
