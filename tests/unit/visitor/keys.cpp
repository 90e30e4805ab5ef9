/// A visit by keys and by switches, played through the frame loop, the product's canvas and its directory.
#include <doctest/doctest.h>
#include <halte/enumerators.h>
#include <algorithm>

#include <set>

#include "support/loop/given.h"

using namespace halte;
using given::Machine;
using Meaning = halte::KeyMeaning;

namespace {

/// Where the focus is after each of the steps that were played so far.
struct ByKeys : Machine {
    std::vector<std::string> seen;
    ByKeys() { pass(Milliseconds(600)); }
    void note() {
        look([this] { seen.push_back(focus()); });
    }
    void press(KeyMeaning meaning) {
        key(meaning);
        note();
    }
    /// In French, on the page of situations.
    void open_situations() {
        press(Meaning::next);
        press(Meaning::activate);
    }
    void choose_switches(Switches switches) { terminal.switches = switches; }
};

using Seen = std::vector<std::string>;

}  // namespace

TEST_CASE("the focus appears with the first key, which does nothing else, and goes with the first touch") {
    for (KeyMeaning const meaning :
         {Meaning::next, Meaning::previous, Meaning::next_group, Meaning::previous_group, Meaning::activate}) {
        ByKeys machine;
        machine.note();
        machine.press(meaning);
        machine.down(machine.terminal.languages[1].endonym);
        machine.note();
        machine.run();
        CHECK(machine.seen == Seen{"", "language.fr", ""});
    }
}

TEST_CASE("keys go through a page in reading order and stop at its ends") {
    ByKeys machine;
    machine.press(Meaning::next);
    machine.press(Meaning::next);
    machine.press(Meaning::previous);
    machine.press(Meaning::previous);
    std::size_t const languages = machine.terminal.languages.size();
    for (std::size_t at = 0; at < languages + 3; ++at) machine.press(Meaning::next);
    machine.run();
    CHECK(Seen(machine.seen.begin(), machine.seen.begin() + 4) ==
          Seen{"language.fr", "language.nl", "language.fr", "language.fr"});
    CHECK(machine.seen[3 + languages - 1] == "language." + machine.terminal.languages.back().code);
    CHECK(machine.seen[3 + languages] == "open.emergency");
    CHECK(machine.seen.back() == "open.emergency");
}

TEST_CASE("the focus is where a page begins, and back finds it where it was") {
    ByKeys machine;
    machine.open_situations();
    machine.press(Meaning::next);
    std::string opened;
    machine.press(Meaning::activate);
    machine.look([&] { opened = machine.seen[machine.seen.size() - 2]; });
    machine.press(Meaning::back);
    machine.run();
    CHECK(machine.seen[1].starts_with("open."));
    CHECK(opened.starts_with("open."));
    CHECK(machine.seen[3] != opened);
    CHECK_FALSE(machine.seen[3].empty());
    CHECK(machine.seen.back() == opened);
}

TEST_CASE("what has the focus can be seen, whole, above the sill, on every page of a long list") {
    ByKeys machine;
    machine.open_situations();
    machine.press(Meaning::next_group);
    machine.press(Meaning::activate);
    std::set<std::string> met;
    for (int at = 0; at < 60; ++at) {
        machine.key(Meaning::next);
        machine.look([&] {
            auto const& nodes = machine.canvas.tree().nodes;
            auto const found = std::ranges::find(nodes, machine.canvas.focus().control, &Node::id);
            REQUIRE(found != nodes.end());
            CHECK_MESSAGE(found->visible == found->rect, found->name);
            met.insert(found->id.words);
        });
    }
    machine.run();
    CHECK(met.count("leave") == 1);
    CHECK(met.size() > 8);
}

