#pragma once
/// What a process gives up does not come back: each check of it runs in a process of its own.

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>

#include <halte/confine.h>

/// Runs `check` in a process of its own, which it may confine as it likes, and gives its exit status: 0 when the check
/// held, 1 when it did not, and -N when signal N ended it.
inline int in_a_process(std::function<bool()> const& check) {
    pid_t const pid = fork();
    if (pid == 0) std::_Exit(check() ? 0 : 1);
    int status = 0;
    waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/// Whether this kernel has that version of Landlock. Where it has not, the test that asks is reported as skipped.
inline bool landlock_is_offered(int version, char const* test) {
    if (halte::landlock_version() >= version) return true;
    std::printf("skip %s: this kernel has version %d of Landlock, not %d\n", test, halte::landlock_version(), version);
    return false;
}
