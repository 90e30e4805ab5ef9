#pragma once
/// The command line of halte: what it says for itself, and what it passes on to every visitor process.

#include <halte/supervise.h>

#include <optional>

namespace halte {

struct HalteOptions {
    SupervisorOptions supervisor;
    std::string check_program;                         ///< absolute path of halte-check
    std::optional<std::vector<std::string>> question;  ///< its arguments, when it is to answer instead of a kiosk
};

/// What the command line asks for; or, after help and mistakes, which it has answered itself, the code to end with.
tl::expected<HalteOptions, ExitCode> halte_options(int count, char** words);

}  // namespace halte