TEST_CASE("back that is held for two seconds erases everything and leaves") {
    ByKeys machine;
    machine.open_situations();
    machine.press(Meaning::activate);
    machine.hold(Meaning::back);
    machine.pass(Milliseconds(1'990));
    machine.look([&] { CHECK(machine.count("ended") == 0); });
    machine.pass(Milliseconds(10));
    machine.look([&] { CHECK(machine.count("ended") == 1); });
    machine.note();
    machine.run();
    CHECK(machine.seen.back().empty());
}

TEST_CASE("with keys the veil waits for two minutes, and its focus stands on continue") {
    ByKeys machine;
    machine.open_situations();
    machine.pass(Milliseconds(119'000));
    machine.look([&] { CHECK(machine.count("veiled") == 0); });
    machine.pass(Milliseconds(2'000));
    machine.look([&] { CHECK(machine.count("veiled") == 1); });
    machine.note();
    machine.press(Meaning::activate);
    machine.look([&] { CHECK(machine.shows(machine.situation(0))); });
    machine.run();
    CHECK(machine.seen[2] == "continue");
}

TEST_CASE("any key that means something is a sign of somebody, and is told at once") {
    for (std::size_t meaning = 0; meaning < count_of_values<KeyMeaning>(); ++meaning) {
        if (KeyMeaning(meaning) == Meaning::back || KeyMeaning(meaning) == Meaning::leave) continue;
        CAPTURE(meaning);
        ByKeys machine;
        machine.choose_french();
        machine.key(KeyMeaning(meaning));
        for (int time = 0; time < 5; ++time) {
            machine.pass(Milliseconds(119'000));
            machine.key(KeyMeaning(meaning));
        }
        machine.run();
        CHECK(machine.count("veiled") == 0);
        CHECK(machine.count("touched") >= 6);
    }
}

TEST_CASE("a key that fires without a hand does not keep a visit for ever, whatever it is for") {
    for (Meaning const meaning : {Meaning::next, Meaning::help, Meaning::activate, Meaning::back, Meaning::again}) {
        CAPTURE(int(meaning));
        ByKeys machine;
        machine.open_situations();
        for (int time = 0; time < 600; ++time) machine.key(meaning);
        machine.run();
        CHECK(machine.count("ended") == 1);
    }
}

TEST_CASE("the first touch after keys presses what it is on, and waits as long as any touch") {
    ByKeys machine;
    machine.open_situations();
    machine.pass(Milliseconds(110'000));
    machine.tap(machine.situation(8));  // in a row that the legend of the keys has made lower
    machine.look([&] { CHECK_FALSE(machine.shows(machine.situation(8))); });
    machine.pass(Milliseconds(44'000));
    machine.look([&] { CHECK(machine.count("veiled") == 0); });
    machine.pass(Milliseconds(2'000));
    machine.look([&] { CHECK(machine.count("veiled") == 1); });
    machine.run();
}

TEST_CASE("a page that is opened by keys stands at its beginning, however far down its first control is") {
    for (ScreenShape const& shape : {ScreenShape{1024, 768, 15, 600}, ScreenShape{800, 480, 7, 600}}) {
        ByKeys machine;
        machine.canvas = ShownCanvas::create(shape, icons_of(machine.directory), false).value();
        machine.first.appearance.text_size = TextSize::largest;
        machine.choose_french();
        machine.press(Meaning::next);
        machine.look([&] {
            auto const& nodes = machine.canvas.tree().nodes;
            auto const area = std::ranges::find(nodes, Role::scroll_area, &Node::role);
            REQUIRE(area != nodes.end());
            auto const content = std::find_if(area + 1, nodes.end(), [](Node const& node) { return node.rect.h > 0; });
            REQUIRE(content != nodes.end());
            CHECK(content->rect.y >= area->rect.y);
        });
        machine.run();
        CHECK_FALSE(machine.seen.back().empty());
    }
}

TEST_CASE("a finger between ends what a held key has begun") {
    ByKeys machine;
    machine.open_situations();
    machine.hold(Meaning::next);
    machine.tap(machine.situation(1));
    std::string place;
    machine.look([&] { place = machine.focus(); });
    machine.pass(Milliseconds(5'000));
    machine.pass(Milliseconds(5'000));
    machine.look([&] { CHECK(machine.focus() == place); });
    machine.run();
}

TEST_CASE("after the end nothing wakes the loop but the heartbeat") {
    ByKeys machine;
    machine.choose_switches(Switches::one);
    machine.press(Meaning::activate);
    machine.key(Meaning::leave);
    machine.pass(Milliseconds(5'000));
    machine.pass(Milliseconds(1));
    machine.look([&] { CHECK(machine.patience.back().value_or(beat_interval) > Milliseconds(1)); });
    machine.run();
    CHECK(machine.count("ended") == 1);
}

TEST_CASE("keys are not felt before fingers are, nor once the visit is over") {
    Machine early;
    early.give([&] { return std::vector<Input>{KeyPress{Meaning::next, early.clock.shown}}; });
    early.look([&] { CHECK(early.focus().empty()); });
    early.run();
    ByKeys late;
    late.open_situations();
    late.key(Meaning::leave);
    late.press(Meaning::next);
    late.run();
    CHECK(late.count("ended") == 1);
    CHECK(late.seen.back().empty());
}

TEST_CASE("the key for help opens the page about keys, wherever it is pressed") {
    ByKeys machine;
    machine.open_situations();
    machine.press(Meaning::help);
    machine.look([&] { CHECK(machine.frames.back().size() > 0); });
    machine.look([&] {
        auto const& names = machine.frames.back();
        CHECK(std::ranges::count(names, machine.say("keys.do")) == 1);
    });
    machine.press(Meaning::back);
    machine.look([&] { CHECK(machine.shows(machine.situation(0))); });
    machine.run();
    CHECK_FALSE(machine.seen.back().empty());
}

TEST_CASE("two switches go through groups, into one, and out of it again") {
    ByKeys machine;
    machine.choose_switches(Switches::two);
    machine.press(Meaning::next);
    machine.press(Meaning::activate);
    std::size_t const in_a_row = 4;
    for (std::size_t at = 0; at < in_a_row; ++at) machine.press(Meaning::next);
    machine.press(Meaning::next);
    machine.run();
    CHECK(machine.seen[0] == "+language.fr");
    CHECK(machine.seen[1] == "language.fr");
    CHECK(machine.seen[2] == "language.nl");
    CHECK(machine.seen[1 + in_a_row] == "+language.fr");
    CHECK(machine.seen[2 + in_a_row].starts_with("+language."));
    CHECK(machine.seen[2 + in_a_row] != "+language.fr");
}

TEST_CASE("with one switch the focus goes on by itself, twice round the page, and waits for the next press") {
    ByKeys machine;
    machine.choose_switches(Switches::one);
    machine.press(Meaning::activate);
    machine.pass(Milliseconds(3'930));
    machine.note();
    machine.pass(Milliseconds(10));
    machine.note();
    Seen round;
    for (int step = 0; step < 36; ++step) {
        machine.pass(Milliseconds(2'000));
        machine.look([&] { round.push_back(machine.focus()); });
    }
    machine.run();
    CHECK(Seen(machine.seen.begin(), machine.seen.begin() + 2) == Seen{"+language.fr", "+language.fr"});
    CHECK(machine.seen[2] != "+language.fr");
    CHECK(std::ranges::count(round, "open.emergency") + std::ranges::count(round, "+open.emergency") > 0);
    CHECK(std::set(round.end() - 10, round.end()).size() == 1);
}

TEST_CASE("one switch opens what it stopped at, and goes on from where the next page begins") {
    ByKeys machine;
    machine.choose_switches(Switches::one);
    machine.press(Meaning::activate);
    machine.press(Meaning::activate);
    machine.press(Meaning::activate);
    machine.look([&] { CHECK(machine.shows(machine.situation(0))); });
    machine.pass(Milliseconds(4'100));
    machine.pass(Milliseconds(0));
    machine.note();
    machine.run();
    CHECK(machine.seen[1] == "language.fr");
    CHECK(machine.seen[2].starts_with("+open."));
    CHECK(machine.seen[3].starts_with("+"));
    CHECK(machine.seen[3] != machine.seen[2]);
}

TEST_CASE("a list that a switch's focus goes through by itself does not keep the visit") {
    ByKeys machine;
    machine.choose_switches(Switches::one);
    machine.first.phase = Phase::running;
    machine.first.language = "fr";
    machine.first.path = {{.screen = Screen::welcome}, {.screen = Screen::services, .subject = "rape"}};
    machine.first.last_sign = machine.first.last_choice = machine.clock.shown;
    machine.key(Meaning::activate);
    std::set<float> standings;
    for (int second = 0; second < 118; ++second) {
        machine.pass(Milliseconds(1'000));
        machine.look([&] {
            CHECK(machine.count("veiled") == 0);
            standings.insert(machine.canvas.scroll_left());
        });
    }
    machine.pass(Milliseconds(2'000));
    machine.look([&] { CHECK(machine.count("veiled") == 1); });
    machine.run();
    CHECK(standings.size() > 5);
}

TEST_CASE("holding a switch does nothing more, and a trembling hand presses once") {
    ByKeys machine;
    machine.choose_switches(Switches::two);
    machine.press(Meaning::next);
    machine.hold(Meaning::next);
    for (int time = 0; time < 4; ++time) machine.pass(Milliseconds(2'000));
    machine.note();
    machine.give([&] {
        std::vector<Input> trembles;
        for (int at = 0; at < 4; ++at) {
            Instant const when = machine.clock.shown + Milliseconds(40 * at);
            trembles.emplace_back(KeyPress{Meaning::activate, when, 40, true});
            trembles.emplace_back(KeyPress{Meaning::activate, when + Milliseconds(20), 40, false});
        }
        return trembles;
    });
    machine.note();
    machine.run();
    CHECK(machine.seen[1] != machine.seen[0]);
    CHECK(machine.seen[2] == machine.seen[1].substr(1));
}
