#pragma once
/// The supervisor's side of "every visit is a process": when to start a visitor process, when to kill one, what to give
/// up on. It has no window and learns nothing of a visitor but the words of supervisor_pipe.h and an exit status.

#include <halte/base.h>

#include <functional>
#include <string>
#include <vector>

namespace halte {

/// How long a process may be silent. Slow tools (valgrind) stretch the first three with HALTE_PATIENCE=N.
struct Limits {
    Milliseconds heartbeat{3'000};         ///< also from `go` to `ready`
    Milliseconds idle_heartbeat{4'500};    ///< of a welcome screen that nobody has touched
    Milliseconds start{15'000};            ///< to `prepared`
    Milliseconds early{5'000};             ///< a failure sooner than this after `ready` counts against the snapshot
    int attempts = 5;                      ///< such failures in a row before something is given up
    int crashes = 3;                       ///< or so many crashes and hangs of processes that had started well,
    Milliseconds crash_window{3'600'000};  ///< within that time
    Milliseconds dying{5'000};             ///< from SIGKILL to its end, where the next one waits for that
    Milliseconds grace{1'000};             ///< between SIGTERM and SIGKILL when everything ends
    Milliseconds ahead{300};  ///< from a visitor's first touch to the start of the process for the next one
    /// Whatever a process says, nobody's page outlasts these. The first is what settings can allow at most, 600 s
    /// without a touch and a countdown of 300 s, and `told_late`; SupervisorOptions has what they do allow.
    Milliseconds unattended{960'000};
    Milliseconds told_late{60'000};  ///< touches are told every 30 s at most, and a machine may be slow
    Milliseconds longest_visit{7'200'000};
    /// A welcome screen that nobody is said to have touched is replaced after this, as by SIGHUP.
    Milliseconds longest_welcome{3'600'000};
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
    /// What the settings allow now, from the last touch to the end of a visit: asked before each process starts.
    std::function<Milliseconds()> unattended;
    bool own_server = false;  ///< the X server is the kiosk's alone: what a visit changes in it is put back
    Limits limits;
    std::vector<std::string> command;  ///< how the program of this process was called; empty: it is never renewed
};

/// Runs visitor processes one after the other until SIGTERM or SIGINT, or until one in a window ends with
/// ExitCode::closed, then ends them all and returns ok; or until one says that the X server must be started anew, and
/// then spoilt_server. SIGHUP replaces an untouched welcome screen at once, and a
/// touched one after its visit; it also gives a snapshot that was given up a new chance. When the program of this
/// process was replaced on the disk, the new one is executed in its place then: as soon as nobody is in a visit, with
/// the welcome screen left on. systemd is told that it serves, and its watchdog fed, where it has asked for that
/// (NOTIFY_SOCKET, WATCHDOG_USEC).
ExitCode supervise(SupervisorOptions const& options);
/// Whether this program was executed in the place of another supervisor. To be asked before supervise().
bool is_renewed();

}  // namespace halte
