#pragma once
/// Starting a visitor process: fork, and exec at once, with three pipes and an environment of a few known variables.

#include <halte/base.h>
#include <sys/types.h>

#include <string>
#include <vector>

#include "session_memory.h"

namespace halte {

struct Spawned {
    pid_t pid = -1;
    UniqueFd words;  ///< where the process speaks; never blocks
    UniqueFd go;     ///< where it is told to map its window
    UniqueFd lines;  ///< its standard output and error; never blocks
};

/// The status of a process whose program could not be executed, as shells have it.
inline constexpr int not_executed_status = 127;

/// Starts `program`. A program that does not exist is no failure here: its process ends with not_executed_status.
Result<Spawned> spawn(std::string const& program, std::vector<std::string> const& arguments,
                      SessionDescriptors const& session = {});

}  // namespace halte
