#pragma once
/// What processes use of the machine, as the kernel tells in /proc. Every function throws Missed when a process is
/// gone.

#include <sys/types.h>

#include <cstdint>
#include <vector>

namespace halte::rig::bench {

/// Returns when the process has done nothing for a while, with none of its threads waiting for a processor. Throws
/// Missed after two minutes: valgrind is slow.
void await_rest(pid_t pid);

/// What all its threads have used of the processors, in microseconds.
double cpu_us_of(pid_t pid);

struct Memory {
    double all_kb = 0;  ///< PSS: what is shared counts in parts
    double own_kb = 0;  ///< what of it no file holds
};
/// Of all of them together.
Memory memory_of(std::vector<pid_t> const& processes);

/// How often any of their threads has slept until something woke it.
std::int64_t wake_ups_of(std::vector<pid_t> const& processes);

}  // namespace halte::rig::bench
