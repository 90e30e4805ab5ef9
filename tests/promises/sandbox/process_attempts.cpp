#include <asm/sockios.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <sched.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>

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

/// A pipe whose bytes could raise a signal, and a socket.
struct Noisy {
    Noisy() {
        if (pipe2(ends, O_CLOEXEC) != 0 || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
            std::abort();
    }
    int ends[2]{};
    int sockets[2]{};
};
/// Made while this process is free.
Noisy const& noisy() {
    static Noisy const made;
    return made;
}

int owner_of_signals() { return worked(fcntl(noisy().ends[0], F_SETOWN, other_process())); }
int owner_of_signals_by_structure() {
    f_owner_ex const owner{F_OWNER_PID, other_process()};
    return worked(fcntl(noisy().ends[0], F_SETOWN_EX, &owner));
}
int owner_of_signals_by_ioctl(unsigned long request) {
    int const owner = other_process();
    return worked(ioctl(noisy().sockets[0], request, &owner));
}
int signals_when_bytes_come() {
    int const flags = fcntl(noisy().ends[0], F_GETFL);
    int const refused = worked(fcntl(noisy().ends[0], F_SETFL, flags | O_ASYNC));
    if (refused == 0) fcntl(noisy().ends[0], F_SETFL, flags);
    return refused;
}
int signals_when_bytes_come_by_ioctl() {
    int on = 1;
    int const refused = worked(ioctl(noisy().sockets[0], FIOASYNC, &on));
    on = 0;
    if (refused == 0) ioctl(noisy().sockets[0], FIOASYNC, &on);
    return refused;
}

int processors_of_another() {
    cpu_set_t all{};
    if (sched_getaffinity(0, sizeof all, &all) != 0) return errno;
    return worked(sched_setaffinity(other_process(), sizeof all, &all));
}
int turn_of_another() {
    sched_param const same{};
    return worked(sched_setscheduler(other_process(), SCHED_BATCH, &same));
}
int limits_of_another() {
    rlimit theirs{};
    return worked(syscall(SYS_prlimit64, other_process(), RLIMIT_CORE, nullptr, &theirs));
}
int descriptors_of_another() {
    constexpr int same_file = 0;  // KCMP_FILE
    return syscall(SYS_kcmp, getpid(), other_process(), same_file, 0, 0) < 0 ? errno : 0;
}

}  // namespace

std::vector<Attempt> process_attempts() {
    other_process();
    noisy();
    return {
        {"to start a process (fork)", only_seccomp, [] { return waited_for(fork()); }},
        {"to start a process (clone3)", only_seccomp, process_by_clone3},
        {"to start another program", 1, program_in_a_child},
        {"to become another program", 1, program_in_this_process},
        {"to signal another process", 6, [] { return worked(kill(other_process(), 0)); }},
        {"to trace another process", 1, attached_to_another},
        {"to read another process's memory", 1, memory_of_another},
        {"to have another process signalled (F_SETOWN)", only_seccomp, owner_of_signals},
        {"to have another process signalled (F_SETOWN_EX)", only_seccomp, owner_of_signals_by_structure},
        {"to have another process signalled (FIOSETOWN)", only_seccomp,
         [] { return owner_of_signals_by_ioctl(FIOSETOWN); }},
        {"to have another process signalled (SIOCSPGRP)", only_seccomp,
         [] { return owner_of_signals_by_ioctl(SIOCSPGRP); }},
        {"to choose such a signal (F_SETSIG)", only_seccomp,
         [] { return worked(fcntl(noisy().ends[0], F_SETSIG, SIGIO)); }},
        {"to raise it (O_ASYNC)", only_seccomp, signals_when_bytes_come},
        {"to raise it (FIOASYNC)", only_seccomp, signals_when_bytes_come_by_ioctl},
        {"to slow another process down", only_seccomp,
         [] { return worked(setpriority(PRIO_PROCESS, id_t(other_process()), 1)); }},
        {"to move another process to other processors", only_seccomp, processors_of_another},
        {"to change when another process has its turn", only_seccomp, turn_of_another},
        {"to read another process's limits", only_seccomp, limits_of_another},
        {"to compare descriptors with another process", only_seccomp, descriptors_of_another},
        {"to change limits", only_seccomp, limit_of_cores},
        {"to become dumpable again", only_seccomp, [] { return worked(prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)); }},
        {"to outlive the supervisor", only_seccomp, [] { return worked(prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0)); }},
    };
}

}  // namespace halte::sandbox
