#pragma once
/// Small things that a kernel and a system tell of themselves.

#include "judge.h"
#include "tree.h"

namespace halte {

MemoryReading read_memory(Tree const& tree);
/// The place's day, by the time zone of the settings, and whether the kernel thinks that its clock is right.
ClockReading read_clock(std::string const& timezone);
/// "6.12.57+deb13-amd64"
std::string read_kernel_release(Tree const& tree);
/// "13.2"; empty where it is no Debian.
std::string read_debian(Tree const& tree);

}  // namespace halte
