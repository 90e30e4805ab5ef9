/// The frame loop of a visit, played through the product's canvas and directory.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/loop/given.h"

using namespace halte;
using given::Machine;
using Told = std::vector<std::string>;

namespace {

Told from(Told const& told, std::size_t place) { return {told.begin() + std::ptrdiff_t(place), told.end()}; }

/// Plays steps on the situations screen.
struct OnSituations : Machine {
    OnSituations() { choose_french(); }
};

/// Plays steps on the list of the first situation.
struct OnList : OnSituations {
    OnList() { tap(situation(0)); }
};

}  // namespace

TEST_CASE("nothing is shown before go, and then a frame at once, and that it is ready after it") {
    Machine machine;
    CHECK(machine.run() == ExitCode::closed);
    machine.told.resize(7);
    CHECK(machine.told ==
          Told{"prepared", "asks the screen", "waits, well", "asks the screen", "show", "present", "ready"});
}

TEST_CASE("a process that is awaited confines itself behind its first frame, and before a finger is felt") {
    Machine machine;
    bool confined_by_then = false;
    machine.look([&] { confined_by_then = machine.count("confine") == 1; });
    CHECK(machine.run() == ExitCode::closed);
    auto const shown = std::ranges::find(machine.told, "present");
    REQUIRE(machine.told.end() - shown > 3);
    CHECK(Told(shown, shown + 4) == Told{"present", "ready", "confine", "restored"});
    CHECK(confined_by_then);
    CHECK(machine.count("confine") == 1);
}

TEST_CASE("a process that waits is confined by then") {
    Machine machine;
    machine.awaited = false;
    CHECK(machine.run() == ExitCode::closed);
    REQUIRE(machine.told.size() > 4);
    machine.told.resize(4);
    CHECK(machine.told == Told{"prepared", "confine", "asks the screen", "waits, well"});
}

TEST_CASE("a process that cannot confine itself ends and feels nobody, awaited or not") {
    for (bool const awaited : {true, false}) {
        CAPTURE(awaited);
        Machine machine;
        machine.awaited = awaited;
        machine.can_confine = false;
        bool felt = false;
        machine.look([&] { felt = true; });
        CHECK(machine.run() == ExitCode::not_confined);
        CHECK_FALSE(felt);
        CHECK(machine.count("show") == (awaited ? 1 : 0));
        CHECK(machine.count("restored") == 0);
    }
}

TEST_CASE("what the dead have left is taken away when the first screen is there, before a finger is felt") {
    Machine machine;
    machine.dead = std::vector<pid_t>{12, 34};
    CHECK(machine.run() == ExitCode::closed);
    auto const confined = std::ranges::find(machine.told, "confine");
    REQUIRE(machine.told.end() - confined > 3);
    CHECK(Told(confined, confined + 4) ==
          Told{"confine", "puts back what 12 left", "puts back what 34 left", "restored"});
}

TEST_CASE("a process to which nobody says any more that those before it are dead ends and feels nobody") {
    Machine machine;
    machine.dead.reset();
    bool felt = false;
    machine.look([&] { felt = true; });
    CHECK(machine.run() == ExitCode::ok);
    CHECK_FALSE(felt);
    CHECK(machine.count("restored") == 0);
}

TEST_CASE("a process that cannot put the window system back ends and feels nobody") {
    Machine machine;
    machine.spoilt = {"pointer map"};
    bool felt = false;
    machine.look([&] { felt = true; });
    CHECK(machine.run() == ExitCode::spoilt_server);
    CHECK_FALSE(felt);
    CHECK(machine.count("ready") == 1);
    CHECK(machine.count("restored") == 0);
}

TEST_CASE("a picture that putting the window system back has cost is drawn before the loop sleeps") {
    Machine machine;
    machine.putting_back_costs_the_picture = true;
    CHECK(machine.run() == ExitCode::closed);
    REQUIRE_FALSE(machine.patience.empty());
    CHECK(machine.patience.front() == Milliseconds(0));
    CHECK(machine.count("present") == 2);
}

TEST_CASE("without go nothing is ever shown") {
    Machine machine;
    machine.go = false;
    CHECK(machine.run() == ExitCode::ok);
    CHECK(machine.count("show") == 0);
    CHECK(machine.count("present") == 0);
    CHECK(machine.count("ready") == 0);
}

TEST_CASE("a screen that changed its size while the process waited is not covered") {
    Machine machine;
    machine.fits = false;
    CHECK(machine.run() == ExitCode::no_display);
    CHECK(machine.count("waits, not well") == 1);
    CHECK(machine.count("show") == 0);
}

TEST_CASE("a screen that changes its size ends the run at the next beat, which is not said") {
    OnSituations machine;
    int beats = 0;
    machine.give([&] {
        machine.fits = false;
        beats = machine.count("alive");
        machine.clock.shown += beat_interval;
        return std::vector<Input>();
    });
    bool went_on = false;
    machine.look([&] { went_on = true; });
    CHECK(machine.run() == ExitCode::no_display);
    CHECK(beats > 0);
    CHECK(machine.count("alive") == beats);
    CHECK_FALSE(went_on);
}

