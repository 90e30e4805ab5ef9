#include "ask_program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>

namespace halte {
namespace {

/// Starts it with both its outputs in that pipe; -1 where it cannot be started.
pid_t start(std::vector<std::string> words, int out) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out, STDERR_FILENO);
    pid_t child = -1;
    int const fault = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return fault == 0 ? child : -1;
}

/// Until the program, and all that it has started, have closed the pipe.
Answer read_until(int in, Instant until) {
    SystemClock const clock;
    Answer answer;
    std::array<char, 4096> part{};
    for (;;) {
        pollfd watched{in, POLLIN, 0};
        auto const left = std::max<std::int64_t>(0, (until - clock.now()).count());
        answer.in_time = poll(&watched, 1, int(left)) > 0;
        if (!answer.in_time) return answer;
        ssize_t const count = read(in, part.data(), part.size());
        if (count <= 0) return answer;
        answer.said.append(part.data(), std::size_t(count));
    }
}

}  // namespace

Answer ask_program(std::vector<std::string> const& words, Milliseconds longest) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return {};
    UniqueFd const in(ends[0]);
    UniqueFd out(ends[1]);
    pid_t const child = start(words, out.get());
    out.close();
    if (child < 0) return {};
    Answer answer = read_until(in.get(), SystemClock().now() + longest);
    // It has nothing more to say, or is not waited for.
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    return answer;
}

}  // namespace halte
