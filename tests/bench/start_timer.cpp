// start-timer PROGRAM ARGUMENTS...: starts a visitor process (or a floor, which speaks the same way) as the supervisor
// does, with `go` at once, and prints how many microseconds passed until it said `ready`. Then it kills it.
#include <halte/supervisor_pipe.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>

#include "spawn.h"

namespace {

constexpr int patience_ms = 60'000;

/// False when the process ended, or was silent for too long, before it was ready.
bool becomes_ready(int words) {
    for (;;) {
        pollfd watched{words, POLLIN, 0};
        if (poll(&watched, 1, patience_ms) != 1) return false;
        char word = 0;
        if (read(words, &word, 1) != 1) return false;
        if (halte::Word(word) == halte::Word::ready) return true;
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::fputs("usage: start-timer PROGRAM ARGUMENTS...\n", stderr);
        return 1;
    }
    auto const begun = std::chrono::steady_clock::now();
    auto const spawned = halte::spawn(arguments[1], {arguments + 2, arguments + count});
    if (!spawned) return 1;
    [[maybe_unused]] auto const told = write(spawned->go.get(), &halte::go_byte, 1);
    bool const ready = becomes_ready(spawned->words.get());
    auto const took = std::chrono::steady_clock::now() - begun;
    kill(spawned->pid, SIGKILL);
    waitpid(spawned->pid, nullptr, 0);
    if (!ready) return 1;
    std::printf("%lld\n", static_cast<long long>(std::chrono::duration_cast<std::chrono::microseconds>(took).count()));
    return 0;
}
