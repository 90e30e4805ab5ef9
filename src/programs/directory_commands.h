#pragma once
/// The commands of halte-directory, in the order of its help. It knows the rooms that do the work, and no command line.

#include <halte/base.h>

#include <span>
#include <string>

namespace halte {

/// What was written on the command line.
struct Arguments {
    std::string data = "data";
    std::string language;
    std::string output;
    std::string as_of;
};

/// What a command writes to the file that is named with -o.
enum class Writes { nothing, snapshot, review_sheet };

struct DirectoryCommand {
    char const* name;
    char const* what;
    Result<ExitCode> (*run)(Arguments const& given);
    Writes writes = Writes::nothing;  ///< a snapshot of a day, a sheet for a language
};

std::span<DirectoryCommand const> directory_commands();

}  // namespace halte
