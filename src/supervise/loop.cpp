#include "loop.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <csignal>

namespace halte {

/// What another program has started is out of date for this one, though it may serve a visit before it is replaced.
static constexpr int generation_of_former = -1;

Loop::Loop(SupervisorOptions const& options, Limits const& limits, Signals signals, Legacy legacy)
    : m_options(options),
      m_limits(limits),
      m_signals(std::move(signals)),
      m_attempts(limits),
      m_ghosts(options.runtime_folder),
      m_note(options.own_server ? options.runtime_folder : ""),
      m_session(std::move(legacy.session)),
      m_dead(std::move(legacy.dead)),
      m_program(options.command) {
    LastSession last = m_note.take();
    if (last.memory) {
        m_session = std::move(last.memory);
        m_dead = TheDead(std::move(last.dead));
    }
    // The file that is there now a program before this one in the same process has left.
    if (!legacy.former) m_ghosts.forget();
    if (!legacy.former) return;
    VisitorState state = taken_over(generation_of_former, m_clock.now());
    state.unattended = unattended();
    m_current.emplace(std::move(*legacy.former), state);
    m_systemd.has_served();
}

ExitCode Loop::run() {
    for (;; sleep()) {
        Instant const now = m_clock.now();
        // Words first: what a process said before it died, or while this one was stopped, still counts.
        hear(now);
        Signals::Came const came = m_signals.take();
        if (came.stop) break;
        if (came.renew) renew();
        reap(now);
        if (m_closed || m_spoilt) break;
        settle(now);
        if (m_spoilt) break;
        if (tell_who_is_alone()) settle(now);
        await_the_dying(now);
        if (m_spoilt) break;
        tell_systemd(m_clock.now());
    }
    if (m_spoilt) log_line(fmt::format("halte: {}: the X server must be started anew.", m_spoilt));
    m_systemd.stopping();
    end_all();
    if (!m_spoilt) leave_session();
    return m_spoilt ? ExitCode::spoilt_server : ExitCode::ok;
}

void Loop::hear(Instant now) {
    for (Slot* const slot : {&m_current, &m_next})
        if (*slot) remember(**slot, (*slot)->listen(now));
}

/// What is kept of words when the process is gone.
void Loop::remember(VisitorProcess& process, std::vector<Word> const& words) {
    if (UniqueFd kept = process.kept_session()) m_session = std::move(kept);
    if (process.was_told_alone() && std::ranges::find(words, Word::restored) != words.end()) m_dead.are_forgotten();
    if (std::count(words.begin(), words.end(), Word::ghosts) > 0) m_ghosts.keep();
    if (process.state().was_ready()) m_said_of = std::max(m_said_of, process.state().generation);
}

void Loop::sleep() const {
    std::array<pollfd, 5> watched{
        pollfd{m_signals.descriptor(), POLLIN, 0}, pollfd{m_current ? m_current->words() : -1, POLLIN, 0},
        pollfd{m_next ? m_next->words() : -1, POLLIN, 0}, pollfd{m_current ? m_current->lines() : -1, POLLIN, 0},
        pollfd{m_next ? m_next->lines() : -1, POLLIN, 0}};
    int timeout = -1;
    if (m_wake) timeout = int(std::clamp(*m_wake - m_clock.now(), Milliseconds(0), Milliseconds(60'000)).count());
    poll(watched.data(), watched.size(), timeout);
}

void Loop::reap(Instant now) {
    int status = 0;
    for (pid_t pid = waitpid(-1, &status, WNOHANG); pid > 0; pid = waitpid(-1, &status, WNOHANG)) {
        m_dead.is_dead(pid);
        for (Slot* const slot : {&m_current, &m_next})
            if (*slot && (*slot)->pid() == pid) reap_one(*slot, status, now);
    }
}

bool Loop::tell_who_is_alone() {
    bool const waits = m_options.own_server && m_current && m_current->state().was_ready();
    if (!waits || m_current->was_told_alone() || !m_dead.are_all_gone()) return false;
    m_current->say_alone(m_dead.numbers());
    m_dead.are_told();
    return true;
}

void Loop::await_the_dying(Instant now) {
    auto const since = m_options.own_server ? m_dead.dying_since() : std::nullopt;
    if (!since) return;
    Instant const until = *since + m_limits.dying;
    m_wake = std::min(m_wake.value_or(until), until);
    if (now >= until) m_spoilt = "a visitor process that was killed does not end";
}

std::optional<Milliseconds> Loop::unattended() const {
    if (!m_options.unattended) return std::nullopt;
    return m_options.unattended() + m_limits.told_late;
}

void Loop::leave_session() {
    for (Slot const* const slot : {&m_current, &m_next})
        if (*slot) m_dead.dies((*slot)->pid(), m_clock.now());
    m_note.leave(m_session.get(), m_dead.with_the_dying());
}

static char const* what_happened(VisitorState const& state, HowItEnded how) {
    if (!state.was_ready()) return "ended before it showed anything";
    if (how == HowItEnded::no_screen) return "lost its screen";
    return how == HowItEnded::killed ? "was killed" : "crashed";
}

void Loop::reap_one(Slot& slot, int status, Instant now) {
    // Its last words may have come after listening.
    remember(*slot, slot->listen_to_the_end(now));
    slot->is_gone(how_it_ended(slot->state(), status));
    // A screen that covers everything has nothing to be closed by: who says so there is not well.
    bool const in_window = std::ranges::find(m_options.arguments, "--windowed") != m_options.arguments.end();
    m_closed |= in_window && WIFEXITED(status) && WEXITSTATUS(status) == int(ExitCode::closed);
    // Only a process that nobody has touched yet is believed.
    bool const just_alone = slot->was_told_alone() && slot->state().phase == ProcessPhase::welcome;
    if (just_alone && WIFEXITED(status) && WEXITSTATUS(status) == int(ExitCode::spoilt_server)) m_spoilt = not_put_back;
    HowItEnded const how = *slot->state().gone;
    if (how == HowItEnded::after_visit || m_closed || m_spoilt) return;
    log_line(fmt::format("halte: a visitor process {} ({} {}).", what_happened(slot->state(), how),
                         WIFSIGNALED(status) ? "signal" : "status",
                         WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status)));
}

void Loop::tell_systemd(Instant now) {
    bool const drawn = m_current && m_current->state().was_ready();
    if (drawn) m_systemd.see({.ready = true, .in_time = now < deadline(m_current->state(), m_limits)}, now);
    if (!drawn && m_attempts.failing()) m_systemd.see_failures();
}

void Loop::begin_generation(bool all_is_said) {
    ++m_generation;
    if (all_is_said) m_said_of = m_generation;
}

void Loop::renew() {
    begin_generation(false);
    m_attempts.renew();
    m_program_may_be_replaced = true;
}

void Loop::end_all() {
    for (int const number : {SIGTERM, SIGKILL}) {
        for (Slot const* const slot : {&m_current, &m_next})
            if (*slot) kill((*slot)->pid(), number);
        if (all_reaped_within(m_limits.grace)) return;
    }
}

bool Loop::all_reaped_within(Milliseconds longest) {
    Instant const until = m_clock.now() + longest;
    for (;;) {
        pid_t pid = waitpid(-1, nullptr, WNOHANG);
        for (; pid > 0; pid = waitpid(-1, nullptr, WNOHANG)) {
            m_dead.is_dead(pid);
            for (Slot* const slot : {&m_current, &m_next})
                if (*slot && (*slot)->pid() == pid) slot->reset();
        }
        if (pid < 0) return true;
        Milliseconds const left = until - m_clock.now();
        if (left <= Milliseconds(0)) return false;
        pollfd signals{m_signals.descriptor(), POLLIN, 0};
        poll(&signals, 1, int(left.count()));
        [[maybe_unused]] auto const came = m_signals.take();
    }
}

}  // namespace halte
