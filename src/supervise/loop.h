#pragma once
/// The supervisor's loop: one visitor process on the screen, and at times the next one behind it. It sleeps until one
/// of them speaks, a signal comes or a limit passes, and then puts right what is not as it should be.

#include "attempts.h"
#include "ghost_note.h"
#include "renewal.h"
#include "signals.h"
#include "systemd.h"

namespace halte {

class Loop {
public:
    Loop(SupervisorOptions const& options, Limits const& limits, Signals signals, Legacy legacy);
    ExitCode run();

private:
    using Slot = std::optional<VisitorProcess>;

    /// Starts, swaps, permits and discards until everything is as it should be at `now`.
    void settle(Instant now);
    void sleep() const;
    void hear(VisitorProcess& process, Instant now);
    void reap(Instant now);
    void kill_the_silent(Instant now);
    /// A process is gone, or as good as gone: counts it, and clears its slot.
    void gone(Slot& slot, HowItEnded how, Instant now);
    void tell_systemd(Instant now);
    void begin_generation(bool all_is_said);
    void renew();
    /// When the program of this process was replaced and nobody is in a visit, it does not return.
    void renew_program();
    void end_all();
    bool all_reaped_within(Milliseconds longest);

    void start(Slot& slot, Permission permission, Instant now);
    void promote_next();
    /// Whether the process on the screen should have a next one behind it, and whether it may be covered by it.
    [[nodiscard]] bool wants_next(Instant now) const;
    [[nodiscard]] bool may_be_covered() const;
    [[nodiscard]] bool start_is_due(Instant now) const { return !m_current || (!m_next && wants_next(now)); }
    [[nodiscard]] std::optional<Instant> next_limit() const;

    SupervisorOptions const& m_options;
    Limits m_limits;
    Signals m_signals;
    SystemClock m_clock;
    Attempts m_attempts;
    Systemd m_systemd;
    GhostNote m_ghosts;
    Slot m_current;
    Slot m_next;
    int m_generation = 0;
    OwnProgram m_program;
    bool m_program_may_be_old = false;
    bool m_closed = false;  ///< a first look's window was closed by hand: the end
    int m_said_of = -1;     ///< the generation of which a process came so far that its log lines are said
};

}  // namespace halte
