#include "process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <fstream>
#include <sstream>
#include <thread>

#include "await.h"

namespace halte::rig {
namespace {

/// The files that a program begins with.
class Files {
public:
    Files() { posix_spawn_file_actions_init(&m_actions); }
    ~Files() { posix_spawn_file_actions_destroy(&m_actions); }
    Files(Files const&) = delete;
    Files& operator=(Files const&) = delete;

    void open(int number, fs::path const& path, int flags) {
        posix_spawn_file_actions_addopen(&m_actions, number, path.c_str(), flags, 0600);
    }
    /// A file to add to, or none.
    void add_to(int number, fs::path const& path) {
        open(number, path.empty() ? "/dev/null" : path, O_WRONLY | (path.empty() ? 0 : O_CREAT | O_APPEND));
    }
    /// The same number is allowed: it stays open.
    void give(int descriptor, int number) { posix_spawn_file_actions_adddup2(&m_actions, descriptor, number); }
    [[nodiscard]] posix_spawn_file_actions_t const* actions() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions{};
};

struct Pipe {
    UniqueFd reads;
    UniqueFd writes;
};
Pipe make_pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("There is no pipe.");
    return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}

/// Words as exec() wants them.
class Words {
public:
    explicit Words(std::vector<std::string> words) : m_words(std::move(words)) {
        for (std::string& word : m_words) m_pointers.push_back(word.data());
        m_pointers.push_back(nullptr);
    }
    [[nodiscard]] char* const* data() const { return m_pointers.data(); }

private:
    std::vector<std::string> m_words;
    std::vector<char*> m_pointers;
};

/// The test's own, with what is added: a later setting of a name replaces the earlier one.
std::vector<std::string> environment_with(std::vector<std::string> const& added) {
    std::vector<std::string> all = added;
    for (char** one = environ; *one != nullptr; ++one) {
        std::string const setting = *one;
        std::string const name = setting.substr(0, setting.find('=') + 1);
        bool const replaced =
            std::any_of(added.begin(), added.end(), [&](std::string const& other) { return other.starts_with(name); });
        if (!replaced) all.push_back(setting);
    }
    return all;
}

int status_of(int waited) { return WIFSIGNALED(waited) ? 128 + WTERMSIG(waited) : WEXITSTATUS(waited); }

}  // namespace

Process::Process(Options const& options) {
    Pipe input;
    Pipe output;
    Files files;
    if (options.talks) {
        input = make_pipe();
        output = make_pipe();
        files.give(input.reads.get(), STDIN_FILENO);
        files.give(output.writes.get(), STDOUT_FILENO);
    } else {
        files.open(STDIN_FILENO, "/dev/null", O_RDONLY);
        files.add_to(STDOUT_FILENO, options.said);
    }
    files.add_to(STDERR_FILENO, options.complaints);
    if (options.inherits) files.give(*options.inherits, *options.inherits);
    Words const words(options.words);
    Words const environment(environment_with(options.environment));
    int const failed =
        posix_spawnp(&m_pid, words.data()[0], files.actions(), nullptr, words.data(), environment.data());
    if (failed != 0)
        throw std::runtime_error(fmt::format("{} cannot be started: {}", options.words[0], std::strerror(failed)));
    m_input = std::move(input.writes);
    m_output = std::move(output.reads);
}

Process::Process(Process&& other) noexcept
    : m_pid(std::exchange(other.m_pid, -1)),
      m_status(other.m_status),
      m_input(std::move(other.m_input)),
      m_output(std::move(other.m_output)),
      m_read(std::move(other.m_read)) {}

Process& Process::operator=(Process&& other) noexcept {
    std::swap(m_pid, other.m_pid);
    std::swap(m_status, other.m_status);
    std::swap(m_input, other.m_input);
    std::swap(m_output, other.m_output);
    std::swap(m_read, other.m_read);
    return *this;
}

Process::~Process() {
    if (m_pid > 0) end();
}

bool Process::runs() {
    if (m_status) return false;
    int waited = 0;
    if (waitpid(m_pid, &waited, WNOHANG) != m_pid) return true;
    m_status = status_of(waited);
    return false;
}

void Process::signal(int number) {
    if (runs()) kill(m_pid, number);
}

int Process::await_end(Milliseconds limit) {
    await(limit, fmt::format("an end of process {}", m_pid), [this] { return !runs(); });
    return *m_status;
}

int Process::end(Milliseconds patience) {
    constexpr Milliseconds step(10);
    stop_telling();
    for (int const number : {SIGTERM, SIGKILL}) {
        signal(number);
        for (auto left = patience; runs() && left > Milliseconds(0); left -= step) std::this_thread::sleep_for(step);
        if (m_status) return *m_status;
    }
    throw Missed(fmt::format("Process {} does not end.", m_pid));
}

void Process::tell(std::string const& line) {
    std::string const text = line + "\n";
    if (write(m_input.get(), text.data(), text.size()) != ssize_t(text.size()))
        throw Missed(fmt::format("Process {} does not listen any more.", m_pid));
}

std::string Process::told(Milliseconds limit) {
    for (;;) {
        if (auto const end = m_read.find('\n'); end != std::string::npos) {
            std::string line = m_read.substr(0, end);
            m_read.erase(0, end + 1);
            return line;
        }
        pollfd output{m_output.get(), POLLIN, 0};
        std::array<char, 4096> buffer{};
        ssize_t const size =
            poll(&output, 1, int(limit.count())) > 0 ? read(m_output.get(), buffer.data(), buffer.size()) : 0;
        if (size <= 0) throw Missed(fmt::format("Process {} did not answer.", m_pid));
        m_read.append(buffer.data(), std::size_t(size));
    }
}

Ran run(std::vector<std::string> const& words, std::vector<std::string> const& environment, Milliseconds limit) {
    auto const folder = fs::temp_directory_path();
    std::array<std::string, 2> names{(folder / "halte-ran-XXXXXX").string(), (folder / "halte-ran-XXXXXX").string()};
    for (std::string& name : names) UniqueFd const made(mkstemp(name.data()));
    Process process({.words = words, .environment = environment, .said = names[0], .complaints = names[1]});
    Ran ran;
    ran.status = process.await_end(limit);
    ran.said = text_of(names[0]);
    ran.complaints = text_of(names[1]);
    for (std::string const& name : names) fs::remove(name);
    return ran;
}

bool has_program(std::string const& name) { return run({"/bin/sh", "-c", "command -v " + name}).status == 0; }

bool is_there(pid_t pid) { return kill(pid, 0) == 0 || errno == EPERM; }

std::vector<pid_t> children_of(pid_t pid) {
    std::ifstream file(fmt::format("/proc/{}/task/{}/children", pid, pid));
    std::vector<pid_t> children;
    for (pid_t child = 0; file >> child;) children.push_back(child);
    return children;
}

std::string text_of(fs::path const& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return std::move(text).str();
}

std::vector<std::string> lines_of(std::string const& text) {
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string replaced(std::string text, std::string const& mark, std::string const& words) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + words.size()))
        text.replace(at, mark.size(), words);
    return text;
}

fs::path programs() { return fs::path(HALTE_BINARY) / "bin"; }
fs::path source_folder() { return HALTE_SOURCE; }

}  // namespace halte::rig
