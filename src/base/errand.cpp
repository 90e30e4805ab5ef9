#include <fcntl.h>
#include <halte/files.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace halte {
namespace {

/// Follows the bytes, so that a process that died on its way is not taken for one that has sent everything.
using Verdict = std::array<int, 2>;
constexpr int all_is_well = -1;

/// As much as the kernel lets anybody keep in a pipe.
constexpr std::size_t most_at_once = 1 << 20;

bool send(int pipe, void const* bytes, std::size_t size) {
    auto const* at = static_cast<char const*>(bytes);
    while (size > 0) {
        ssize_t const sent = write(pipe, at, size);
        if (sent < 0 && errno != EINTR) return false;
        if (sent <= 0) continue;
        at += sent;
        size -= std::size_t(sent);
    }
    return true;
}

void send_all(int pipe, Bytes const& result) {
    Verdict const verdict = result ? Verdict{all_is_well, 0} : Verdict{int(result.error().kind), result.error().number};
    bool const sent = !result || send(pipe, result->data(), result->size());
    if (sent) send(pipe, verdict.data(), sizeof verdict);
}

/// A process that the kernel holds may outlive this one: it must keep no pipe open that others wait for the end of.
void keep_only(int& pipe) {
    int const nothing = open("/dev/null", O_RDWR);
    for (int const standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        nothing < 0 ? close(standard) : dup2(nothing, standard);
    constexpr int kept = STDERR_FILENO + 1;
    if (pipe != kept) dup2(pipe, kept);
    pipe = kept;
    close_range(kept + 1, ~0U, 0);
}

[[noreturn]] void run(std::function<Bytes()> const& work, int pipe, pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (getppid() != parent) _exit(1);
    stop_blocking_signals();
    keep_only(pipe);
    try {
        send_all(pipe, work());
    } catch (...) {
        // Without a verdict it counts as not done.
        _exit(1);
    }
    _exit(0);
}

/// Whether something is to be read by then.
bool comes(int pipe, Instant until) {
    SystemClock const clock;
    for (;;) {
        pollfd watched{pipe, POLLIN, 0};
        int const came = poll(&watched, 1, int(std::max<std::int64_t>(0, (until - clock.now()).count())));
        if (came > 0) return true;
        if (came == 0 || errno != EINTR) return false;
    }
}

/// What was sent, without its verdict, if it was sent whole.
Bytes judged(std::string sent) {
    Verdict verdict{};
    if (sent.size() < sizeof verdict) return tl::unexpected(Unread{Unread::Kind::refused, EIO});
    std::memcpy(verdict.data(), sent.data() + sent.size() - sizeof verdict, sizeof verdict);
    if (verdict[0] != all_is_well) return tl::unexpected(Unread{Unread::Kind(verdict[0]), verdict[1]});
    sent.resize(sent.size() - sizeof verdict);
    return sent;
}

}  // namespace

Errand::Errand(std::function<Bytes()> const& work) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return;
    m_pipe = UniqueFd(ends[0]);
    // A whole snapshot goes through it in two or three parts. Where the kernel refuses, it goes in more.
    fcntl(ends[1], F_SETPIPE_SZ, int(most_at_once));
    UniqueFd const out(ends[1]);
    pid_t const parent = getpid();
    m_pid = fork();
    if (m_pid == 0) run(work, out.get(), parent);
}

Errand::Errand(Errand&& other) noexcept : m_pid(std::exchange(other.m_pid, -1)), m_pipe(std::move(other.m_pipe)) {}

Errand::~Errand() { end(); }

/// A process that was killed is gone in a moment, or else the kernel holds it, perhaps for ever.
static void await_death(pid_t pid) {
    constexpr int longest_ms = 200;
    for (int waited = 0; waited < longest_ms && waitpid(pid, nullptr, WNOHANG) == 0; ++waited) poll(nullptr, 0, 1);
}

void Errand::end() {
    if (m_pid <= 0) return;
    kill(m_pid, SIGKILL);
    await_death(m_pid);
    m_pid = -1;
}

/// Reads what comes next to the end of `bytes`. Through a buffer of its own, a part of every snapshot would stay on the
/// stack of the process that shows it.
static ssize_t read_more(int file, std::string& bytes) {
    std::size_t const had = bytes.size();
    bytes.resize(had + most_at_once);
    ssize_t const count = read(file, bytes.data() + had, most_at_once);
    bytes.resize(had + std::size_t(std::max<ssize_t>(count, 0)));
    return count;
}

Bytes Errand::result(Instant until) {
    if (m_pid <= 0) return tl::unexpected(Unread{Unread::Kind::refused, EAGAIN});
    std::string sent;
    while (comes(m_pipe.get(), until)) {
        ssize_t const count = read_more(m_pipe.get(), sent);
        if (count > 0 || (count < 0 && errno == EINTR)) continue;
        end();
        return judged(std::move(sent));
    }
    end();
    return tl::unexpected(Unread{Unread::Kind::silent, 0});
}

}  // namespace halte
