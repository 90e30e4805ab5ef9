#pragma once
/// What processes use of the machine, as the kernel tells in /proc. Every function throws Missed when a process is
/// gone.

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <vector>

namespace halte::rig::bench {

/// Returns when the process has done nothing for a while, with none of its threads waiting for a processor. Throws
/// Missed after two minutes: valgrind is slow.
void await_rest(pid_t pid);

/// What all its threads have used of the processors, in microseconds.
double cpu_us_of(pid_t pid);

/// The same of each of them, threads that have ended included, to the nanosecond. Those that are gone are left out.
using CpuTimes = std::map<pid_t, double>;
CpuTimes cpu_times_of(std::vector<pid_t> const& processes);
/// What they used between the two, those that began meanwhile included.
double used_us(CpuTimes const& before, CpuTimes const& after);
/// What those used that were there before, and still are.
double used_by_old_us(CpuTimes const& before, CpuTimes after);
/// What children that have ended, and that it has waited for, had used; in steps of 10 ms.
double waited_for_us(pid_t pid);

struct Memory {
    double all_kb = 0;  ///< PSS: what is shared counts in parts
    double own_kb = 0;  ///< what of it no file holds
};
/// Of all of them together.
Memory memory_of(std::vector<pid_t> const& processes);

/// How often any of their threads has slept until something woke it.
std::int64_t wake_ups_of(std::vector<pid_t> const& processes);

}  // namespace halte::rig::bench
