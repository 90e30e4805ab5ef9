#include "touch.h"

#include <doctest/doctest.h>

#include <cmath>

#include "page_stops.h"
#include "support/instants.h"

using namespace halte;
using halte::test::at_ms;

namespace {

/// A list of 2000 px in a viewport of 500, a button in it and the page key below it; 4 px are 1 mm.
struct Screen {
    AccessibilityTree tree;
    TouchMachine machine;
    float offset = 0;
    Touchables on;

    Screen() {
        tree.mm_per_px = 0.25F;
        tree.nodes.push_back({.role = Role::button,
                              .name = "card",
                              .id = {"card"},
                              .rect = {100, 100, 300, 120},
                              .visible = {100, 100, 300, 120}});
        tree.nodes.push_back({.role = Role::button,
                              .name = "page",
                              .id = {"turn-page"},
                              .turns_page = true,
                              .rect = {100, 600, 100, 100},
                              .visible = {100, 600, 100, 100}});
        on = {.tree = &tree, .viewport = {0, 0, 500, 500}, .most_scroll = 1500, .page = 425, .px_per_mm = 4};
    }
    Outcome touch(FingerPhase phase, float x, float y, int when) {
        Outcome const outcome = machine.finger({phase, x, y, at_ms(when)}, on, offset);
        if (outcome.scrolled) offset = *outcome.scrolled;
        return outcome;
    }
    void let_run(int from, int until) {
        for (int when = from; when <= until; when += 16) {
            Outcome const outcome = machine.advance(at_ms(when), on, offset);
            if (outcome.scrolled) offset = *outcome.scrolled;
        }
    }
};

}  // namespace

TEST_CASE("a button acts when the finger is lifted, not when it comes down") {
    Screen screen;
    CHECK_FALSE(screen.touch(FingerPhase::down, 150, 150, 0).activated);
    CHECK(screen.machine.pressed() == ControlId{"card"});
    CHECK(screen.touch(FingerPhase::up, 152, 151, 90).activated == ControlId{"card"});
    CHECK_FALSE(screen.machine.pressed());
}

