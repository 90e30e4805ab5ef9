#include "spawn.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "environment.h"

namespace halte {

/// Both ends close on exec and never block: a silent reader cannot hang a visitor, nor a silent visitor the supervisor.
struct Pipe {
    UniqueFd reader;
    UniqueFd writer;
};

static Result<Pipe> make_pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return failure(fmt::format("No pipe for a visitor process: {}.", std::strerror(errno)));
    return Pipe{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

static std::vector<char*> pointers_to(std::vector<std::string>& strings) {
    std::vector<char*> pointers;
    for (std::string& text : strings) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Runs between fork and exec, where only async-signal-safe calls are allowed: nothing here allocates.
[[noreturn]] static void become(char* const* arguments, char* const* environment, int words, int go,
                                SessionDescriptors const& session, int lines) {
    int const nothing = open("/dev/null", O_RDONLY);
    if (nothing >= 0) dup2(nothing, STDIN_FILENO);
    dup2(lines, STDOUT_FILENO);
    dup2(lines, STDERR_FILENO);
    stop_ignoring_signals();
    stop_blocking_signals();
    // Descriptors that the supervisor itself inherited are none of the visitor's business either.
    close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
    fcntl(words, F_SETFD, 0);
    fcntl(go, F_SETFD, 0);
    if (session.kept >= 0) fcntl(session.kept, F_SETFD, 0);
    if (session.fresh >= 0) fcntl(session.fresh, F_SETFD, 0);
    execve(arguments[0], arguments, environment);
    constexpr std::string_view sentence = "halte: the visitor program could not be executed.\n";
    [[maybe_unused]] auto const written = write(STDERR_FILENO, sentence.data(), sentence.size());
    _exit(not_executed_status);
}

Result<Spawned> spawn(std::string const& program, std::vector<std::string> const& arguments,
                      SessionDescriptors const& session) {
    Pipe words = TRY(make_pipe());
    Pipe go = TRY(make_pipe());
    Pipe lines = TRY(make_pipe());
    std::vector<std::string> environment = environment_for(words.writer.get(), go.reader.get(), session);
    std::vector<std::string> command{program};
    command.insert(command.end(), arguments.begin(), arguments.end());
    auto const argv = pointers_to(command);
    auto const envp = pointers_to(environment);
    pid_t const pid = fork();
    if (pid < 0) return failure(fmt::format("No process for a visitor: {}.", std::strerror(errno)));
    if (pid == 0) become(argv.data(), envp.data(), words.writer.get(), go.reader.get(), session, lines.writer.get());
    return Spawned{pid, std::move(words.reader), std::move(go.writer), std::move(lines.reader)};
}

}  // namespace halte
