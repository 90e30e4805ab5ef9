#pragma once
/// What the supervisor does next, from what it knows: pure, so that tests read it as a table. It knows no pipe, no
/// process number and no signal; the loop carries out what is decided here, and asks again until nothing is left to do.

#include <variant>

#include "visitor_state.h"

namespace halte {

enum class Which {
    current,  ///< the process on the screen, or on its way there while the screen is nobody's
    next,     ///< the one behind it
};

/// The two processes, what one that starts now would be started with, and what waits to be done.
struct World {
    std::optional<VisitorState> current;
    std::optional<VisitorState> next;
    int generation = 0;
    Directive directive = Directive::start_given;
    LogLines lines = LogLines::as_they_come;
    Instant start_at{};                    ///< before this no process is started, because others have failed
    bool program_may_be_replaced = false;  ///< SIGHUP has come since the supervisor's own program was looked at
    Limits limits;
};

/// It has been silent for too long: it is killed, and gone as `how` says.
struct Kill {
    Which which;
    HowItEnded how;
    bool operator==(Kill const&) const = default;
};
/// It is gone: how it ended is counted, and its place is free.
struct CountEnd {
    Which which;
    bool operator==(CountEnd const&) const = default;
};
/// It is of no more use: it is killed, nothing is counted, and its place is free.
struct Discard {
    Which which;
    bool operator==(Discard const&) const = default;
};
/// The next process is on the screen: what failed before is forgotten.
struct CountServed {
    bool operator==(CountServed const&) const = default;
};
/// The next process takes the place of the current one, which is free.
struct Promote {
    bool operator==(Promote const&) const = default;
};
/// It is told to map its window.
struct SayGo {
    Which which;
    bool operator==(SayGo const&) const = default;
};
struct Start {
    Which which;
    Directive directive;
    LogLines lines;
    bool operator==(Start const&) const = default;
};
/// If the supervisor's own program was replaced on the disk, that one is executed in this process, and takes over the
/// welcome screen.
struct RenewProgram {
    bool operator==(RenewProgram const&) const = default;
};
using Action = std::variant<Kill, CountEnd, Discard, CountServed, Promote, SayGo, Start, RenewProgram>;

struct Decision {
    std::vector<Action> actions;  ///< in this order; empty when everything is as it should be
    std::optional<Instant> wake;  ///< when that changes although no word and no signal comes; nothing: never
    bool operator==(Decision const&) const = default;
};
/// The first thing that is not as it should be, and what puts it right. To be asked again once that is done.
Decision decide(World const& world, Instant now);

}  // namespace halte