TEST_CASE("a surface that fails ends the run, before ready or after it") {
    Machine at_once;
    at_once.fails = true;
    CHECK(at_once.run() == ExitCode::no_graphics);
    CHECK(at_once.count("ready") == 0);
    Machine later;
    later.look([&] { later.fails = true; });
    CHECK(later.run() == ExitCode::no_graphics);
    CHECK(later.count("ready") == 1);
}

TEST_CASE("for half a second the first screen feels nothing, and then it does") {
    Machine machine;
    std::string const french = machine.terminal.languages.front().endonym;
    machine.tap(french);
    machine.look([&] {
        CHECK(machine.count("touched") == 0);
        CHECK(machine.shows(french));
    });
    machine.pass(Milliseconds(400));
    machine.tap(french);
    machine.look([&] {
        CHECK(machine.count("touched") == 1);
        CHECK(machine.shows(machine.situation(0)));
    });
    machine.run();
}

TEST_CASE("touched is said before anything else comes of the touch, and once") {
    Machine machine;
    machine.pass(Milliseconds(600));
    std::size_t before = 0;
    machine.look([&] { before = machine.told.size(); });
    machine.tap(machine.terminal.languages.front().endonym);
    machine.run();
    auto const after = from(machine.told, before);
    REQUIRE_FALSE(after.empty());
    CHECK(after.front() == "touched");
    CHECK(machine.count("touched") == 1);
}

