#pragma once
/// The commands of halte-directory, in the order of its help. It knows the rooms that do the work, and no command line.

#include <halte/base.h>

#include <span>
#include <string>

namespace halte {

/// What was written on the command line.
struct Arguments {
    std::string data = "data";
    std::string output;
    std::string as_of;
};

struct DirectoryCommand {
    char const* name;
    char const* what;
    Result<ExitCode> (*run)(Arguments const& given);
    bool writes_snapshot = false;  ///< takes the output and the day
};

std::span<DirectoryCommand const> directory_commands();

}  // namespace halte
