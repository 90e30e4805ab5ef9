#pragma once
/// Journeys: what a person does, as a file whose name is the sentence. Each touch names the button as the person reads
/// it and the event it must cause, so that one file is played in three ways: against the pure state machine by its
/// events, against real screens by its names, and by its names on the real kiosk (rig/journey_on_kiosk.h).
///
///   terminal PROFILE LATITUDE LONGITUDE   the kind of place and where it stands; before the first touch
///   clock 2026-12-01 07:00                what the clock on the wall shows
///   touch NAME -> EVENT                   EVENT: language fr | size largest | open services rape | town liege |
///                                         back | leave | continue | start-again; `town` alone is
///                                         near the terminal
///   wait SECONDS                          time passes without a touch
///   brush                                 a touch beside every button
///   here SCREEN [SUBJECT]                 where the person must be
///   phase PHASE                           untouched | running | veiled | ended
///   touches COUNT                         how many touches it took until here
///   see WORDS, never WORDS                on the screen, or not (screens only); the page is turned to its end to look
///   at-once WORDS                         the same, and on the two screens that the product is designed for without
///                                         turning a page

#include <halte/screens.h>

#include <filesystem>
#include <string>
#include <vector>

namespace halte::journeys {

struct Step {
    int line = 0;
    std::string verb;
    std::string words;  ///< NAME of a touch, or what follows the verb
    std::string event;  ///< of a touch
};
struct Journey {
    std::string name;
    std::vector<Step> steps;
};
Journey read(std::filesystem::path const& file);

/// The first step that failed, in a sentence with its line; empty when all went well.
std::string play_on_the_state_machine(Journey const& journey);
std::string play_on_screens(Journey const& journey, Directory const& directory, Terminal const& terminal,
                            ScreenShape const& shape);

}  // namespace halte::journeys