TEST_CASE("a veil that falls due while a finger is down lies over the page before the finger is lifted") {
    for (int const cost : {0, 20}) {  // the page behind the key is drawn ahead where frames cost more
        CAPTURE(cost);
        OnSituations machine;
        machine.present_takes = Milliseconds(cost);
        machine.down(machine.situation(0));
        machine.give([&] {
            machine.clock.shown += Milliseconds(60'000);
            Finger finger = machine.finger_on(machine.situation(0), FingerPhase::up);
            return std::vector<Input>{finger};
        });
        machine.look([&] {
            CHECK(machine.count("veiled") == 1);
            CHECK(machine.shows(machine.say("veil.continue")));
        });
        machine.tap(machine.say("veil.continue"));
        machine.look([&] {
            CHECK(machine.count("touched") == 2);
            CHECK(machine.shows(machine.situation(0)));
            CHECK(machine.shows(machine.situation(1)));
        });
        CHECK(machine.run() == ExitCode::closed);
    }
}

TEST_CASE("a finger that is lifted in time opens the page") {
    OnSituations machine;
    machine.tap(machine.situation(0));
    machine.look([&] { CHECK_FALSE(machine.shows(machine.situation(1))); });
    machine.run();
    CHECK(machine.count("veiled") == 0);
}

TEST_CASE("of two taps that came together the second one meets the page that the first one opened") {
    OnSituations machine;
    machine.give([&] {
        std::vector<Input> taps;
        for (std::size_t const door : {0, 1}) {
            machine.clock.shown += Milliseconds(400);
            taps.emplace_back(machine.finger_on(machine.situation(door), FingerPhase::down));
            machine.clock.shown += Milliseconds(60);
            taps.emplace_back(machine.finger_on(machine.situation(door), FingerPhase::up));
        }
        return taps;
    });
    machine.pass(Milliseconds(400));
    machine.run();
    CHECK(std::ranges::count(machine.frames.back(), machine.situation(0)) == 1);
    CHECK(std::ranges::count(machine.frames.back(), machine.situation(1)) == 0);
}

TEST_CASE("inputs that waited longer than a second are forgotten, and those that did not are felt") {
    for (int const waited : {900, 1'100}) {
        CAPTURE(waited);
        OnSituations machine;
        machine.give([&] {
            machine.clock.shown += Milliseconds(400);
            std::vector<Input> late{machine.finger_on(machine.situation(0), FingerPhase::down),
                                    machine.finger_on(machine.situation(0), FingerPhase::up)};
            machine.clock.shown += Milliseconds(waited);
            return late;
        });
        machine.look([&] { CHECK(machine.shows(machine.situation(1)) == (waited > 1'000)); });
        machine.run();
    }
}

TEST_CASE("under a flood of inputs the loop still says that it is alive, and whoever leaves is let go") {
    OnSituations machine;
    int beats = 0;
    machine.look([&] { beats = machine.count("alive"); });
    constexpr int floods = 10;
    for (int flood = 0; flood < floods; ++flood)
        machine.give([&] {
            std::vector<Input> many;
            for (int finger = 0; finger < 300; ++finger)
                many.emplace_back(Finger{finger % 2 == 0 ? FingerPhase::down : FingerPhase::up,
                                         float(finger * 37 % 1900), float(finger * 91 % 200), machine.clock.shown});
            machine.clock.shown += beat_interval;
            return many;
        });
    machine.look([&] { CHECK(machine.count("alive") == beats + floods); });
    machine.tap(machine.say("sill.leave"));
    machine.run();
    CHECK(machine.count("ended") == 1);
}

TEST_CASE("the first screen is drawn over every buffer before the end is said, and nothing is felt after it") {
    OnList machine;
    std::size_t before = 0;
    machine.look([&] { before = machine.told.size(); });
    machine.tap(machine.say("sill.leave"));
    std::string const french = machine.terminal.languages.front().endonym;
    machine.tap(french);
    machine.look([&] { CHECK(machine.shows(french)); });
    machine.run();
    auto const after = from(machine.told, before);
    auto const ended = std::ranges::find(after, "ended");
    REQUIRE(ended - after.begin() >= 3);
    CHECK(Told(ended - 3, ended) == Told{"present", "present", "present"});
    CHECK(std::ranges::count(ended, after.end(), "present") == 0);  // no key sinks under a finger
    CHECK(std::ranges::count(after, "touched") == 0);
    REQUIRE(machine.frames.size() >= 3);
    for (std::size_t back = 1; back <= 3; ++back)
        CHECK(machine.frames[machine.frames.size() - back] == machine.frames.front());
}

TEST_CASE("when a minute passes, a list is drawn again, and the situations are not") {
    for (bool const on_list : {true, false}) {
        CAPTURE(on_list);
        OnSituations machine;
        if (on_list) machine.tap(machine.situation(0));
        machine.pass(Milliseconds(1'000));  // what moves comes to rest
        machine.pass(Milliseconds(1'000));
        int swaps = 0;
        machine.look([&] { swaps = machine.count("present"); });
        machine.look([&] {
            CHECK(machine.count("present") == swaps);
            ++machine.clock.wall_shown.minute;
        });
        machine.look([&] { CHECK(machine.count("present") == swaps + (on_list ? 1 : 0)); });
        machine.run();
    }
}

TEST_CASE("where a frame costs more than 12 ms a page is there at once, and what moves does so in fewer frames") {
    for (int const cost : {12, 13, 30, 70}) {
        CAPTURE(cost);
        OnSituations machine;
        machine.present_takes = Milliseconds(cost);
        machine.pass(Milliseconds(1'000));
        machine.tap(machine.situation(0));
        machine.pass(Milliseconds(0));
        machine.look([&] { CHECK(machine.canvas.moving() == (cost <= 12)); });
        machine.pass(Milliseconds(1'000));
        machine.pass(Milliseconds(1'000));
        for (auto const phase : {FingerPhase::down, FingerPhase::up})
            machine.give([&machine, phase] {
                machine.clock.shown += Milliseconds(60);
                auto const& nodes = machine.canvas.tree().nodes;
                auto const key = std::ranges::find_if(nodes, &Node::turns_page);
                REQUIRE(key != nodes.end());
                return std::vector<Input>{
                    Finger{phase, float(key->rect.x + 20), float(key->rect.y + 20), machine.clock.shown}};
            });
        machine.pass(Milliseconds(0));
        machine.look([&] {
            CHECK(machine.canvas.moving());
            CHECK(machine.patience.back() == Milliseconds(cost <= 12 ? 16 : std::min(2 * cost, 100)));
        });
        machine.run();
    }
}

TEST_CASE("a press paints the key and no more, and nothing that looks the same is painted") {
    OnSituations machine;
    machine.pass(Milliseconds(1'000));
    machine.pass(Milliseconds(1'000));
    machine.down(machine.situation(0));
    machine.look([&] {
        REQUIRE_FALSE(machine.painted.empty());
        PixelRect const key = machine.canvas.tree().button_named(machine.situation(0))->rect;
        for (PixelRect const& rect : machine.painted) CHECK(intersection(rect, grown(key, 32)) == rect);
        machine.damaged = true;  // and the buffer holds what it held
    });
    machine.look([&] { CHECK(machine.painted.empty()); });
    machine.run();
}

TEST_CASE("each second of the countdown is drawn") {
    OnSituations machine;
    machine.pass(Milliseconds(46'000));
    int swaps = 0;
    machine.look([&] { swaps = machine.count("present"); });
    for (int second = 0; second < 5; ++second) machine.pass(Milliseconds(1'000));
    machine.look([&] { CHECK(machine.count("present") == swaps + 5); });
    machine.run();
    CHECK(machine.count("veiled") == 1);
}

TEST_CASE("a picture that the surface lost is drawn again, and nothing else is without a change") {
    OnSituations machine;
    machine.pass(Milliseconds(1'000));
    machine.pass(Milliseconds(1'000));
    int swaps = 0;
    machine.look([&] { swaps = machine.count("present"); });
    machine.pass(Milliseconds(1'000));
    machine.look([&] {
        CHECK(machine.count("present") == swaps);
        machine.damaged = true;
    });
    machine.look([&] { CHECK(machine.count("present") == swaps + 1); });
    machine.run();
}

TEST_CASE("the loop sleeps until the next beat at most, and no longer than a minute may go unnoticed") {
    Machine untouched;
    untouched.pass(Milliseconds(600));
    untouched.pass(Milliseconds(0));
    untouched.run();
    CHECK(untouched.patience.back() == beat_interval);
    OnSituations machine;
    machine.look([&] { CHECK(machine.patience.back() == Milliseconds(16)); });  // a page fades in
    machine.run();
}
