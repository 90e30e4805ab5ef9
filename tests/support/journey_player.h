#pragma once
/// What all ways of playing a journey share: what a touch must cause, the visit as the pure state machine has it, time,
/// and where the person must be.

#include <halte/screens.h>

#include <string>
#include <utility>

#include "journey.h"

namespace halte::journeys {

/// Before and after the mark; all of it and nothing where there is none.
std::pair<std::string, std::string> split_at(std::string const& text, std::string const& mark);
/// Journeys are typed with plain spaces; screens keep some words together with unbreakable ones.
std::string plain(std::string words);

struct Player {
    Visit visit{};
    Instant now{};
    int touches = 0;

    void happen(What what) { visit = next(visit, {now, std::move(what)}); }
    /// What a journey's words say that a touch causes: "open services rape".
    void happen_as(std::string const& event);
    void wait(std::string const& seconds);
    /// For `here`, `phase` and `touches`: a sentence when it is not as the step says.
    [[nodiscard]] std::string check(Step const& step) const;

private:
    [[nodiscard]] std::string state(std::string const& verb) const;
};

/// Puts the terminal where a step `terminal` says, in that kind of place.
void stand(Terminal& terminal, Step const& step);
/// "2026-12-01 07:00", in seconds of the epoch by this process's time zone.
std::time_t time_of(std::string const& words);

/// The first step for which `play` gives a sentence; that sentence.
template <class Play>
std::string first_fault(Journey const& journey, Play const& play) {
    for (Step const& step : journey.steps)
        if (std::string const fault = play(step); !fault.empty()) return fault;
    return "";
}

}  // namespace halte::journeys
