#pragma once
/// The supervisor's side of "every visit is a process": when to start a visitor process, when to kill one, what to give
/// up on. It has no window and learns nothing of a visitor but four words and an exit status.

#include <halte/base.h>
#include <string>
#include <vector>

namespace halte {

/// What a visitor process says on its pipe, one byte each. `alive` comes from the frame loop itself, never from a side
/// thread, so that a hang is silence.
enum class Word : char {
    alive = 'a',
    ready = 'r',    ///< its window is mapped and its first frame is on the screen
    veiled = 'v',   ///< the countdown runs; the next process may be started
    ended = 'e',    ///< the visit is over and the first screen is drawn; kill me when the next one is ready
    touched = 't',  ///< somebody touched: this process is no longer an idle welcome screen
};

/// How long a process may be silent. Slow tools (valgrind) stretch both with HALTE_PATIENCE=N.
struct Limits {
    Milliseconds heartbeat{3'000};
    Milliseconds start{15'000};
    Milliseconds early{5'000};  ///< a failure sooner than this after `ready` counts against the snapshot
    int attempts = 5;           ///< such failures in a row before something is given up
};

enum class Directive { start_given, start_embedded };
/// What to do after a visitor process is gone. Pure: a table that tests read line by line.
struct Restart {
    Directive directive = Directive::start_given;
    Milliseconds wait{0};
};
enum class HowItEnded { after_visit, replaced, crashed, hung, failed_to_start };
/// `early_failures` counts failures before `ready` or just after it, in a row, this one included.
Restart restart_decision(HowItEnded how, int early_failures, Limits const& limits);

struct SupervisorOptions {
    std::string visitor_program;         ///< absolute path of halte-visitor
    std::vector<std::string> arguments;  ///< passed on to it
    std::string directory;               ///< given snapshot, empty for the embedded one
    Limits limits;
};

/// Runs visitor processes one after the other until SIGTERM or SIGINT, then ends them all and returns ok. SIGHUP
/// replaces an untouched welcome screen at once, and a touched one after its visit.
ExitCode supervise(SupervisorOptions const& options);

/// The visitor's end of the pipe. Speaks to nobody when the process was started by hand.
class Supervisor {
public:
    /// Takes the descriptor named in HALTE_PIPE out of the environment.
    static Supervisor from_environment();
    void say(Word word) const;

private:
    UniqueFd m_pipe;
};

}  // namespace halte
