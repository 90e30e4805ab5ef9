/// The page behind a key that a finger rests on is drawn before the finger is lifted, where painting costs much.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "support/loop/given.h"

using namespace halte;
using given::Machine;

namespace {

std::string const other_place = "Changed while the finger rested";

/// A finger comes down on the emergency line, whose page names the place, and is lifted from it. When it has rested a
/// while the place gets another name: by that is seen when the page was drawn.
struct OnEmergencyLine : Machine {
    explicit OnEmergencyLine(Milliseconds cost, std::function<void(Machine&)> const& meanwhile = {}) {
        present_takes = cost;
        choose_french();
        pass(Milliseconds(1'000));
        touch(FingerPhase::down);
        look([this] { terminal.place_name = other_place; });
        if (meanwhile) look([this, meanwhile] { meanwhile(*this); });
        touch(FingerPhase::up);
        look([this] { is_there = here(); });
        run();
    }
    bool is_there = false;
    bool was_drawn_before = false;

private:
    std::string const place = terminal.place_name;
    void touch(FingerPhase phase) {
        give([this, phase] {
            clock.shown += Milliseconds(400);
            auto const& nodes = canvas.tree().nodes;
            auto const line =
                std::ranges::find(nodes, "open.emergency", [](Node const& node) { return node.id.words; });
            REQUIRE(line != nodes.end());
            return std::vector<Input>{Finger{phase, float(line->rect.x + 20), float(line->rect.y + 20), clock.shown}};
        });
    }
    bool here() {
        std::string all;
        for (Node const& node : canvas.tree().nodes) all += node.name + "\n";
        was_drawn_before = all.find(other_place) == std::string::npos;
        return !was_drawn_before || all.find(place) != std::string::npos;
    }
};

std::vector<std::string> lines_of(AccessibilityTree const& tree) {
    std::vector<std::string> lines;
    for (Node const& node : tree.nodes)
        lines.push_back(fmt::format("{} {} {} {} {} {} {} {}", node.name, node.id.words, node.pressed, node.selected,
                                    node.visible.x, node.visible.y, node.visible.w, node.visible.h));
    return lines;
}

/// A finger on buttons at random, and what each page is then. With `waits` a minute passes while it rests on each, so
/// that no page is shown as it was drawn ahead.
std::vector<std::vector<std::string>> pages_of(unsigned seed, bool waits) {
    std::mt19937 random(seed);
    std::vector<std::vector<std::string>> pages;
    Machine machine;
    machine.present_takes = Milliseconds(20);
    machine.choose_french();
    Finger finger;
    for (int touch = 0; touch < 60; ++touch) {
        machine.give([&] {
            machine.clock.shown += Milliseconds(900);
            pages.push_back(lines_of(machine.canvas.tree()));
            std::vector<PixelRect> keys;
            for (Node const& node : machine.canvas.tree().nodes)
                if (is_control(node.role) && node.id.words != "leave" && node.visible.h > 40)
                    keys.push_back(node.visible);
            PixelRect const& key = keys.at(random() % keys.size());
            finger = {FingerPhase::down, float(key.x + key.w / 2), float(key.y + key.h / 2), machine.clock.shown};
            if (waits) --machine.clock.wall_shown.minute;
            return std::vector<Input>{finger};
        });
        machine.pass(Milliseconds(90));  // in a list it has to rest
        machine.give([&] {
            machine.clock.shown += Milliseconds(20);
            if (waits) ++machine.clock.wall_shown.minute;
            finger.phase = FingerPhase::up;
            finger.at = machine.clock.shown;
            return std::vector<Input>{finger};
        });
        for (int frame = 0; frame < 8; ++frame) machine.pass(Milliseconds(100));
    }
    machine.run();
    return pages;
}

}  // namespace

TEST_CASE("where a frame costs much, the page behind a pressed key is drawn before the finger is lifted") {
    for (int const cost : {12, 13, 70}) {
        CAPTURE(cost);
        OnEmergencyLine const machine{Milliseconds(cost)};
        CHECK(machine.is_there);
        CHECK(machine.was_drawn_before == (cost > 12));
    }
}

TEST_CASE("a page that was drawn ahead of another minute, or of a picture that was lost, is drawn again") {
    OnEmergencyLine const later{Milliseconds(20), [](Machine& machine) { ++machine.clock.wall_shown.minute; }};
    CHECK(later.is_there);
    CHECK_FALSE(later.was_drawn_before);
    OnEmergencyLine const lost{Milliseconds(20), [](Machine& machine) { machine.damaged = true; }};
    CHECK(lost.is_there);
    CHECK_FALSE(lost.was_drawn_before);
}

TEST_CASE("what is drawn ahead is not on the screen, and a finger that slides off leaves the page as it was") {
    Machine machine;
    machine.present_takes = Milliseconds(20);
    machine.choose_french();
    machine.pass(Milliseconds(1'000));
    std::vector<std::string> page;
    PixelRect key;
    int presented = 0;
    machine.look([&] { page = lines_of(machine.canvas.tree()); });
    machine.down(machine.situation(0));
    machine.look([&] {
        presented = machine.count("present");
        key = machine.canvas.tree().button_named(machine.situation(0))->rect;
    });
    for (int step = 0; step < 20; ++step)
        machine.give([&, step] {
            machine.clock.shown += Milliseconds(20);
            auto const x = float(key.x + key.w / 2 - step * key.w / 20);
            return std::vector<Input>{Finger{FingerPhase::move, x, float(key.y + 20), machine.clock.shown}};
        });
    machine.pass(Milliseconds(100));
    machine.look([&] {
        CHECK(lines_of(machine.canvas.tree()) == page);
        CHECK(machine.count("present") == presented + 1);
        REQUIRE_FALSE(machine.painted.empty());
        for (PixelRect const& rect : machine.painted) CHECK(intersection(rect, grown(key, 32)) == rect);
    });
    machine.run();
}

TEST_CASE("the loop wakes when a finger has rested on a card of a list, and a moment before draws nothing ahead") {
    Machine machine;
    machine.present_takes = Milliseconds(20);
    machine.choose_french();
    machine.tap(machine.situation(0));
    machine.pass(Milliseconds(1'000));
    machine.give([&] {
        auto const& nodes = machine.canvas.tree().nodes;
        auto const card = std::ranges::find_if(
            nodes, [](Node const& node) { return node.id.words.starts_with("open.service") && node.visible.h > 40; });
        REQUIRE(card != nodes.end());
        PixelRect const& place = card->visible;
        return std::vector<Input>{
            Finger{FingerPhase::down, float(place.x + 30), float(place.y + 20), machine.clock.shown}};
    });
    machine.look([&] {
        REQUIRE(machine.canvas.expected());
        CHECK(machine.patience.back() == machine.canvas.expected()->from - machine.clock.shown);
        CHECK_FALSE(machine.canvas.show_ahead());
    });
    machine.pass(Milliseconds(60));
    machine.look([&] { CHECK(machine.canvas.show_ahead()); });
    machine.run();
}

TEST_CASE("a page that was drawn ahead is the one that is drawn when the finger is lifted") {
    for (unsigned const seed : {1U, 2U, 3U}) {
        CAPTURE(seed);
        auto const ahead = pages_of(seed, false);
        auto const then = pages_of(seed, true);
        REQUIRE(ahead.size() == then.size());
        for (std::size_t page = 0; page < ahead.size(); ++page) {
            CAPTURE(page);
            CHECK(ahead[page] == then[page]);
        }
    }
}
