#pragma once
/// What the supervisor knows of one visitor process: how far it has come, and the instants from which its limits are
/// counted. A plain value that the words of the process move on; nothing here reads a pipe, a clock or a signal.

#include <halte/supervise.h>
#include <halte/supervisor_pipe.h>

#include "attempts.h"
#include "lines.h"

namespace halte {

/// How far a process has come, in the order in which it comes there. The one step back is from a veil to the visit.
enum class ProcessPhase {
    starting,
    prepared,  ///< its first frame is drawn; it maps its window when it is told to
    welcome,   ///< its welcome screen is there and nobody has touched it: it holds nothing of anybody
    in_visit,
    veiled,  ///< the visit's countdown runs: it ends, or it goes on
    ended,   ///< the welcome screen is there again, and the process waits to be killed
};

struct VisitorState {
    ProcessPhase phase = ProcessPhase::starting;
    int generation = 0;  ///< which directory it was started with: SIGHUP makes a new generation
    LogLines lines = LogLines::as_they_come;
    Instant started{};
    Instant heard{};                         ///< when it said its last word
    Instant prepared{}, ready{}, touched{};  ///< when it first came to `prepared`, `welcome` and `in_visit`, if it did
    Instant felt{};                          ///< when somebody last touched, as it has said itself
    std::optional<Milliseconds> unattended;  ///< from `felt` on, where the settings say so
    std::optional<Instant> told_go;          ///< when it was told to map its window
    bool told_of_dead = false;               ///< others have died before it in this session, and it was told so
    bool restored = false;                   ///< it has put back what they had left
    Word last_word = Word::alive;
    Shown shown = Shown::unknown;    ///< as it has said itself
    std::optional<HowItEnded> gone;  ///< once it is dead, or as good as dead

    /// Its first frame is, or was, on the screen.
    [[nodiscard]] bool was_ready() const { return phase >= ProcessPhase::welcome; }
};

VisitorState just_started(int generation, LogLines lines, Instant now);
/// An idle welcome screen that another program started in the supervisor's process.
VisitorState taken_over(int generation, Instant now);

/// Pure, as all that follows. A word that would lead back to an earlier phase is a sign of life and no more.
VisitorState after(VisitorState state, Word word, Instant now);
VisitorState after_go(VisitorState state, Instant now);

/// When its silence becomes a hang, its start a failure, or its visit one that it does not end.
Instant deadline(VisitorState const& state, Limits const& limits);
/// Whether its end at `now` counts against what it was started with.
bool is_early(VisitorState const& state, Instant now, Limits const& limits);
/// How it ended, from the status that waitpid gave.
HowItEnded how_it_ended(VisitorState const& state, int status);
/// Whether it crashed or hung while it put back what others had left, untouched by anybody: what one of them did to the
/// X server may be why, and would be again.
bool fell_over_what_was_left(VisitorState const& state);
/// What it is counted as when it is killed for its silence.
HowItEnded how_it_fell_silent(VisitorState const& state);
/// What becomes of what it prints.
LogPolicy log_policy(VisitorState const& state);

}  // namespace halte
