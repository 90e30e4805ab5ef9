#pragma once
/// What a process gives up before it shows anything: one function for each kernel mechanism. Nothing given up comes
/// back.
///
/// A function that asks the kernel for something answers with `MechanismState`. Where the kernel offers a mechanism and
/// it did not take effect, the answer is a failure with ExitCode::not_confined: the process must not go on. What an
/// older kernel does not offer is no failure: the terminal helps all the same, and `halte --check` says what is
/// missing.

#include <halte/base.h>

#include <string>
#include <vector>

namespace halte {

enum class MechanismState {
    in_force,     ///< tried out: what must be refused was refused
    not_offered,  ///< this kernel does not know it
};

/// No core dump, no ptrace by another process of the same user (PR_SET_DUMPABLE, RLIMIT_CORE). From then on only root
/// reads this process's maps, descriptors and memory counters under /proc.
Result<void> forbid_core_dumps();
/// From now on the C library overwrites what this process and its drivers free on the heap, at once (M_PERTURB): draw
/// lists, pictures, vertices. Not blocks of less than about a kilobyte, which it keeps at hand for each thread. Large
/// ones go back to the kernel, which clears them.
Result<void> overwrite_freed_memory();
/// Pages of this process never reach a swap device (mlockall, each page from its first use on, so that memory which a
/// driver reserves and never touches costs nothing). A refusal (RLIMIT_MEMLOCK) is a sentence to log: the terminal
/// helps all the same, and the systemd unit lifts the limit. Nothing is locked then.
Result<void> forbid_swap();
/// Whether this machine has a swap device or file at all (/proc/swaps); true where it cannot be told.
bool has_swap();
/// The process is killed when the supervisor that started it dies, also when that happened a moment ago. The supervisor
/// names itself in HALTE_PARENT; a process started by hand has none, and stays.
void die_with_parent();
/// No program that this process starts gains rights by it, setuid or not (PR_SET_NO_NEW_PRIVS). Every kernel offers it.
Result<void> forbid_new_privileges();

/// The version of Landlock's interface that this kernel offers; 0 where it is off.
int landlock_version();

/// A visitor process, before it opens anything: it writes, creates, renames and removes nowhere, executes nothing, and
/// reads only libraries, fonts, time zones, what graphics drivers need, and `also_readable`. From version 4 on TCP is
/// gone, from 5 on devices but those of the screen, from 6 on signals to others. To be called while there is one
/// thread: others that run already are not held.
Result<MechanismState> confine_files(std::vector<std::string> const& also_readable);
/// From Landlock's version 6 on: no abstract socket of others can be reached. For a visitor process once it has its
/// window, because X servers listen there.
Result<MechanismState> confine_abstract_sockets();
/// A visitor process, once its first frame is drawn and before it feels a finger: only the system calls that drawing,
/// waiting and ending need (seccomp, in every thread). Everything else gives EPERM.
Result<MechanismState> confine_calls();

/// The supervisor and all that it starts: no network, no write but in `runtime_folder` (which may be empty: nowhere)
/// and on devices of the screen, no privileges gained, nothing done to processes that are not its own. A program that
/// is executed in its place has given up the same, and is not to call this again: the kernel has room for sixteen
/// layers (Landlock), and from within a second one it could not end what the first program has started.
Result<MechanismState> confine_supervisor(std::string const& runtime_folder);

}  // namespace halte
