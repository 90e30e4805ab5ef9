#include "visitor_process.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

namespace halte {

VisitorProcess::VisitorProcess(Spawned spawned, Permission permission, Voice voice, int generation, Instant now)
    : m_pid(spawned.pid),
      m_words(std::move(spawned.words)),
      m_go(std::move(spawned.go)),
      m_lines(std::move(spawned.lines)),
      m_voice(voice),
      m_generation(generation),
      m_started(now),
      m_heard(now) {
    if (permission == Permission::at_once) permit(now);
}

VisitorProcess VisitorProcess::taken_over(Spawned spawned, int generation, Instant now) {
    VisitorProcess process(std::move(spawned), Permission::later, Voice::quiet, generation, now);
    process.m_permitted = true;
    process.m_prepared_at = process.m_ready_at = now;
    return process;
}

void VisitorProcess::permit(Instant now) {
    // A process that has died meanwhile is not told, and its death is seen elsewhere (SIGPIPE is ignored).
    [[maybe_unused]] auto const written = write(m_go.get(), &go_byte, 1);
    m_permitted = true;
    if (prepared()) m_started = now;
}

void VisitorProcess::listen(Instant now) {
    // Words first: after a `touched` among them no line is passed on, also none that was printed before it.
    hear_all(now);
    m_lines.take(fate_of_lines());
}

void VisitorProcess::listen_to_the_end(Instant now) {
    listen(now);
    m_lines.finish(fate_of_lines());
}

Fate VisitorProcess::fate_of_lines() const {
    if (m_touched_at) return Fate::drop;
    if (m_voice == Voice::loud) return Fate::pass_on;
    return ready() ? Fate::drop : Fate::hold;
}

void VisitorProcess::hear_all(Instant now) {
    std::array<char, 512> bytes{};
    while (m_words) {
        ssize_t const count = read(m_words.get(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && errno == EAGAIN) return;
        // A closed pipe would wake the loop for ever. What follows is the end of the process, or silence.
        if (count <= 0) m_words.close();
        for (ssize_t at = 0; at < count; ++at) hear(Word(bytes[std::size_t(at)]), now);
    }
}

void VisitorProcess::hear(Word word, Instant now) {
    m_heard = now;
    m_opening = word == Word::opening;
    switch (word) {
        case Word::alive:
        case Word::opening:
            return;
        case Word::given:
            m_given = true;
            return;
        case Word::prepared:
            if (!m_prepared_at) m_prepared_at = now;
            return;
        case Word::ready:
            if (!m_ready_at) m_ready_at = now;
            return;
        case Word::veiled:
            m_veiled = true;
            return;
        case Word::touched:
            if (!m_touched_at) m_touched_at = now;
            m_veiled = false;
            return;
        case Word::ended:
            m_ended = true;
            return;
        case Word::ghosts:
            m_feels_ghosts = true;
            return;
    }
}

/// Between `go` and `ready` nothing but a window is mapped and a frame is drawn: that takes no longer than a sign of
/// life may, and the screen is nobody's meanwhile.
Instant VisitorProcess::deadline(Limits const& limits) const {
    if (!ready() && !prepared()) return m_started + limits.start;
    if (untouched()) return m_heard + limits.idle_heartbeat;
    bool const at_work = !ready() && m_permitted;
    return (at_work ? std::max(*m_prepared_at, m_started) : m_heard) + limits.heartbeat;
}

bool VisitorProcess::is_early(Instant now, Limits const& limits) const {
    return !m_ready_at || now - *m_ready_at < limits.early;
}

HowItEnded VisitorProcess::how_it_ended(int status) const {
    int const code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    if (code == int(ExitCode::not_confined)) return HowItEnded::not_confined;
    // A driver of the graphics card that crashes does so in here, and Xlib ends a process with a status of its own.
    if (code == int(ExitCode::no_display) || code == int(ExitCode::no_graphics) || m_opening)
        return HowItEnded::no_screen;
    if (m_ended) return HowItEnded::after_visit;
    if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGTERM)) return HowItEnded::killed;
    return ready() ? HowItEnded::crashed : HowItEnded::failed_to_start;
}

HowItEnded VisitorProcess::how_it_fell_silent() const {
    if (m_opening) return HowItEnded::no_screen;
    return ready() ? HowItEnded::hung : HowItEnded::failed_to_start;
}

}  // namespace halte
