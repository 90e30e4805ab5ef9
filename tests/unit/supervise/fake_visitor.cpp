// A visitor process without a window. It connects to the test's socket (its first argument), tells who it is, and then
// obeys and echoes: a letter that is a Word is said to the supervisor, 'H' hangs, 'C' crashes, 'W' crashes while it
// opens its window, 'I' ignores SIGTERM, 'U' ends with the status of a wrong command line, 'D' with that of a missing
// display, 'N' with that of a confinement that failed, 'Q' with 0, 'X' with that of a window that was closed, 'P' with
// that of an X server that cannot be put back; 'L' prints a line, 'A' waits until it is alone and writes the numbers of
// those that died before it, each with a semicolon; 'M' writes what it finds kept of its session, or keeps its number
// there, and 'B' the same on another X server. It writes 'g' when the supervisor says go. Between letters it says
// that it is alive, as the frame loop of a real visitor does.
#include <halte/supervisor_pipe.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

using namespace halte;

static int connect_to(char const* path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    int const connection = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) std::_Exit(99);
    return connection;
}

static long open_descriptors() {
    std::filesystem::directory_iterator const entries("/proc/self/fd");
    return std::distance(begin(entries), end(entries)) - 1;  // but for the one that reads the folder
}

/// Whether every signal comes, and does what it does by itself.
static bool signals_are_usual() {
    sigset_t blocked;
    sigprocmask(SIG_SETMASK, nullptr, &blocked);
    for (int number = 1; number <= SIGRTMAX; ++number) {
        struct sigaction action{};
        if (sigismember(&blocked, number) == 1) return false;
        if (sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN) return false;
    }
    return true;
}

static std::string introduction(int count, char** arguments) {
    bool const free = signals_are_usual();
    char const* const cache = std::getenv("MESA_SHADER_CACHE_DISABLE");
    std::string text = std::to_string(getpid()) + " " + std::to_string(open_descriptors()) +
                       (free ? " signals-free" : " signals-blocked") + (cache != nullptr ? " cache-off" : " cache-on");
    for (int at = 2; at < count; ++at) text += std::string(" ") + arguments[at];
    return text + "\n";
}

static void obey(char letter, SupervisorPipe& supervisor) {
    switch (letter) {
        case 'H':
            for (;;) pause();
        case 'W':
            supervisor.say(Word::opening);
            [[fallthrough]];
        case 'C':
            std::raise(SIGSEGV);
            break;
        case 'U':
            std::_Exit(int(ExitCode::usage));
        case 'D':
            std::_Exit(int(ExitCode::no_display));
        case 'N':
            std::_Exit(int(ExitCode::not_confined));
        case 'X':
            std::_Exit(int(ExitCode::closed));
        case 'P':
            std::_Exit(int(ExitCode::spoilt_server));
        case 'Q':
            std::_Exit(int(ExitCode::ok));
        case 'L':
            log_line("A line of a visitor process.");
            break;
        case 'I':
            std::signal(SIGTERM, SIG_IGN);
            break;
        default:
            supervisor.say(Word(letter));
    }
}

static void tell_who_died(int connection, std::vector<pid_t> const& dead) {
    for (pid_t const each : dead) {
        std::string const number = std::to_string(each) + ";";
        if (write(connection, number.data(), number.size()) != ssize_t(number.size())) std::_Exit(97);
    }
}

static void tell_what_is_kept(int connection, SupervisorPipe& supervisor, bool same_server) {
    std::string const words =
        supervisor.written_at_start([&](std::string const& kept) { return same_server && !kept.empty(); },
                                    [] { return "=" + std::to_string(getpid()); }) +
        ';';
    if (write(connection, words.data(), words.size()) != ssize_t(words.size())) std::_Exit(97);
}

static void serve(int connection, SupervisorPipe supervisor) {
    SystemClock const clock;
    bool waiting = supervisor.go_descriptor() >= 0;
    for (;;) {
        // As often as a tight test limit may need, which is more often than beat() would.
        supervisor.say(Word::alive);
        std::array<pollfd, 2> watched{pollfd{connection, POLLIN, 0},
                                      pollfd{waiting ? supervisor.go_descriptor() : -1, POLLIN, 0}};
        poll(watched.data(), watched.size(), 50);
        if (watched[1].revents != 0) {
            if (!supervisor.wait_for_go([] { return true; })) std::_Exit(98);
            waiting = false;
            if (write(connection, &go_byte, 1) != 1) std::_Exit(97);
        }
        char letter = 0;
        if (watched[0].revents != 0 && read(connection, &letter, 1) != 1) std::_Exit(96);
        if (letter == 0) continue;
        bool const keeps = letter == 'M' || letter == 'B';
        if (letter == 'A') tell_who_died(connection, supervisor.wait_until_alone().value());
        if (keeps) tell_what_is_kept(connection, supervisor, letter == 'M');
        if (letter != 'A' && !keeps) obey(letter, supervisor);
        if (write(connection, &letter, 1) != 1) std::_Exit(97);
    }
}

int main(int count, char** arguments) {
    if (count < 2) return int(ExitCode::usage);
    std::string const told = introduction(count, arguments);
    SupervisorPipe supervisor = SupervisorPipe::from_environment();
    int const connection = connect_to(arguments[1]);
    if (write(connection, told.data(), told.size()) != ssize_t(told.size())) return 95;
    serve(connection, std::move(supervisor));
}
