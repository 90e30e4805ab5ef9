#pragma once
/// What a visitor process gives up before it shows anything: one function for each kernel mechanism.

#include <halte/base.h>

namespace halte {

/// No core dump, no ptrace by another process of the same user (PR_SET_DUMPABLE, RLIMIT_CORE). From then on only root
/// reads this process's maps, descriptors and memory counters under /proc.
Result<void> forbid_core_dumps();
/// Pages of this process never reach a swap device (mlockall, each page from its first use on, so that memory which a
/// driver reserves and never touches costs nothing). A refusal (RLIMIT_MEMLOCK) is a sentence to log: the terminal
/// helps all the same, and the systemd unit lifts the limit. Nothing is locked then.
Result<void> forbid_swap();
/// The process is killed when the supervisor that started it dies, also when that happened a moment ago. The supervisor
/// names itself in HALTE_PARENT; a process started by hand has none, and stays.
void die_with_parent();

}  // namespace halte
