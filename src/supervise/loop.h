#pragma once
/// The supervisor's loop: one visitor process on the screen, and at times the next one behind it. It sleeps until one
/// of them speaks, a signal comes or a limit passes, and then carries out what decide() says. It decides nothing
/// itself.

#include "attempts.h"
#include "decide.h"
#include "ghost_note.h"
#include "renewal.h"
#include "session_note.h"
#include "signals.h"
#include "systemd.h"
#include "the_dead.h"

namespace halte {

/// Why a session ends, for the log.
inline constexpr char const* not_put_back = "what a visit changed in the X server cannot be put back";

class Loop {
public:
    Loop(SupervisorOptions const& options, Limits const& limits, Signals signals, Legacy legacy);
    ExitCode run();

private:
    using Slot = std::optional<VisitorProcess>;

    void hear(Instant now);
    void remember(VisitorProcess& process, std::vector<Word> const& words);
    void reap(Instant now);
    void reap_one(Slot& slot, int status, Instant now);
    void settle(Instant now);
    void tell_systemd(Instant now);
    void sleep() const;
    /// The process on the screen, once, when those before it are dead. Whether it was told now.
    [[nodiscard]] bool tell_who_is_alone();
    /// One that was killed is still there, which nothing can be done about but on another X server.
    void await_the_dying(Instant now);
    /// How long a page of a process that starts now may stand from the last touch on.
    [[nodiscard]] std::optional<Milliseconds> unattended() const;
    /// Where it is the kiosk's own: the next supervisor on it learns how it was, and who has died.
    void leave_session();
    /// SIGHUP.
    void renew();
    /// Every process that shows another directory is out of date.
    void begin_generation(bool all_is_said);
    void end_all();
    bool all_reaped_within(Milliseconds longest);

    [[nodiscard]] World world() const;
    Slot& slot(Which which) { return which == Which::current ? m_current : m_next; }
    void carry_out(Kill const& killed, Instant now);
    void carry_out(CountEnd const& gone, Instant now);
    void carry_out(Discard const& discarded, Instant now);
    void carry_out(CountServed const& served, Instant now);
    void carry_out(Promote const& promoted, Instant now);
    void carry_out(SayGo const& told, Instant now);
    void carry_out(Start const& started, Instant now);
    /// When the program of this process was replaced, it does not return.
    void carry_out(RenewProgram const& renewed, Instant now);

    SupervisorOptions const& m_options;
    Limits m_limits;
    Signals m_signals;
    SystemClock m_clock;
    Attempts m_attempts;
    Systemd m_systemd;
    GhostNote m_ghosts;
    Slot m_current;
    Slot m_next;
    SessionNote m_note;
    UniqueFd m_session;  ///< once its first process is prepared
    TheDead m_dead;
    std::optional<Instant> m_wake;
    int m_generation = 0;
    OwnProgram m_program;
    bool m_program_may_be_replaced = false;
    bool m_closed = false;           ///< a first look's window was closed by hand: the end
    char const* m_spoilt = nullptr;  ///< why the X server must be started anew: the end
    int m_said_of = -1;              ///< the generation of which a process came so far that its log lines are said
};

}  // namespace halte
