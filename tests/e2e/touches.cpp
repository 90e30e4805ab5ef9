/// What a finger does to the screen under it.
#include <doctest/doctest.h>

#include "rig/kiosk.h"

using namespace halte::rig;
using halte::Milliseconds;
using namespace std::chrono_literals;

namespace {

constexpr auto subject = "Viol ou agression sexuelle";
constexpr auto first_line = "Maintenant, si vous voulez";

Point at_the_top_edge() { return {rig().options().width / 2, 20}; }

/// Moves in the middle of the screen, upwards or downwards, in a tenth of a second, and does not lift the finger.
void drag(int from_y, int to_y) {
    int const x = rig().options().width / 2;
    rig().down({x, from_y});
    for (int step = 1; step <= 10; ++step) {
        rest(10ms);
        rig().move({x, from_y + (to_y - from_y) * step / 10});
    }
}

/// The list of services, and by how many pixels it stands higher than at first.
class List {
public:
    List() {
        kiosk.open_services();
        kiosk.await_feeling();
        kiosk.await_still();
        m_top = top();
    }

    /// Once it stands still.
    int moved() {
        kiosk.await_still();
        return m_top - top();
    }
    /// The middle of its first service's key that can be seen.
    Point key() {
        for (auto const& node : kiosk.look().tree.nodes)
            if (node.id.words.starts_with("open.service.") && node.visible.h > 0) return middle_of(node);
        throw Missed("The list has no key.");
    }
    bool is_there() { return kiosk.look().anywhere(first_line) != nullptr; }

    Kiosk kiosk;

private:
    int top() {
        auto const* const line = kiosk.look().anywhere(first_line);
        if (line == nullptr) throw Missed("The list's first line is gone.");
        return line->rect.y;
    }

    int m_top = 0;
};

/// As a trembling hand or a bouncing glass makes them.
void touch_twice(Point at, Milliseconds between) {
    rig().tap(at);
    rest(between);
    rig().tap(at);
}

}  // namespace

TEST_CASE("Quick touches count where they fell") {
    Kiosk kiosk;
    Point const french = kiosk.reach("Français");
    kiosk.keep_busy([&] {
        rig().tap(french);
        rig().tap(at_the_top_edge());
    });
    await(5s, "the situations", [&] { return is_situations(kiosk.look()); });
}

TEST_CASE("A button acts when the finger is lifted") {
    Kiosk kiosk;
    kiosk.open_situations();
    kiosk.press(subject);
    must_not(300ms, "an action before the release", [&] { return is_services(kiosk.look()); });
    rig().up();
    await(3s, "the services", [&] { return is_services(kiosk.look()); });
}

/// The finger comes to rest on the neighbour, which must not act either.
TEST_CASE("Sliding off a button cancels it") {
    Kiosk kiosk;
    kiosk.open_situations();
    kiosk.press(subject);
    halte::PixelRect const key = kiosk.look().control(subject)->visible;
    for (int step = 1; step <= 8; ++step) {
        rig().move({key.x + key.w / 2 + key.w * step / 8, key.y + key.h / 2});
        rest(10ms);
    }
    await(3s, "a button that was let go", [&] { return !presses_something(kiosk.look()); });
    rig().up();
    must_not(400ms, "an action of a button the finger had left", [&] { return !is_situations(kiosk.look()); });
}

/// Three tries: on a machine that is busy all the moves of a finger may arrive at once, as if it had rested.
TEST_CASE("A list runs on after the finger is lifted") {
    int moved = 0;
    for (int attempt = 1; attempt <= 3 && moved <= 360; ++attempt) {
        List list;
        drag(600, 300);
        rig().up();
        moved = list.moved();
        MESSAGE("try ", attempt, ": the list moved ", moved, " pixels");
    }
    CHECK(moved > 360);
}

/// The control of the one above: the same drag, but the finger rests before it is lifted.
TEST_CASE("A list stays under a finger that rested") {
    List list;
    drag(600, 300);
    rest(400ms);
    rig().up();
    int const moved = list.moved();
    CHECK(moved > 220);
    CHECK(moved <= 300);
}

/// Dragged twice, to where services stand close together. Tries, until the finger has come down on a key of a list that
/// ran: on a machine that is busy the list may have come to rest before.
TEST_CASE("A finger on a running list only stops it") {
    bool only_stopped = false;
    for (int attempt = 0; attempt < 20 && !only_stopped; ++attempt) {
        List list;
        Point const finger{list.key().x, 400 + attempt % 6 * 30};
        drag(600, 200);
        rig().up();
        drag(600, 300);
        rig().up();
        rest(20ms);
        rig().tap(finger);
        rest(400ms);
        if (!list.is_there()) continue;
        CHECK(list.moved() > 600);
        only_stopped = list.kiosk.look().tree.button_at(finger.x, finger.y) != nullptr;
    }
    CHECK(only_stopped);
}

/// What ran by under the finger was not meant, but the exit did not run.
TEST_CASE("The exit works while a list runs") {
    List list;
    pid_t const leaver = list.kiosk.visitor();
    Point const exit = middle_of(*list.kiosk.look().control("leave"));
    drag(600, 200);
    rig().up();
    rig().tap(exit);
    list.kiosk.await_fresh_welcome(leaver, 5s);
}

TEST_CASE("Two contacts close together open one page") {
    for (Milliseconds const between : {15ms, 80ms, 250ms}) {
        INFO(between.count(), " ms between them");
        Kiosk kiosk;
        touch_twice(kiosk.reach("Français"), between);
        await(5s, "the situations", [&] { return is_situations(kiosk.look()); });
        must_not(400ms, "a second page", [&] { return !is_situations(kiosk.look()); });
    }
}

TEST_CASE("Back touched twice goes back once") {
    for (Milliseconds const between : {15ms, 120ms, 250ms}) {
        INFO(between.count(), " ms between them");
        Kiosk kiosk;
        kiosk.open_service();
        touch_twice(kiosk.reach("Retour"), between);
        await(5s, "the services", [&] { return kiosk.look().control("SOS Viol, 0800 98 100") != nullptr; });
        must_not(400ms, "a page before that", [&] { return is_situations(kiosk.look()); });
    }
}

/// The finger misses the key by the last pixels that count as its own.
TEST_CASE("A touch a little beside a key is on it") {
    Kiosk kiosk;
    kiosk.open_situations();
    kiosk.reach("Retour");
    halte::PixelRect const key = kiosk.look().control("Retour")->visible;
    pid_t const leaver = kiosk.visitor();
    rig().tap({key.x + key.w / 2, key.bottom() + 13});
    kiosk.await_fresh_welcome(leaver, 5s);
}

/// From the end the key leads back to the top.
TEST_CASE("The page key goes down and back to the top") {
    List list;
    list.kiosk.turn_page();
    CHECK(list.moved() > 300);
    int pages = 1;
    for (int last = 0, moved = list.moved(); pages < 60 && moved != last && moved != 0; ++pages) {
        last = moved;
        list.kiosk.turn_page();
        moved = list.moved();
    }
    CHECK(pages > 2);
    CHECK(list.moved() == 0);
}
