#include "signals.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

namespace halte {

Result<Signals> Signals::catch_all() {
    stop_ignoring_signals();
    sigset_t mine;
    sigemptyset(&mine);
    for (int const number : {SIGCHLD, SIGTERM, SIGINT, SIGHUP}) sigaddset(&mine, number);
    // These and no others, in one step: one that has come while this program took the place of another still waits.
    if (sigprocmask(SIG_SETMASK, &mine, nullptr) != 0) return failure("The kernel refused to hold back signals.");
    // Telling a process that has just died must not end the supervisor.
    if (signal(SIGPIPE, SIG_IGN) == SIG_ERR) return failure("The kernel refused to ignore SIGPIPE.");
    Signals signals;
    signals.m_descriptor = UniqueFd(signalfd(-1, &mine, SFD_CLOEXEC | SFD_NONBLOCK));
    if (!signals.m_descriptor) return failure("The kernel refused a descriptor for signals.");
    return signals;
}

Signals::Came Signals::take() const {
    Came came;
    signalfd_siginfo one{};
    while (read(m_descriptor.get(), &one, sizeof one) == ssize_t(sizeof one)) {
        came.stop |= one.ssi_signo == SIGTERM || one.ssi_signo == SIGINT;
        came.renew |= one.ssi_signo == SIGHUP;
    }
    return came;
}

}  // namespace halte
