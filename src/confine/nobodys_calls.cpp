#include <seccomp.h>

#include <span>

#include "calls.h"

namespace halte {
namespace {

/// Other processes
constexpr CallRule other_processes[] = {
    {SCMP_SYS(ptrace), "reads and changes another process"},
    {SCMP_SYS(process_vm_readv), "the same"},
    {SCMP_SYS(process_vm_writev), "the same"},
    {SCMP_SYS(pidfd_getfd), "takes another process's descriptors"},
    {SCMP_SYS(process_madvise), "has another process's memory written to swap"},
};

/// Privileges and namespaces
constexpr CallRule privileges[] = {
    {SCMP_SYS(setuid), "another user"},
    {SCMP_SYS(setreuid), "the same"},
    {SCMP_SYS(setresuid), "the same"},
    {SCMP_SYS(setgid), "another group"},
    {SCMP_SYS(setregid), "the same"},
    {SCMP_SYS(setresgid), "the same"},
    {SCMP_SYS(setgroups), "the same"},
    {SCMP_SYS(capset), "capabilities"},
    {SCMP_SYS(unshare), "a namespace in which one is root"},
    {SCMP_SYS(setns), "the same, of another process"},
    {SCMP_SYS(chroot), "another root"},
    {SCMP_SYS(pivot_root), "the same"},
    {SCMP_SYS(mount), "another file system over ours"},
    {SCMP_SYS(umount2), "the same"},
    {SCMP_SYS(move_mount), "the same"},
    {SCMP_SYS(open_tree), "the same"},
    {SCMP_SYS(fsopen), "the same"},
    {SCMP_SYS(fsmount), "the same"},
    {SCMP_SYS(mount_setattr), "the same"},
};

/// The kernel itself
constexpr CallRule kernel_itself[] = {
    {SCMP_SYS(bpf), "programs inside the kernel, and a long list of its faults"},
    {SCMP_SYS(perf_event_open), "watches what others do"},
    {SCMP_SYS(userfaultfd), "holds the kernel in the middle of a copy"},
    {SCMP_SYS(io_uring_setup), "calls that no filter sees"},
    {SCMP_SYS(io_uring_enter), "the same"},
    {SCMP_SYS(io_uring_register), "the same"},
    {SCMP_SYS(add_key), "the kernel's key rings outlive a process"},
    {SCMP_SYS(request_key), "the same"},
    {SCMP_SYS(keyctl), "the same"},
    {SCMP_SYS(init_module), "the kernel's modules"},
    {SCMP_SYS(finit_module), "the same"},
    {SCMP_SYS(delete_module), "the same"},
    {SCMP_SYS(kexec_load), "another kernel"},
    {SCMP_SYS(kexec_file_load), "the same"},
    {SCMP_SYS(reboot), "the technician's business"},
    {SCMP_SYS(swapon), "memory on a disk"},
    {SCMP_SYS(swapoff), "the technician's business"},
    {SCMP_SYS(acct), "a list of every process that ran"},
    {SCMP_SYS(syslog), "the kernel's log"},
    {SCMP_SYS(settimeofday), "the clock"},
    {SCMP_SYS(clock_settime), "the same"},
    {SCMP_SYS(adjtimex), "the same"},
    {SCMP_SYS(clock_adjtime), "the same"},
    {SCMP_SYS(sethostname), "the machine's name"},
    {SCMP_SYS(setdomainname), "the same"},
    {SCMP_SYS(ioperm), "the machine's ports"},
    {SCMP_SYS(iopl), "the same"},
    {SCMP_SYS(modify_ldt), "old segments, and old faults"},
    {SCMP_SYS(vhangup), "another's terminal"},
    {SCMP_SYS(quotactl), "quotas"},
    {SCMP_SYS(name_to_handle_at), "files by number, past all rules for their paths"},
    {SCMP_SYS(open_by_handle_at), "the same"},
};

}  // namespace

std::vector<CallRule> calls_of_nobody() {
    std::vector<CallRule> calls;
    for (std::span<CallRule const> const section :
         {std::span<CallRule const>(other_processes), std::span<CallRule const>(privileges),
          std::span<CallRule const>(kernel_itself)})
        calls.insert(calls.end(), section.begin(), section.end());
    return calls;
}

}  // namespace halte
