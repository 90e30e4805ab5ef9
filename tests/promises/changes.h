#pragma once
/// What a program changed outside itself, read off its system calls. Numbers that differ from run to run are made
/// alike.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace halte::promises {

/// Calls, and how often each was made.
using Calls = std::map<std::string, int>;

// The lines are those of strace, of one process after the other.
/// Those that create, change or reach something which could outlive a process, where they worked.
Calls changes_in(std::vector<std::string> const& lines);
/// Those that the kernel or a confinement refused.
Calls refusals_in(std::vector<std::string> const& lines);

/// Those that no line of the file allows. There, a regular expression for the whole of a call stands before a tab, and
/// after it the reason.
std::vector<std::string> unexpected(Calls const& calls, std::filesystem::path const& allowed);

}  // namespace halte::promises
