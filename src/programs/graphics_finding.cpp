#include "graphics_finding.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <halte/window.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>

namespace halte {
namespace {

constexpr char const* id = "screen.opengl";
constexpr Milliseconds longest{10'000};  ///< a software driver on a slow machine takes two seconds
constexpr int window_side = 64;
constexpr char const* other_driver =
    "write Environment=LIBGL_ALWAYS_SOFTWARE=1 with systemctl edit halte-kiosk, and restart it.";

/// How the process that tried has ended, and what it has written.
struct Trial {
    bool in_time = false;
    int status = 0;  ///< as waitpid gives it
    std::string told;
};

[[noreturn]] void try_a_window(int told) {
    // A driver's complaints come without a place in the page.
    UniqueFd const nowhere(open("/dev/null", O_WRONLY | O_CLOEXEC));
    if (nowhere) dup2(nowhere.get(), STDERR_FILENO);
    auto const window = Window::create({.width_px = window_side, .height_px = window_side});
    std::string const sentence = window ? window->graphics() : window.error().sentence;
    [[maybe_unused]] auto const written = write(told, sentence.data(), sentence.size());
    _exit(int(window ? ExitCode::ok : window.error().code));
}

/// Reads until the other end is closed, or time is up.
bool read_to_the_end(int from, std::string& text) {
    SystemClock const clock;
    Instant const until = clock.now() + longest;
    std::array<char, 512> bytes{};
    for (;;) {
        pollfd waited{from, POLLIN, 0};
        auto const left = std::max(until - clock.now(), Milliseconds(0));
        if (poll(&waited, 1, int(left.count())) != 1) return false;
        ssize_t const count = read(from, bytes.data(), bytes.size());
        if (count <= 0) return true;
        text.append(bytes.data(), std::size_t(count));
    }
}

Trial trial() {
    int ends[2];
    Trial result;
    if (pipe2(ends, O_CLOEXEC) != 0) return result;
    UniqueFd const listens(ends[0]);
    UniqueFd tells(ends[1]);
    pid_t const tries = fork();
    if (tries == 0) try_a_window(tells.get());
    tells.close();
    if (tries < 0) return result;
    result.in_time = read_to_the_end(listens.get(), result.told);
    if (!result.in_time) kill(tries, SIGKILL);
    waitpid(tries, &result.status, 0);
    return result;
}

/// A sentence with its cure behind it.
Problem broken(std::string const& told) {
    std::size_t const end = told.find(". ");
    bool const has_cure = end != std::string::npos;
    return {{id},
            has_cure ? told.substr(0, end + 1) : told,
            has_cure ? told.substr(end + 2) : "Look into the log of the X server."};
}

}  // namespace

Problem graphics_finding() {
    Trial const trial = halte::trial();
    if (!trial.in_time)
        return {{id},
                fmt::format("No window opens within {} s.", longest.count() / 1000),
                std::string("When the X server answers, OpenGL's driver hangs: ") + other_driver};
    if (WIFSIGNALED(trial.status))
        return {{id},
                fmt::format("OpenGL's driver crashes (signal {}).", WTERMSIG(trial.status)),
                std::string("Keep the system up to date, or use another driver: ") + other_driver};
    if (WEXITSTATUS(trial.status) == int(ExitCode::ok)) return {{id}, trial.told + ".", "", Level::ok};
    if (WEXITSTATUS(trial.status) == int(ExitCode::no_display))
        return {{id},
                "OpenGL cannot be told: no X server runs that this user may ask.",
                "Ask again while the kiosk runs: systemctl start halte-kiosk.",
                Level::warning};
    return broken(trial.told);
}

}  // namespace halte
