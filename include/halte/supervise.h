#pragma once
/// The supervisor's side of "every visit is a process": when to start a visitor process, when to kill one, what to give
/// up on; and the visitor's end of the two pipes between them. It has no window and learns nothing of a visitor but the
/// words below and an exit status.

#include <halte/base.h>

#include <functional>
#include <string>
#include <vector>

namespace halte {

/// What a visitor process says on its pipe, one byte each. An upgrade replaces the visitor's program under a supervisor
/// that runs, and the supervisor under a visitor process: a word keeps its letter and its meaning for ever, and one
/// that is not known is a sign of life and no more. `alive` comes from the frame loop itself, never from a side thread,
/// so that a hang is silence.
enum class Word : char {
    alive = 'a',
    prepared = 'p',  ///< its first frame is drawn, its window not yet mapped: it waits for `go`
    ready = 'r',     ///< its window is mapped and its first frame is on the screen
    veiled = 'v',    ///< the countdown runs; the next process may be started
    ended = 'e',     ///< the visit is over and the first screen is drawn; kill me when the next one is ready
    touched = 't',   ///< somebody touched: no longer an idle welcome screen, or no longer veiled
    ghosts = 'n',    ///< the touchscreen reports touches that nobody makes; said once at most
    given = 'd',     ///< the directory that it shows was given from outside: it is not the embedded one
    opening = 'w',   ///< it waits for the X server: until its next word the screen is to blame for whatever goes wrong
};
/// The one word the other way: map your window. A process started while another one is on the screen waits for it, so
/// that no window ever opens over a veiled visitor who may still go on.
inline constexpr char go_byte = 'g';

/// How often a visitor process with nothing to do says `alive`: well within the limit, and seldom enough to let the
/// machine sleep. On a welcome screen that nobody has touched, which is there all night, more seldom still.
inline constexpr Milliseconds beat_interval{2'000};
inline constexpr Milliseconds idle_beat_interval{3'000};

/// How long a process may be silent. Slow tools (valgrind) stretch the first three with HALTE_PATIENCE=N.
struct Limits {
    Milliseconds heartbeat{3'000};         ///< also from `go` to `ready`
    Milliseconds idle_heartbeat{4'500};    ///< of a welcome screen that nobody has touched
    Milliseconds start{15'000};            ///< to `prepared`
    Milliseconds early{5'000};             ///< a failure sooner than this after `ready` counts against the snapshot
    int attempts = 5;                      ///< such failures in a row before something is given up
    int crashes = 3;                       ///< or so many crashes and hangs of processes that had started well,
    Milliseconds crash_window{3'600'000};  ///< within that time
    Milliseconds grace{1'000};             ///< between SIGTERM and SIGKILL when everything ends
    Milliseconds ahead{300};  ///< from a visitor's first touch to the start of the process for the next one
};

enum class Directive { start_given, start_embedded };
/// What to do after a visitor process is gone. Pure: a table that tests read line by line.
struct Restart {
    Directive directive = Directive::start_given;
    Milliseconds wait{0};
    bool operator==(Restart const&) const = default;
};
/// no_screen: it could not open a window or draw in one; not_confined: a confinement that the kernel offers did not
/// take effect; killed: by a person, or by a machine without memory. No snapshot is to blame for those.
enum class HowItEnded { after_visit, replaced, crashed, hung, failed_to_start, no_screen, not_confined, killed };
/// `early_failures` counts failures before `ready` or just after it, in a row, this one included. Those for
/// which no snapshot is to blame are counted apart from the others.
Restart restart_decision(HowItEnded how, int early_failures, Limits const& limits);
/// Whether a snapshot may have something to do with it.
bool may_be_the_snapshots_fault(HowItEnded how);

struct SupervisorOptions {
    std::string visitor_program;         ///< absolute path of halte-visitor
    std::vector<std::string> arguments;  ///< passed on to it
    std::string directory;               ///< passed on as --directory; empty for what the settings or the program hold
    std::string runtime_folder;          ///< where it may write; empty: nowhere
    Limits limits;
    std::vector<std::string> command;  ///< how the program of this process was called; empty: it is never renewed
};

/// Runs visitor processes one after the other until SIGTERM or SIGINT, or until one ends with ExitCode::closed, then
/// ends them all and returns ok. SIGHUP replaces an untouched welcome screen at once, and a touched one after its
/// visit; it also gives a snapshot that was given up a new chance. When the program of this process was replaced on the
/// disk, the new one is executed in its place then: as soon as nobody is in a visit, with the welcome screen left on.
/// systemd is told that it serves, and its watchdog fed, where it has asked for that (NOTIFY_SOCKET, WATCHDOG_USEC).
ExitCode supervise(SupervisorOptions const& options);
/// Whether this program was executed in the place of another supervisor. To be asked before supervise().
bool is_renewed();

/// The visitor's end of the pipes. Speaks to nobody, and waits for nobody, when the process was started by hand.
class SupervisorPipe {
public:
    /// Takes the descriptors named in HALTE_PIPE and HALTE_GO out of the environment, and keeps them from programs that
    /// this process may start.
    static SupervisorPipe from_environment();

    void say(Word word);
    /// To be called before a question to the X server, which may hang. Says `opening` where a directory could be
    /// blamed: only after `given`, because a word more at each beat costs a wake-up.
    void before_asking_the_screen() {
        if (m_given) say(Word::opening);
    }
    /// Says `alive` when the time for it has come. Call it once in every turn of the frame loop.
    void beat(Instant now);
    [[nodiscard]] bool beat_is_due(Instant now) const { return next_beat() && *next_beat() <= now; }
    /// When beat() has something to say again: the longest a frame loop may sleep. Nothing when it never will.
    [[nodiscard]] std::optional<Instant> next_beat() const;

    /// Becomes readable with `go`; -1 when there is nothing to wait for.
    [[nodiscard]] int go_descriptor() const { return m_go.get(); }
    /// Sleeps until the window may be mapped, and says `alive` meanwhile, each time after `is_well` has said so. False
    /// when it has not, or when the supervisor is gone: end.
    [[nodiscard]] bool wait_for_go(std::function<bool()> const& is_well);

private:
    UniqueFd m_words;
    UniqueFd m_go;
    std::optional<Instant> m_last_beat;
    Milliseconds m_interval = beat_interval;
    bool m_given = false;  ///< said
};

}  // namespace halte
