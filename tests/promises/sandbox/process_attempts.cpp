#include <linux/sched.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "groups.h"

namespace halte::sandbox {
namespace {

int waited_for(pid_t child) {
    if (child < 0) return errno;
    if (child == 0) _exit(0);
    return waitpid(child, nullptr, 0) == child ? 0 : errno;
}

/// Without the C library, which would fall back from one to the other.
int process_by_clone3() {
    clone_args wishes{};
    wishes.exit_signal = SIGCHLD;
    return waited_for(pid_t(syscall(SYS_clone3, &wishes, sizeof wishes)));
}

int program_in_a_child() {
    pid_t child = 0;
    char const* const words[] = {"/bin/true", nullptr};
    int const fault = posix_spawn(&child, words[0], nullptr, nullptr, const_cast<char* const*>(words), nullptr);
    return fault != 0 ? fault : waited_for(child);
}

/// A confined process that could would be gone after it, and with it the rest of the test's lines. A free one tries it
/// in a child.
int program_in_this_process() {
    pid_t const child = fork();
    if (child < 0) {
        execl("/bin/true", "true", nullptr);
        return errno;
    }
    if (child == 0) {
        execl("/bin/true", "true", nullptr);
        _exit(1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status == 0 ? 0 : EACCES;
}

/// A process that lets itself be looked at, started while this one was free. It goes with this one, and looks for that
/// itself: a confined process that dies may send no signal any more, not even the kernel's (PR_SET_PDEATHSIG).
pid_t other_process() {
    static pid_t const other = [] {
        pid_t const parent = getpid();
        pid_t const child = fork();
        if (child != 0) return child;
        while (getppid() == parent) usleep(100'000);
        _exit(0);
    }();
    return other;
}

int memory_of_another() {
    static char theirs = 'x';
    char mine = 0;
    iovec const to{&mine, 1};
    iovec const from{&theirs, 1};
    return process_vm_readv(other_process(), &to, 1, &from, 1, 0) == 1 ? 0 : errno;
}

int attached_to_another() {
    if (ptrace(PTRACE_SEIZE, other_process(), nullptr, nullptr) != 0) return errno;
    // Let go, so that the next attempt finds it as it was.
    ptrace(PTRACE_INTERRUPT, other_process(), nullptr, nullptr);
    waitpid(other_process(), nullptr, 0);
    ptrace(PTRACE_DETACH, other_process(), nullptr, nullptr);
    return 0;
}

int limit_of_cores() {
    rlimit none{0, 0};
    return worked(syscall(SYS_prlimit64, 0, RLIMIT_CORE, &none, nullptr));
}

}  // namespace

std::vector<Attempt> process_attempts() {
    other_process();
    return {
        {"to start a process (fork)", only_seccomp, [] { return waited_for(fork()); }},
        {"to start a process (clone3)", only_seccomp, process_by_clone3},
        {"to start another program", 1, program_in_a_child},
        {"to become another program", 1, program_in_this_process},
        {"to signal another process", 6, [] { return worked(kill(other_process(), 0)); }},
        {"to trace another process", 1, attached_to_another},
        {"to read another process's memory", 1, memory_of_another},
        {"to change limits", only_seccomp, limit_of_cores},
        {"to become dumpable again", only_seccomp, [] { return worked(prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)); }},
        {"to outlive the supervisor", only_seccomp, [] { return worked(prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0)); }},
    };
}

}  // namespace halte::sandbox
