/// Every journey on the real kiosk. How they are played elsewhere: tests/unit/screens/journeys.cpp.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "rig/effort.h"
#include "rig/journey_on_kiosk.h"

using namespace halte::rig;
namespace journeys = halte::journeys;

/// The directory that the kiosk shows, and the clock by which it does.
static halte::Directory played_directory() {
    halte::use_timezone("Europe/Brussels");
    return std::move(halte::Directory::open_bytes(halte::embedded_snapshot()).value());
}

static std::vector<std::filesystem::path> all_files() {
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator(HALTE_SOURCE "/tests/journeys"))
        files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

/// Every day two of them are played by each of the other hands.
static std::vector<std::filesystem::path> files_by_keys() {
    if (effort().all) return all_files();
    std::filesystem::path const folder = HALTE_SOURCE "/tests/journeys";
    return {folder / "a-person-finds-a-number-in-three-touches.journey",
            folder / "white-on-black-is-chosen-and-gone-with-the-visit.journey"};
}

TEST_CASE("a keypad, two switches and one switch lead to the same screens on the real kiosk") {
    halte::Directory const directory = played_directory();
    for (auto const& file : files_by_keys()) {
        auto const journey = journeys::read(file);
        for (journeys::Hand const hand : journeys::hands_with_keys) {
            INFO(fmt::format("{} by {}", journey.name, journeys::name_of(hand)));
            CHECK(play_on_kiosk(journey, directory, hand) == "");
        }
    }
}

TEST_CASE("every journey holds on the real kiosk") {
    halte::Directory const directory = played_directory();
    auto const files = all_files();
    for (auto const& file : files) {
        auto const journey = journeys::read(file);
        INFO(journey.name);
        CHECK(play_on_kiosk(journey, directory) == "");
    }
    CHECK(files.size() >= 24);
    MESSAGE(touches_unfelt(), " touches had to be made twice");
    CHECK(touches_unfelt() <= 2);
}

TEST_CASE("a journey that is wrong is found wrong on the real kiosk") {
    halte::Directory const directory = played_directory();
    auto const play = [&](journeys::Step const& step) { return play_on_kiosk({"", {step}}, directory); };
    CHECK(play({1, "touch", "Nirgendwo", "back"}) != "");
    CHECK(play({1, "touch", "Français", "language nl"}) != "");
    CHECK(play({1, "see", "Nirgendwo", ""}) != "");
    CHECK(play({1, "never", "Français", ""}) != "");
    CHECK(play({1, "here", "situations", ""}) != "");
    CHECK(play({1, "touches", "1", ""}) != "");
    CHECK(play({1, "phase", "veiled", ""}) != "");
}
