/// Nobody gets out of the kiosk, however they press and touch: random chords of keys, taps, five fingers and drags over
/// the edges come at full speed, while visits begin and end. 10,000 chords when --count does not say it. On the X
/// server with a touchscreen only: its keys and fingers are those of devices.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "rig/effort.h"
#include "rig/one_rig.h"
#include "rig/random_hands.h"
#include "rig/story.h"
#include "rig/windows.h"

using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

constexpr int everyday_chords = 10'000;
constexpr int gust = 400;

KeyPlaces const& places() {
    static KeyPlaces const found = find_places();
    return found;
}

/// The keys of two languages' buttons and of the exit are hit more often.
void storm(int chords) {
    static unsigned seed = effort().seed;
    rig().storm(chords, ++seed, {places().language, places().exit, places().exit});
}

/// Windows on the screen that are no visitor process's, and those that are too many.
std::set<std::string> foreign_windows(Kiosk const& kiosk) {
    std::set<std::string> found;
    std::set<pid_t> owners;
    auto const ours = children_of(kiosk.supervisor());
    for (RootWindow const& window : root_windows()) {
        if (std::ranges::count(ours, window.owner) == 0)
            found.insert(fmt::format("a window of process {}", window.owner));
        if (!owners.insert(window.owner).second) found.insert(fmt::format("two windows of process {}", window.owner));
    }
    return found;
}

/// Between two looks a process may have come or gone, so what is wrong must be so twice.
std::set<std::string> foreign_windows_twice(Kiosk const& kiosk) {
    if (auto first = foreign_windows(kiosk); first.empty()) return first;
    rest(200ms);
    return foreign_windows(kiosk);
}
void insist_on_our_windows(Kiosk const& kiosk) {
    auto const foreign = foreign_windows_twice(kiosk);
    insist(foreign.empty(), fmt::format("There was {}", fmt::join(foreign, " and ")));
}

bool is_untouched_welcome(Kiosk& kiosk, pid_t visitor) {
    SeenScreen const& now = kiosk.look();
    return is_welcome(now) && now.pid == visitor && !presses_something(now);
}

/// The storm, and what is there after it.
struct Stormed {
    Story story;

    Stormed() {
        places();
        Kiosk kiosk;
        story.play("the storm", [&] { rage(kiosk); });
        story.play("the log", [&] { insist(kiosk.log().empty(), "Halte's log says: " + kiosk.log()); });
        story.play("the screen after it", [&] { end_clean(kiosk); });
    }

private:
    static void rage(Kiosk& kiosk) {
        int const chords = effort().count.value_or(everyday_chords);
        fmt::print("# {} chords with the seed {}\n", chords, effort().seed);
        int come = 0, ended = 0;
        for (pid_t last = kiosk.visitor(); come < chords; come += gust) {
            // At full speed, and then a moment for the visitors to answer in, so that their visits begin and end.
            storm(gust);
            insist_on_our_windows(kiosk);
            kiosk.await_still(10s);
            kiosk.await_feeling();
            insist(kiosk.halte().runs(), fmt::format("Halte ended after {} chords", come + gust));
            if (std::exchange(last, kiosk.visitor()) != kiosk.visitor()) ++ended;
        }
        fmt::print("# {} chords, and at least {} visits that ended meanwhile\n", come, ended);
        insist(ended > 0, "No visit ended meanwhile");
    }

    /// The keys may have names in another language by now, but the exit is where it was.
    static void end_clean(Kiosk& kiosk) {
        kiosk.await_feeling();
        kiosk.await_still();
        if (is_welcome(kiosk.look())) open(kiosk);
        pid_t const last = kiosk.visitor();
        rig().tap(places().exit);
        kiosk.await_fresh_welcome(last);
        kiosk.await_picture(places().welcome);
        insist_on_our_windows(kiosk);
        await(3s, "one window only", [] { return root_windows().size() == 1; });
    }

    /// A welcome screen may still be that of a visit which the storm has ended, and deaf: then the next one's is there
    /// for the second try.
    static void open(Kiosk& kiosk) {
        try {
            kiosk.open_situations();
        } catch (Missed const&) {
            kiosk.open_situations();
        }
    }
};
Story const& stormed() {
    static Stormed const played;
    return played.story;
}

