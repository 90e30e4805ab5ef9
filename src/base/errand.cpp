#include <fcntl.h>
#include <halte/files.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

namespace halte {
namespace {

/// What came of it. Whoever wants to know is woken once, whatever the number of bytes: these are in memory that both
/// processes share. A process that died on its way has sent none.
struct Verdict {
    int kind = all_is_well;
    int number = 0;

    static constexpr int all_is_well = -1;
};

std::optional<Unread> put(int memory, std::string_view bytes) {
    while (!bytes.empty()) {
        ssize_t const count = write(memory, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) return Unread{Unread::Kind::refused, errno};
        if (count > 0) bytes.remove_prefix(std::size_t(count));
    }
    return std::nullopt;
}

Verdict verdict_on(std::optional<Unread> const& why_not) {
    return why_not ? Verdict{int(why_not->kind), why_not->number} : Verdict{};
}

/// A process that the kernel holds may outlive this one: it must keep no pipe open that others wait for the end of.
/// The two that it needs get the first numbers after the standard ones.
void keep_only(int& pipe, int& memory) {
    int const nothing = open("/dev/null", O_RDWR);
    for (int const standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        nothing < 0 ? close(standard) : dup2(nothing, standard);
    constexpr int first = STDERR_FILENO + 1;
    // Out of the way first: one of them may stand where the other is to go.
    int const high_pipe = fcntl(pipe, F_DUPFD, first + 2);
    int const high_memory = fcntl(memory, F_DUPFD, first + 2);
    pipe = dup2(high_pipe, first);
    memory = dup2(high_memory, first + 1);
    close_range(first + 2, ~0U, 0);
}

[[noreturn]] void run(std::function<std::optional<Unread>(int)> const& work, int pipe, int memory, pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (getppid() != parent) _exit(1);
    stop_blocking_signals();
    keep_only(pipe, memory);
    try {
        Verdict const verdict = verdict_on(work(memory));
        // So few bytes go through a pipe whole or not at all.
        _exit(write(pipe, &verdict, sizeof verdict) == sizeof verdict ? 0 : 1);
    } catch (...) {
        // Without a verdict it counts as not done.
        _exit(1);
    }
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

}  // namespace

Errand::Errand(std::function<Bytes()> const& work)
    : Errand([&](int memory) -> std::optional<Unread> {
          Bytes const bytes = work();
          return bytes ? put(memory, *bytes) : bytes.error();
      }) {}

Errand::Errand(std::function<std::optional<Unread>(int)> const& work)
    : m_memory(memfd_create("halte-errand", MFD_CLOEXEC)) {
    std::array<int, 2> ends{};
    if (!m_memory || pipe2(ends.data(), O_CLOEXEC) != 0) return;
    m_pipe = UniqueFd(ends[0]);
    UniqueFd const out(ends[1]);
    pid_t const parent = getpid();
    m_pid = fork();
    if (m_pid == 0) run(work, out.get(), m_memory.get(), parent);
}

Errand::Errand(Errand&& other) noexcept
    : m_pid(std::exchange(other.m_pid, -1)), m_pipe(std::move(other.m_pipe)), m_memory(std::move(other.m_memory)) {}

Errand::~Errand() { end(); }

/// A process that was killed is gone in a moment, or else the kernel holds it, perhaps for ever.
static void await_death(pid_t pid) {
    constexpr int longest_ms = 200;
    UniqueFd const process(int(syscall(SYS_pidfd_open, pid, 0)));
    pollfd watched{process.get(), POLLIN, 0};
    while (process && poll(&watched, 1, longest_ms) < 0 && errno == EINTR) {
    }
    waitpid(pid, nullptr, WNOHANG);
}

void Errand::end() {
    if (m_pid <= 0) return;
    kill(m_pid, SIGKILL);
    await_death(m_pid);
    m_pid = -1;
}

tl::expected<FilledMemory, Unread> Errand::memory(Instant until) {
    if (m_pid <= 0) return tl::unexpected(Unread{Unread::Kind::refused, EAGAIN});
    bool const came = comes(m_pipe.get(), until);
    Verdict verdict{};
    bool const told = came && read(m_pipe.get(), &verdict, sizeof verdict) == sizeof verdict;
    end();
    if (!came) return tl::unexpected(Unread{Unread::Kind::silent, 0});
    if (!told) return tl::unexpected(Unread{Unread::Kind::refused, EIO});
    if (verdict.kind == Verdict::all_is_well) return FilledMemory::of(m_memory.get());
    return tl::unexpected(Unread{Unread::Kind(verdict.kind), verdict.number});
}

Bytes Errand::result(Instant until) {
    return memory(until).map([](FilledMemory const& filled) {
        return std::string(reinterpret_cast<char const*>(filled.bytes().data()), filled.bytes().size());
    });
}

}  // namespace halte
