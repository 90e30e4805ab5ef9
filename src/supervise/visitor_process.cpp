#include "visitor_process.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace halte {

VisitorProcess::VisitorProcess(Spawned spawned, VisitorState const& state, UniqueFd session)
    : m_pid(spawned.pid),
      m_words(std::move(spawned.words)),
      m_go(std::move(spawned.go)),
      m_session(std::move(session)),
      m_lines(std::move(spawned.lines)),
      m_state(state) {}

void VisitorProcess::say_go(Instant now) {
    // A process that has died meanwhile is not told, and its death is seen elsewhere (SIGPIPE is ignored).
    [[maybe_unused]] auto const written = write(m_go.get(), &go_byte, 1);
    m_state = after_go(m_state, now);
}

void VisitorProcess::say_alone(std::deque<pid_t> const& dead) {
    if (std::exchange(m_told_alone, true)) return;
    m_state.told_of_dead = !dead.empty();
    std::string const line = fmt::format("{} {}", fmt::join(dead, " "), alone_end);
    [[maybe_unused]] auto const written = write(m_go.get(), line.data(), line.size());
}

UniqueFd VisitorProcess::kept_session() {
    if (!m_session || m_state.phase == ProcessPhase::starting) return {};
    UniqueFd session = std::move(m_session);
    return is_kept(session.get()) ? std::move(session) : UniqueFd();
}

std::vector<Word> VisitorProcess::listen(Instant now) {
    // Words first: after a `touched` among them no line is passed on, also none that was printed before it.
    std::vector<Word> words = hear_all(now);
    m_lines.take(log_policy(m_state));
    return words;
}

std::vector<Word> VisitorProcess::listen_to_the_end(Instant now) {
    std::vector<Word> words = listen(now);
    m_lines.finish(log_policy(m_state));
    return words;
}

std::vector<Word> VisitorProcess::hear_all(Instant now) {
    std::vector<Word> words;
    std::array<char, 512> bytes{};
    while (m_words) {
        ssize_t const count = read(m_words.get(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && errno == EAGAIN) break;
        // A closed pipe would wake the loop for ever. What follows is the end of the process, or silence.
        if (count <= 0) m_words.close();
        for (ssize_t at = 0; at < count; ++at) {
            words.push_back(Word(bytes[std::size_t(at)]));
            m_state = after(m_state, words.back(), now);
        }
    }
    return words;
}

}  // namespace halte
