#include <halte/base.h>

#include <csignal>

namespace halte {

void stop_ignoring_signals() {
    int const last = SIGRTMAX;
    for (int number = 1; number <= last; ++number) {
        struct sigaction now{};
        // Only what is ignored: a signal that waits would be lost where its action is set anew. The C library keeps two
        // numbers to itself, and refuses them.
        if (sigaction(number, nullptr, &now) == 0 && now.sa_handler == SIG_IGN) signal(number, SIG_DFL);
    }
}

void stop_blocking_signals() {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

}  // namespace halte