TEST_CASE("a finger presses at once where nothing scrolls, and in a list when it has rested for a moment") {
    Screen screen;
    screen.touch(FingerPhase::down, 150, 650, 0);
    CHECK(screen.machine.expected() == Expected{{"turn-page"}, at_ms(0)});
    screen.touch(FingerPhase::up, 150, 650, 50);
    CHECK_FALSE(screen.machine.expected());
    screen.touch(FingerPhase::down, 150, 150, 1'000);
    CHECK(screen.machine.expected() == Expected{{"card"}, at_ms(1'080)});
    screen.touch(FingerPhase::move, 152, 152, 1'060);  // it trembles
    CHECK(screen.machine.expected() == Expected{{"card"}, at_ms(1'080)});
    screen.touch(FingerPhase::move, 152, 157, 1'070);
    CHECK(screen.machine.expected() == Expected{{"card"}, at_ms(1'150)});
    screen.touch(FingerPhase::move, 152, 180, 1'090);
    CHECK_FALSE(screen.machine.expected());  // it drags
}

TEST_CASE("sliding off a button cancels it, and coming back does not press it again") {
    Screen screen;
    screen.on.most_scroll = 0;
    screen.touch(FingerPhase::down, 150, 150, 0);
    screen.touch(FingerPhase::move, 150, 220, 50);
    screen.touch(FingerPhase::move, 150, 290, 60);
    CHECK_FALSE(screen.machine.pressed());
    screen.touch(FingerPhase::move, 150, 150, 100);
    CHECK_FALSE(screen.touch(FingerPhase::up, 150, 150, 120).activated);
}

TEST_CASE("a trembling finger still presses the button it came down on") {
    Screen screen;
    screen.touch(FingerPhase::down, 150, 150, 0);
    screen.touch(FingerPhase::move, 152, 166, 40);
    screen.touch(FingerPhase::move, 149, 142, 80);
    CHECK(screen.touch(FingerPhase::up, 151, 158, 120).activated == ControlId{"card"});
    CHECK(screen.offset == 0);
}

TEST_CASE("dragging scrolls, presses nothing, and stays between the ends") {
    Screen screen;
    screen.touch(FingerPhase::down, 150, 150, 0);
    screen.touch(FingerPhase::move, 150, 130, 16);
    screen.touch(FingerPhase::move, 150, 110, 32);
    screen.touch(FingerPhase::move, 150, 10, 60);
    CHECK(screen.offset == doctest::Approx(100));
    CHECK_FALSE(screen.touch(FingerPhase::up, 150, 10, 300).activated);
    screen.touch(FingerPhase::down, 450, 20, 1000);
    for (int step = 1; step <= 20; ++step)
        screen.touch(FingerPhase::move, 450, 20 + float(step) * 23, 1000 + step * 10);
    CHECK(screen.offset == 0);
}

TEST_CASE("a flick runs on, slows down and stops by itself") {
    Screen screen;
    for (int step = 0; step <= 6; ++step)
        screen.touch(step == 0 ? FingerPhase::down : FingerPhase::move, 450, 400 - float(step) * 20, step * 10);
    screen.touch(FingerPhase::up, 450, 280, 62);
    float const lifted = screen.offset;
    CHECK(screen.machine.moving());
    screen.let_run(78, 400);
    CHECK(screen.offset > lifted + 50);
    screen.let_run(416, 3000);
    CHECK_FALSE(screen.machine.moving());
}

TEST_CASE("a finger on a running list stops it and presses nothing that ran by") {
    Screen screen;
    for (int step = 0; step <= 6; ++step)
        screen.touch(step == 0 ? FingerPhase::down : FingerPhase::move, 450, 400 - float(step) * 30, step * 10);
    screen.touch(FingerPhase::up, 450, 220, 62);
    screen.let_run(78, 94);
    screen.touch(FingerPhase::down, 150, 150, 100);
    CHECK_FALSE(screen.machine.moving());
    CHECK_FALSE(screen.touch(FingerPhase::up, 150, 150, 180).activated);
}

TEST_CASE("the page key turns a page, and at the end leads back to the top") {
    Screen screen;
    auto const press = [&](int when) {
        screen.touch(FingerPhase::down, 120, 620, when);
        screen.touch(FingerPhase::up, 120, 620, when + 50);
        screen.let_run(when + 66, when + 400);
    };
    press(0);
    CHECK(screen.offset == doctest::Approx(425));
    for (int turn = 1; turn < 4; ++turn) press(turn * 1000);
    CHECK(screen.offset == doctest::Approx(1500));
    press(9000);
    CHECK(screen.offset == doctest::Approx(0));
}

TEST_CASE("two quick touches of the page key turn two pages") {
    Screen screen;
    for (int when : {0, 120}) {
        screen.touch(FingerPhase::down, 150, 650, when);
        screen.touch(FingerPhase::up, 150, 650, when + 40);
        screen.let_run(when + 40, when + 100);
    }
    screen.let_run(220, 600);
    CHECK(screen.offset == doctest::Approx(850));
}

TEST_CASE("with the largest text nothing moves by itself") {
    Screen screen;
    screen.on.motion = false;
    screen.touch(FingerPhase::down, 120, 620, 0);
    CHECK(screen.touch(FingerPhase::up, 120, 620, 50).scrolled == doctest::Approx(425));
    CHECK_FALSE(screen.machine.moving());
}

TEST_CASE("a key that the sill covers is not pressed, nor is it by a touch beside it") {
    Screen screen;
    screen.tree.nodes.push_back({.role = Role::band, .rect = {0, 150, 800, 400}, .visible = {0, 150, 800, 400}});
    screen.tree.nodes.push_back({.role = Role::button,
                                 .name = "exit",
                                 .id = {"exit"},
                                 .rect = {600, 200, 100, 100},
                                 .visible = {600, 200, 100, 100}});
    for (float const y : {152.0F, 180.0F, 225.0F}) {
        screen.touch(FingerPhase::down, 150, y, int(y) * 1000);
        CHECK_FALSE(screen.touch(FingerPhase::up, 150, y, int(y) * 1000 + 40).activated);
    }
    screen.touch(FingerPhase::down, 590, 250, 900'000);
    CHECK(screen.touch(FingerPhase::up, 590, 250, 900'040).activated == ControlId{"exit"});
}

TEST_CASE(
    "a turn of the page stops above what it would cut, where that fits on a page, and goes on past what does not") {
    Screen screen;
    auto& nodes = screen.tree.nodes;
    int const list = int(nodes.size());
    nodes.push_back({.role = Role::scroll_area, .rect = {0, 0, 500, 500}});
    auto const place = [&](Role role, int top, int height) {
        nodes.push_back({.role = role, .name = "piece", .parent = list, .rect = {100, top, 300, height}});
    };
    place(Role::button, 20, 200);
    place(Role::button, 350, 200);  // cut at the foot of the first page
    place(Role::panel, 600, 900);   // longer than a page
    place(Role::text, 1550, 40);    // a title, and its line edge to edge below
    place(Role::text, 1590, 60);
    place(Role::button, 1700, 100);
    Scrolled const shown{&screen.tree, {0, 0, 500, 500}, 0, 1500, 425, 20, 8};
    CHECK(next_stop(shown, 0) == 350 - 8);
    CHECK(next_stop(shown, 342) == 342 + 425);
    CHECK(next_stop(shown, 1140) == 1500);
    Scrolled longer = shown;
    longer.most_scroll = 3000;
    CHECK(next_stop(longer, 1140) == 1550 - 8);
    longer.offset = 50;  // at which the tree was drawn: everything stands 50 px deeper in the list
    CHECK(next_stop(longer, 0) == 350 + 50 - 8);
}
