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
      m_program(options.command) {
    // The file that is there now a program before this one in the same process has left.
    if (!legacy.former) m_ghosts.forget();
    if (!legacy.former) return;
    m_current = VisitorProcess::taken_over(std::move(*legacy.former), generation_of_former, m_clock.now());
    m_systemd.has_served();
}

ExitCode Loop::run() {
    for (;;) {
        settle(m_clock.now());
        tell_systemd(m_clock.now());
        sleep();
        Instant const now = m_clock.now();
        // Words first: what a process said before it died, or while this one was stopped, still counts.
        for (Slot* const slot : {&m_current, &m_next})
            if (*slot) hear(**slot, now);
        Signals::Came const came = m_signals.take();
        if (came.stop) break;
        if (came.renew) renew();
        reap(now);
        if (m_closed) break;
        kill_the_silent(now);
    }
    m_systemd.stopping();
    end_all();
    return ExitCode::ok;
}

void Loop::hear(VisitorProcess& process, Instant now) {
    process.listen(now);
    if (process.feels_ghosts()) m_ghosts.keep();
}

/// A second process behind a visit costs memory while it lasts, and spares the next visitor the wait for its start.
bool Loop::wants_next(Instant now) const {
    if (!m_current) return false;
    return m_current->veiled() || may_be_covered() || m_current->in_use_for(m_limits.ahead, now);
}

bool Loop::may_be_covered() const {
    bool const out_of_date = m_current->generation() != m_generation && m_current->untouched();
    return m_current->ended() || out_of_date;
}

void Loop::settle(Instant now) {
    if (m_current && m_current->ready()) m_said_of = std::max(m_said_of, m_current->generation());
    if (m_current && m_next && m_next->permitted() && m_next->ready()) {
        kill(m_current->pid(), SIGKILL);
        m_attempts.served();
        m_current.reset();
    }
    if (!m_current && m_next) promote_next();
    // The next process of a visit that goes on from a veil, or of a directory that is out of date, is of no use.
    bool const useless = m_next && !m_next->permitted() && (!wants_next(now) || m_next->generation() != m_generation);
    if (useless) {
        kill(m_next->pid(), SIGKILL);
        m_next.reset();
    }
    renew_program();
    if (start_is_due(now) && now >= m_attempts.start_at())
        m_current ? start(m_next, Permission::later, now) : start(m_current, Permission::at_once, now);
    if (m_next && m_next->prepared() && !m_next->permitted() && may_be_covered()) m_next->permit(now);
}

void Loop::promote_next() {
    m_current = std::move(m_next);
    m_next.reset();
    if (!m_current->permitted()) m_current->permit(m_clock.now());
}

void Loop::start(Slot& slot, Permission permission, Instant now) {
    std::vector<std::string> arguments = m_options.arguments;
    // What is wrong with settings or a directory is said once, not in every visit: a log must not count visits.
    Voice const voice = m_said_of == m_generation ? Voice::quiet : Voice::loud;
    if (voice == Voice::quiet) arguments.emplace_back("--quiet");
    if (m_attempts.directive() == Directive::start_embedded) {
        arguments.emplace_back("--embedded-directory");
    } else if (!m_options.directory.empty()) {
        arguments.emplace_back("--directory");
        arguments.push_back(m_options.directory);
    }
    auto spawned = spawn(m_options.visitor_program, arguments);
    if (spawned) {
        slot.emplace(std::move(*spawned), permission, voice, m_generation, now);
    } else {
        log_line("halte: " + spawned.error().sentence);
        m_attempts.failed_early(HowItEnded::failed_to_start, Shown::unknown, now);
    }
}

std::optional<Instant> Loop::next_limit() const {
    std::optional<Instant> soonest;
    auto const take = [&](Instant limit) { soonest = std::min(limit, soonest.value_or(limit)); };
    if (m_current) take(m_current->deadline(m_limits));
    if (m_next) take(m_next->deadline(m_limits));
    if (start_is_due(m_clock.now()))
        take(m_attempts.start_at());
    else if (m_current && !m_next && m_current->touched_at())
        take(*m_current->touched_at() + m_limits.ahead);
    return soonest;
}

