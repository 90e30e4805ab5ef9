#pragma once
/// What a visitor process gives up before it shows anything: one function for each kernel mechanism.

#include <halte/base.h>

namespace halte {

/// No core dump, no ptrace by another process of the same user (PR_SET_DUMPABLE, RLIMIT_CORE).
Result<void> forbid_core_dumps();
/// Pages of this process never reach a swap device (mlockall). A refusal (RLIMIT_MEMLOCK) is a sentence to log: the
/// terminal helps all the same, and the systemd unit lifts the limit.
Result<void> forbid_swap();
/// The process is killed when its parent dies, so that no visitor outlives the supervisor.
void die_with_parent();

}  // namespace halte
