#include "visitor_state.h"

#include <sys/wait.h>

#include <algorithm>
#include <csignal>

namespace halte {

VisitorState just_started(int generation, LogLines lines, Instant now) {
    VisitorState state;
    state.generation = generation;
    state.lines = lines;
    state.started = state.heard = now;
    return state;
}

VisitorState taken_over(int generation, Instant now) {
    VisitorState state = just_started(generation, LogLines::if_it_fails, now);
    state.phase = ProcessPhase::welcome;
    state.prepared = state.ready = now;
    state.told_go = now;
    return state;
}

static ProcessPhase phase_after(ProcessPhase phase, Word word) {
    switch (word) {
        case Word::alive:
        case Word::opening:
        case Word::given:
        case Word::ghosts:
        case Word::restored:
            return phase;
        case Word::prepared:
            return std::max(phase, ProcessPhase::prepared);
        case Word::ready:
            return std::max(phase, ProcessPhase::welcome);
        case Word::touched:
            return phase == ProcessPhase::ended ? phase : ProcessPhase::in_visit;
        case Word::veiled:
            return phase == ProcessPhase::ended ? phase : ProcessPhase::veiled;
        case Word::ended:
            return ProcessPhase::ended;
    }
    return phase;  // a word of a later version
}

VisitorState after(VisitorState state, Word word, Instant now) {
    ProcessPhase const before = state.phase;
    state.phase = phase_after(before, word);
    state.heard = now;
    state.last_word = word;
    if (word == Word::restored) state.restored = true;
    if (word == Word::given) state.shown = Shown::given;
    if (word == Word::touched) state.felt = now;
    auto const comes_to = [&](ProcessPhase phase) { return before < phase && state.phase >= phase; };
    if (comes_to(ProcessPhase::prepared)) state.prepared = now;
    if (comes_to(ProcessPhase::welcome)) state.ready = now;
    if (comes_to(ProcessPhase::in_visit)) state.touched = now;
    return state;
}

VisitorState after_go(VisitorState state, Instant now) {
    state.told_go = now;
    return state;
}

Instant deadline(VisitorState const& state, Limits const& limits) {
    if (state.phase == ProcessPhase::starting) return state.started + limits.start;
    if (state.phase == ProcessPhase::welcome) return state.heard + limits.idle_heartbeat;
    // Between `go` and `ready` nothing but a window is mapped and a frame is drawn: that takes no longer than a sign of
    // life may, and the screen is nobody's meanwhile.
    if (state.phase == ProcessPhase::prepared && state.told_go)
        return std::max(state.prepared, *state.told_go) + limits.heartbeat;
    Instant const silent = state.heard + limits.heartbeat;
    bool const somebodys = state.phase == ProcessPhase::in_visit || state.phase == ProcessPhase::veiled;
    if (!somebodys) return silent;
    Milliseconds const unattended = std::min(limits.unattended, state.unattended.value_or(limits.unattended));
    return std::min({silent, state.felt + unattended, state.touched + limits.longest_visit});
}

bool is_early(VisitorState const& state, Instant now, Limits const& limits) {
    return !state.was_ready() || now - state.ready < limits.early;
}

HowItEnded how_it_ended(VisitorState const& state, int status) {
    int const code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    if (code == int(ExitCode::not_confined)) return HowItEnded::not_confined;
    // A driver of the graphics card that crashes does so in here, and Xlib ends a process with a status of its own.
    bool const without_screen = code == int(ExitCode::no_display) || code == int(ExitCode::no_graphics);
    if (without_screen || state.last_word == Word::opening) return HowItEnded::no_screen;
    if (state.phase == ProcessPhase::ended) return HowItEnded::after_visit;
    if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGTERM)) return HowItEnded::killed;
    return state.was_ready() ? HowItEnded::crashed : HowItEnded::failed_to_start;
}

bool fell_over_what_was_left(VisitorState const& state) {
    bool const fell = state.gone == HowItEnded::crashed || state.gone == HowItEnded::hung;
    return fell && state.told_of_dead && !state.restored && state.phase == ProcessPhase::welcome;
}

HowItEnded how_it_fell_silent(VisitorState const& state) {
    if (state.last_word == Word::opening) return HowItEnded::no_screen;
    return state.was_ready() ? HowItEnded::hung : HowItEnded::failed_to_start;
}

LogPolicy log_policy(VisitorState const& state) {
    if (state.phase >= ProcessPhase::in_visit) return LogPolicy::drop;
    if (state.lines == LogLines::as_they_come) return LogPolicy::pass_on;
    return state.was_ready() ? LogPolicy::drop : LogPolicy::hold;
}

}  // namespace halte
