#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "support/journey.h"
#include "support/scenes.h"

using namespace halte;

namespace {

std::vector<std::filesystem::path> files() {
    std::vector<std::filesystem::path> found;
    for (auto const& entry : std::filesystem::directory_iterator(HALTE_SOURCE "/tests/journeys"))
        if (entry.path().extension() == ".journey") found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    REQUIRE(found.size() >= 8);
    return found;
}

}  // namespace

TEST_CASE("every journey holds on the pure state machine") {
    for (auto const& file : files()) {
        auto const journey = journeys::read(file);
        INFO(journey.name);
        CHECK(journeys::play_on_the_state_machine(journey) == "");
    }
}

// tests/sanitize chooses some of the shapes.
TEST_CASE("every journey holds on real screens of every shape") {
    Directory const directory = Directory::open_bytes(embedded_snapshot()).value();
    Terminal const terminal = scenes::example_terminal(directory);
    for (auto const& shape : scenes::audited_shapes()) SUBCASE(shape.name.c_str()) {
            for (auto const& file : files()) {
                auto const journey = journeys::read(file);
                INFO(journey.name << " on " << shape.name);
                CHECK(journeys::play_on_screens(journey, directory, terminal, shape.shape) == "");
            }
        }
}

TEST_CASE("a social worker in Namur finds who helps in Liège in four touches") {
    Directory const directory = Directory::open_bytes(embedded_snapshot()).value();
    Terminal terminal = scenes::example_terminal(directory);
    terminal.coordinates = Coordinates{50.4669, 4.86746};
    journeys::Journey const journey{"",
                                    {{1, "touch", "Français", "language fr"},
                                     {2, "touch", "Viol ou agression sexuelle", "open services rape"},
                                     {3, "see", "Près d’ici", ""},
                                     {4, "touch", "Autre ville", "open places"},
                                     {5, "see", "Ici, près de cet écran", ""},
                                     {6, "touch", "Liège", "town liege"},
                                     {7, "here", "services rape", ""},
                                     {8, "see", "et environs", ""},
                                     {9, "never", "Près d’ici", ""},
                                     {10, "see", "CPVS Liège", ""}}};
    for (auto const& shape : scenes::audited_shapes()) {
        INFO(shape.name);
        CHECK(journeys::play_on_screens(journey, directory, terminal, shape.shape) == "");
    }
}

TEST_CASE("a journey that is wrong is found wrong") {
    Directory const directory = Directory::open_bytes(embedded_snapshot()).value();
    Terminal const terminal = scenes::example_terminal(directory);
    ScreenShape const shape = scenes::audited_shapes()[1].shape;
    auto const play = [&](journeys::Step const& step) {
        return journeys::play_on_screens({"", {step}}, directory, terminal, shape);
    };
    CHECK(play({1, "touch", "Nirgendwo", "back"}) != "");
    CHECK(play({1, "touch", "Français", "language nl"}) != "");
    CHECK(play({1, "see", "Nirgendwo", ""}) != "");
    CHECK(play({1, "never", "Français", ""}) != "");
    CHECK(play({1, "here", "situations", ""}) != "");
    CHECK(play({1, "at-once", "107", ""}) != "");
    CHECK(play({1, "touches", "1", ""}) != "");
    CHECK(journeys::play_on_the_state_machine({"", {{1, "phase", "ended", ""}}}) != "");
}