/// From the situations. The process that is left.
pid_t leave_and_rest(Kiosk& kiosk, halte::Milliseconds pause) {
    kiosk.open_situations();
    kiosk.await_feeling();
    pid_t const leaver = kiosk.visitor();
    rig().tap(places().exit);
    rest(pause);
    return leaver;
}

}  // namespace

TEST_CASE("Nobody gets out of random chords and touches, and no window is there but ours" * only_touchscreen) {
    stormed().tell("the storm");
}

TEST_CASE("Nothing crashed meanwhile" * only_touchscreen) { stormed().tell("the log"); }

TEST_CASE("After the storm the screen is the first start's to the pixel" * only_touchscreen) {
    stormed().tell("the screen after it");
}

/// More touches than frames can be drawn, on a key that draws something each time. A second is the longest that the
/// visit is busy with them; on a slow machine its frames are far apart meanwhile.
TEST_CASE("A flood of touches neither hangs a visit nor keeps it busy" * only_touchscreen) {
    Kiosk kiosk;
    kiosk.open_services();
    kiosk.await_feeling();
    kiosk.await_still(3s);
    pid_t const visit = kiosk.visitor();
    REQUIRE(kiosk.look().page_key() != nullptr);
    Point const key = middle_of(*kiosk.look().page_key());
    for (int touch = 0; touch < 1500; ++touch) rig().tap(key);
    rest(2s);
    kiosk.await_still(3s);
    CHECK(kiosk.visitor() == visit);
    CHECK(kiosk.log() == "");
    kiosk.leave();
    kiosk.await_fresh_welcome(visit, 5s);
}

/// The second tap of a double tap, on the same place and on the place of a language's key, a little later every time.
TEST_CASE("A second tap in the moment of the swap lands nowhere" * only_touchscreen) {
    places();
    Kiosk kiosk;
    for (auto pause = 0ms; pause <= 300ms; pause += 20ms) {
        INFO("after " << pause.count() << " ms");
        pid_t const leaver = leave_and_rest(kiosk, pause);
        rig().tap(places().exit);
        rig().tap(places().language);
        kiosk.await_fresh_welcome(leaver);
        pid_t const next = kiosk.visitor();
        must_not(250ms, "an answer to a second tap", [&] { return !is_untouched_welcome(kiosk, next); });
    }
    kiosk.await_picture(places().welcome);
}

/// The finger comes down before the swap, on what will be a language's key, and is lifted when the next visitor feels.
TEST_CASE("A touch held down through the swap does nothing in the next visit" * only_touchscreen) {
    places();
    Kiosk kiosk;
    for (auto const pause : {0ms, 20ms, 60ms, 200ms}) {
        INFO("after " << pause.count() << " ms");
        pid_t const leaver = leave_and_rest(kiosk, pause);
        rig().down(places().language);
        kiosk.await_fresh_welcome(leaver);
        kiosk.await_feeling();
        pid_t const next = kiosk.visitor();
        rig().move(places().language);
        rig().up();
        must_not(400ms, "an answer to a held touch", [&] { return !is_untouched_welcome(kiosk, next); });
    }
    kiosk.await_picture(places().welcome);
}

/// The control of the two above.
TEST_CASE("The same touch counts when it comes later" * only_touchscreen) {
    places();
    Kiosk kiosk;
    kiosk.await_feeling();
    rig().down(places().language);
    rest(30ms);
    rig().up();
    await(5s, "the situations", [&] { return is_situations(kiosk.look()); });
}

TEST_CASE("A window that is not ours is found" * only_touchscreen) {
    Kiosk const kiosk;
    Process const plain({.words = {programs() / "plain-program"}});
    CHECK(comes_about(5s, [&] { return !foreign_windows_twice(kiosk).empty(); }));
}

TEST_CASE("The same storm ends a plain program" * only_touchscreen) {
    places();
    Process plain({.words = {programs() / "plain-program"}});
    await(5s, "a plain program's window", [] { return !root_windows().empty(); });
    storm(100);
    CHECK(comes_about(3s, [&] { return !plain.runs(); }));
}
