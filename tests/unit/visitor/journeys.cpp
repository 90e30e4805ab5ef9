/// Every journey by a keypad, by two switches and by one, through the frame loop of the product with a given clock:
/// after each press the person must be where the same journey leads by the pure state machine.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/loop/journey_by_keys.h"

using namespace halte;
using journeys::Hand;
using journeys::Step;

TEST_CASE("every journey leads to the same screens by a keypad, by two switches and by one") {
    for (auto const& file : given::journey_files()) {
        auto const journey = journeys::read(file);
        for (Hand const hand : journeys::hands_with_keys) {
            INFO(fmt::format("{} by {}", journey.name, name_of(hand)));
            CHECK(given::play_by_keys(journey, hand) == "");
        }
    }
}

TEST_CASE("a journey that is wrong is found wrong by keys, too") {
    auto const play = [](Step const& step) {
        return given::play_by_keys({"", {step, {2, "phase", "running", ""}}}, Hand::keypad);
    };
    CHECK(play({1, "touch", "Français", "language fr"}) == "");
    CHECK(play({1, "touch", "Nirgendwo", "back"}) != "");
    CHECK(play({1, "touch", "Français", "language nl"}) != "");
    CHECK(play({1, "see", "Nirgendwo", ""}) != "");
    CHECK(play({1, "never", "Français", ""}) != "");
    CHECK(play({1, "here", "situations", ""}) != "");
}
