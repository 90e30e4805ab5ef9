#include <fcntl.h>
#include <halte/supervisor_pipe.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <iterator>
#include <sstream>
#include <string_view>

#include "session_memory.h"

namespace halte {

static UniqueFd descriptor_named_in(char const* variable) {
    char const* const named = std::getenv(variable);
    if (named == nullptr) return {};
    std::string_view const digits(named);
    int descriptor = -1;
    auto const read = std::from_chars(digits.data(), digits.data() + digits.size(), descriptor);
    bool const right = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    unsetenv(variable);
    if (!right || fcntl(descriptor, F_SETFD, FD_CLOEXEC) != 0) return {};
    return UniqueFd(descriptor);
}

SupervisorPipe SupervisorPipe::from_environment() {
    SupervisorPipe supervisor;
    supervisor.m_words = descriptor_named_in("HALTE_PIPE");
    supervisor.m_go = descriptor_named_in("HALTE_GO");
    supervisor.m_kept = descriptor_named_in("HALTE_SESSION");
    supervisor.m_fresh = descriptor_named_in("HALTE_NEW_SESSION");
    supervisor.m_in_session = supervisor.m_kept || supervisor.m_fresh;
    return supervisor;
}

void SupervisorPipe::say(Word word) {
    if (word == Word::ready) m_interval = idle_beat_interval;
    if (word == Word::touched) m_interval = beat_interval;
    if (word == Word::given) m_given = true;
    if (!m_words) return;
    // A full pipe means that the supervisor is stopped, and it has thousands of words to read first. A broken one kills
    // this process (SIGPIPE), which is right: no visitor outlives the supervisor.
    char const byte = char(word);
    while (write(m_words.get(), &byte, 1) < 0 && errno == EINTR) continue;
}

void SupervisorPipe::beat(Instant now) {
    if (!beat_is_due(now)) return;
    say(Word::alive);
    m_last_beat = now;
}

std::optional<Instant> SupervisorPipe::next_beat() const {
    if (!m_words) return std::nullopt;
    return m_last_beat ? *m_last_beat + m_interval : Instant{};
}

bool SupervisorPipe::go_comes(Milliseconds within) const {
    pollfd go{m_go.get(), POLLIN, 0};
    return !m_go || poll(&go, 1, int(within.count())) > 0;
}

bool SupervisorPipe::wait_for_go(std::function<bool()> const& is_well) {
    if (!m_go) return true;
    SystemClock const clock;
    for (;;) {
        if (beat_is_due(clock.now()) && !is_well()) return false;
        beat(clock.now());
        Milliseconds const longest = next_beat() ? *next_beat() - clock.now() : beat_interval;
        pollfd go{m_go.get(), POLLIN, 0};
        int const came = poll(&go, 1, std::max(0, int(longest.count())));
        if (came < 0 && errno != EINTR) return false;
        if (came <= 0) continue;
        char byte = 0;
        bool const told = read(m_go.get(), &byte, 1) == 1 && byte == go_byte;
        if (!has_session_memory()) m_go.close();
        return told;
    }
}

std::string SupervisorPipe::written_at_start(std::function<bool(std::string const&)> const& is_of_this_server,
                                             std::function<std::string()> const& first) {
    if (!has_session_memory()) return {};
    std::string kept = m_kept ? words_in(m_kept.get()) : "";
    if (is_of_this_server(kept)) return kept;
    // Closed, so that nobody can say later how the server was.
    UniqueFd const fresh = std::move(m_fresh);
    std::string words = first();
    return fresh && keep_in(fresh.get(), words) ? words : std::string();
}

/// Up to a line end, which comes with the numbers.
static std::vector<pid_t> numbers_in(std::string const& line) {
    std::istringstream words(line);
    return {std::istream_iterator<pid_t>(words), {}};
}

std::optional<std::vector<pid_t>> SupervisorPipe::wait_until_alone() {
    if (!has_session_memory() || !m_go) return std::vector<pid_t>();
    SystemClock const clock;
    std::string line;
    while (!line.ends_with(alone_end)) {
        beat(clock.now());
        pollfd told{m_go.get(), POLLIN, 0};
        if (poll(&told, 1, int(beat_interval.count()) / 2) <= 0) continue;
        std::array<char, 512> bytes{};
        ssize_t const count = read(m_go.get(), bytes.data(), bytes.size());
        if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (count <= 0) return std::nullopt;
        line.append(bytes.data(), std::size_t(count));
    }
    m_go.close();
    return numbers_in(line);
}

}  // namespace halte