void Loop::sleep() const {
    std::array<pollfd, 5> watched{
        pollfd{m_signals.descriptor(), POLLIN, 0}, pollfd{m_current ? m_current->words() : -1, POLLIN, 0},
        pollfd{m_next ? m_next->words() : -1, POLLIN, 0}, pollfd{m_current ? m_current->lines() : -1, POLLIN, 0},
        pollfd{m_next ? m_next->lines() : -1, POLLIN, 0}};
    int timeout = -1;
    if (auto const limit = next_limit())
        timeout = int(std::clamp(*limit - m_clock.now(), Milliseconds(0), Milliseconds(60'000)).count());
    poll(watched.data(), watched.size(), timeout);
}

/// To a process that had been ready.
static char const* what_happened(HowItEnded how) {
    if (how == HowItEnded::no_screen) return "lost its screen";
    return how == HowItEnded::killed ? "was killed" : "crashed";
}

void Loop::reap(Instant now) {
    int status = 0;
    for (pid_t pid = waitpid(-1, &status, WNOHANG); pid > 0; pid = waitpid(-1, &status, WNOHANG)) {
        for (Slot* const slot : {&m_current, &m_next}) {
            if (!*slot || (*slot)->pid() != pid) continue;
            // Its last words may have come after listening.
            (*slot)->listen_to_the_end(now);
            m_closed |= WIFEXITED(status) && WEXITSTATUS(status) == int(ExitCode::closed);
            HowItEnded const how = (*slot)->how_it_ended(status);
            if (how != HowItEnded::after_visit && !m_closed)
                log_line(fmt::format("halte: a visitor process {} ({} {}).",
                                     !(*slot)->ready() ? "ended before it showed anything" : what_happened(how),
                                     WIFSIGNALED(status) ? "signal" : "status",
                                     WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status)));
            gone(*slot, how, now);
            break;
        }
    }
}

void Loop::kill_the_silent(Instant now) {
    for (Slot* const slot : {&m_current, &m_next}) {
        if (!*slot || now < (*slot)->deadline(m_limits)) continue;
        log_line(fmt::format("halte: a visitor process was {} for too long and is replaced.",
                             (*slot)->ready() ? "silent" : "not ready"));
        kill((*slot)->pid(), SIGKILL);
        (*slot)->listen_to_the_end(now);
        gone(*slot, (*slot)->how_it_fell_silent(), now);
    }
}

void Loop::gone(Slot& slot, HowItEnded how, Instant now) {
    if (slot->ready()) m_said_of = std::max(m_said_of, slot->generation());
    Directive const before = m_attempts.directive();
    if (slot->ready()) m_attempts.ended_in_use(how, slot->shown(), now);
    if (how == HowItEnded::after_visit || !slot->is_early(now, m_limits))
        m_attempts.served();
    else
        m_attempts.failed_early(how, slot->shown(), now);
    if (m_attempts.directive() != before) begin_generation(m_said_of == m_generation);
    slot.reset();
    // What a visitor did must not wait in memory for a program that does not start: the root window's picture of the
    // emergency numbers shows meanwhile.
    if (&slot == &m_next && m_current && m_current->ended()) {
        kill(m_current->pid(), SIGKILL);
        m_current.reset();
    }
}

void Loop::tell_systemd(Instant now) {
    bool const drawn = m_current && m_current->ready();
    if (drawn) m_systemd.see({.ready = true, .in_time = now < m_current->deadline(m_limits)}, now);
    if (!drawn && m_attempts.failing()) m_systemd.see_failures();
}

/// Every process that shows another directory is out of date.
void Loop::begin_generation(bool all_is_said) {
    ++m_generation;
    if (all_is_said) m_said_of = m_generation;
}

void Loop::renew() {
    begin_generation(false);
    m_attempts.renew();
    m_program_may_be_old = true;
}

void Loop::renew_program() {
    // What somebody does from this moment on the next program reads in the pipe that it is left.
    bool const nobody_is_here = !m_next && (!m_current || m_current->untouched());
    if (!m_program_may_be_old || !nobody_is_here) return;
    m_program_may_be_old = false;
    if (m_program.is_replaced()) m_program.give_way(m_current ? &*m_current : nullptr);
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
        for (; pid > 0; pid = waitpid(-1, nullptr, WNOHANG))
            for (Slot* const slot : {&m_current, &m_next})
                if (*slot && (*slot)->pid() == pid) slot->reset();
        if (pid < 0) return true;
        Milliseconds const left = until - m_clock.now();
        if (left <= Milliseconds(0)) return false;
        pollfd signals{m_signals.descriptor(), POLLIN, 0};
        poll(&signals, 1, int(left.count()));
        [[maybe_unused]] auto const came = m_signals.take();
    }
}

}  // namespace halte
