#include "running_supervisor.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace halte::test {

static bool becomes_readable(int descriptor) {
    pollfd watched{descriptor, POLLIN, 0};
    return poll(&watched, 1, patience_ms) == 1;
}

Fake::Fake(UniqueFd connection) : m_connection(std::move(connection)) {
    REQUIRE(await('\n'));
    std::istringstream words(m_heard);
    words >> pid >> std::ws;
    std::getline(words, told);
    m_heard.erase(0, m_heard.find('\n') + 1);  // what follows may be `go` already
}

bool Fake::read_some() {
    std::array<char, 256> bytes{};
    if (!becomes_readable(m_connection.get())) return false;
    ssize_t const count = read(m_connection.get(), bytes.data(), bytes.size());
    if (count <= 0) return false;
    m_heard.append(bytes.data(), std::size_t(count));
    return true;
}

bool Fake::await(char letter) {
    while (m_heard.find(letter) == std::string::npos)
        if (!read_some()) return false;
    return true;
}

void Fake::order(char letter) const { REQUIRE(write(m_connection.get(), &letter, 1) == 1); }

bool Fake::does(char letter) {
    std::erase(m_heard, letter);
    order(letter);
    return await(letter);
}

bool Fake::does_all(std::string const& letters) {
    for (char const letter : letters)
        if (!does(letter)) return false;
    return true;
}

bool Fake::dies() {
    while (read_some()) continue;
    return becomes_readable(m_connection.get());
}

Limits RunningSupervisor::quick_limits() {
    return {.heartbeat = Milliseconds(1'000),
            .idle_heartbeat = Milliseconds(1'000),
            .start = Milliseconds(10'000),
            .early = Milliseconds(0),
            .attempts = 5,
            .grace = Milliseconds(300),
            .ahead = std::chrono::hours(1)};
}

RunningSupervisor::RunningSupervisor(Limits const& limits, std::string const& directory, std::string const& surface,
                                     bool own_server, std::function<Milliseconds()> unattended)
    : m_limits(limits),
      m_directory(directory),
      m_surface(surface),
      m_own_server(own_server),
      m_unattended(std::move(unattended)) {
    std::string folder = "/tmp/halte-supervisor-XXXXXX";
    REQUIRE(mkdtemp(folder.data()) != nullptr);
    m_folder = folder;
    start();
}

void RunningSupervisor::starts_again() {
    REQUIRE(m_pid == -1);
    std::filesystem::remove(m_folder + "/socket");
    start();
}

void RunningSupervisor::start() {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, (m_folder + "/socket").c_str(), sizeof address.sun_path - 1);
    m_listener = UniqueFd(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    REQUIRE(bind(m_listener.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(listen(m_listener.get(), 64) == 0);
    m_pid = fork();
    REQUIRE(m_pid >= 0);
    if (m_pid > 0) return;
    m_listener.close();
    int const log_file = open((m_folder + "/log").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    dup2(log_file, STDERR_FILENO);
    ExitCode const code = supervise({.visitor_program = std::string(HALTE_BINARY) + "/bin/fake_visitor",
                                     .arguments = {address.sun_path, m_surface},
                                     .directory = m_directory,
                                     .runtime_folder = m_folder,
                                     .unattended = m_unattended,
                                     .own_server = m_own_server,
                                     .limits = m_limits,
                                     .command = {}});
    std::_Exit(int(code));
}

RunningSupervisor::~RunningSupervisor() {
    if (m_pid > 0) {
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
    }
    std::filesystem::remove_all(m_folder);
}

Fake RunningSupervisor::arrives() {
    REQUIRE(becomes_readable(m_listener.get()));
    UniqueFd connection(accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
    REQUIRE(static_cast<bool>(connection));
    return Fake(std::move(connection));
}

Fake RunningSupervisor::shows_one() {
    Fake fake = arrives();
    REQUIRE(fake.hears_go());
    REQUIRE(fake.does_all("pr"));
    return fake;
}

void RunningSupervisor::receives(int signal) const { REQUIRE(kill(m_pid, signal) == 0); }

int RunningSupervisor::ends() {
    UniqueFd const process(int(syscall(SYS_pidfd_open, m_pid, 0)));
    if (!becomes_readable(process.get())) return -1;
    int status = 0;
    waitpid(m_pid, &status, 0);
    m_pid = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int RunningSupervisor::uninvited() {
    int count = 0;
    while (UniqueFd(accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC))) ++count;
    return count;
}

long RunningSupervisor::descriptors() const {
    std::filesystem::directory_iterator const entries("/proc/" + std::to_string(m_pid) + "/fd");
    return std::distance(begin(entries), end(entries));
}

std::string RunningSupervisor::log() const {
    std::ifstream const file(m_folder + "/log");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace halte::test
