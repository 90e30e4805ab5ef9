#include "renewal.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <sstream>

namespace halte {
namespace {

constexpr char const* variable = "HALTE_FORMER";
constexpr char const* own_program = "/proc/self/exe";

/// Whether waitpid will tell of it. It may be dead.
bool is_child(pid_t pid) {
    siginfo_t about{};
    return pid > 0 && waitid(P_PID, id_t(pid), &about, WEXITED | WNOHANG | WNOWAIT) == 0;
}

void keep_on_exec(int descriptor, bool keep) {
    if (descriptor >= 0) fcntl(descriptor, F_SETFD, keep ? 0 : FD_CLOEXEC);
}

UniqueFd inherited(int descriptor) {
    if (descriptor < 0 || fcntl(descriptor, F_SETFD, FD_CLOEXEC) != 0) return {};
    return UniqueFd(descriptor);
}

/// The kernel adds a word to the name of a file that is no longer in its folder.
std::string path_of_this_program() {
    constexpr std::string_view gone = " (deleted)";
    std::string path = std::filesystem::read_symlink(own_program);
    if (path.ends_with(gone)) path.resize(path.size() - gone.size());
    return path;
}

}  // namespace

Legacy legacy_from_environment() {
    char const* const left = std::getenv(variable);
    if (left == nullptr) return {};
    std::istringstream numbers(left);
    unsetenv(variable);
    Legacy legacy;
    pid_t pid = 0;
    int words = -1, lines = -1, session = -1;
    numbers >> pid >> words >> lines;
    bool const whole = bool(numbers);
    // An earlier version has left none.
    if (numbers >> session) legacy.session = inherited(session);
    legacy.dead.assign(std::istream_iterator<pid_t>(numbers), {});
    Spawned former{.pid = pid, .words = inherited(words), .go = {}, .lines = inherited(lines)};
    if (whole && former.words && is_child(pid)) legacy.former = std::move(former);
    return legacy;
}

bool is_renewed() { return std::getenv(variable) != nullptr; }

OwnProgram::OwnProgram(std::vector<std::string> command)
    : m_command(std::move(command)), m_path(path_of_this_program()) {}

bool OwnProgram::is_replaced() const {
    struct stat mine{};
    struct stat there{};
    if (m_command.empty() || stat(own_program, &mine) != 0 || stat(m_path.c_str(), &there) != 0) return false;
    return mine.st_dev != there.st_dev || mine.st_ino != there.st_ino;
}

void OwnProgram::give_way(VisitorProcess const* on_screen, int session, std::deque<pid_t> const& dead) {
    pid_t const pid = on_screen == nullptr ? 0 : on_screen->pid();
    int const words = on_screen == nullptr ? -1 : on_screen->words();
    int const lines = on_screen == nullptr ? -1 : on_screen->lines();
    for (int const each : {words, lines, session}) keep_on_exec(each, true);
    execute(fmt::format("{} {} {} {} {}", pid, words, lines, session, fmt::join(dead, " ")));
    for (int const each : {words, lines, session}) keep_on_exec(each, false);
}

void OwnProgram::execute(std::string const& legacy) {
    std::vector<char*> words;
    for (std::string& word : m_command) words.push_back(word.data());
    words.push_back(nullptr);
    setenv(variable, legacy.c_str(), 1);
    execv(m_path.c_str(), words.data());
    int const error = errno;
    unsetenv(variable);
    log_line(fmt::format("halte: the program that replaced it cannot be executed: {}.", std::strerror(error)));
}

}  // namespace halte
