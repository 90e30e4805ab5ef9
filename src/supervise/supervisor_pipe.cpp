#include <fcntl.h>
#include <halte/supervisor_pipe.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <string_view>

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
        m_go.close();
        return told;
    }
}

}  // namespace halte
