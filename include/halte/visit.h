#pragma once
/// One person's visit, and the pure function that moves it on. It does no I/O, reads no clock, draws nothing and knows
/// no service: screens look subjects up in the directory. What would harm this visitor if the next one saw it stands
/// here and nowhere else, and ends with the process. It has no printer in src/ on purpose.

#include <halte/event.h>
#include <halte/pace.h>
#include <halte/source_language.h>
#include <string>
#include <vector>

namespace halte {

/// Where a person is: a screen, what it is about, and how far it is scrolled.
struct Place {
    Screen screen = Screen::welcome;
    /// Id of a situation (services, unconfirmed), of a service (service) or of a sentence (words_to_show, shown_words);
    /// which page of places (places); else empty.
    std::string subject;
    float scroll = 0;      ///< reference pixels from the top
    float furthest = 0;    ///< the largest `scroll` that counted as reading on
    float counted = 0;     ///< the last `scroll` that counted as a sign of somebody
    Focus focus{};         ///< what keys act on here, also after having come back to it
    bool by_keys = false;  ///< keys were used here: what they do stands on the page until another one comes
    bool operator==(Place const&) const = default;
};

/// By what this visit is led at the moment. The focus is drawn for keys only.
enum class Hands { finger, keys };

/// untouched: the welcome screen as it started; ended: the welcome screen again, deaf, until the process is replaced.
enum class Phase { untouched, running, veiled, ended };

/// Invariants: `path` is never empty and starts with the welcome screen; an untouched or ended visit has only that.
struct Visit {
    Phase phase = Phase::untouched;
    std::vector<Place> path{Place{}};
    std::string language = source_language;
    std::string left_language{};                   ///< the one that was left to read the source; empty when none was
    std::string other_language = source_language;  ///< of words that `language` has none for
    Appearance appearance;
    std::string seen_service;  ///< id of the one whose page was opened last; empty when none was
    std::string town;          ///< id of the place whose services come first; empty: the terminal's own
    Instant last_sign{};       ///< of somebody: a choice, a scroll, or one of the first touches that changed nothing
    Instant last_choice{};     ///< something was chosen, or a part of a page shown that was not seen before
    int idle_touches = 0;      ///< since then: touches that changed nothing
    Hands hands = Hands::finger;
    Focus focus_on_veil{};
    Instant veiled_since{};
    Pace pace;
    std::string first_language = source_language;  ///< what an ended visit goes back to
    Appearance first_appearance;                   ///< the same

    [[nodiscard]] Place const& here() const { return path.back(); }
    [[nodiscard]] Focus const& focus() const { return phase == Phase::veiled ? focus_on_veil : here().focus; }
    bool operator==(Visit const&) const = default;
};

/// The visit after `event`. While veiled only Continue, StartAgain, Leave, Tick, the focus and the emergency line do
/// anything; the last begins anew, so that nothing of the visit stands behind it. Once ended, nothing does.
[[nodiscard]] Visit next(Visit const& visit, Event const& event);

/// When a Tick will next change what is seen (veil, each second of the countdown, end). Nothing when it never will.
[[nodiscard]] std::optional<Instant> next_change(Visit const& visit, Instant now);

/// Whole seconds left of the veil's countdown, rounded up.
[[nodiscard]] int seconds_left(Visit const& visit, Instant now);

}  // namespace halte
