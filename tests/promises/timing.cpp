/// How long it takes until nothing of a visit is seen any more. A strip beside the exit's key is sampled all the time,
/// so that a frame in between would be seen; the times are those of the samples.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "rig/kiosk.h"
#include "rig/one_rig.h"
#include "rig/watch.h"

using namespace halte::rig;
using halte::Milliseconds;

namespace {

using Way = void (Kiosk::*)();

constexpr Milliseconds late(1000);
constexpr Milliseconds patience(10'000);
constexpr Point corner{2, 2};

Milliseconds seconds(int count) { return std::chrono::seconds(count); }
Milliseconds inactivity() { return seconds(KioskSettings{}.inactivity_seconds); }
Milliseconds time_alone() { return inactivity() + seconds(KioskSettings{}.countdown_seconds); }

struct Change {
    std::int64_t ms = 0;  ///< since the mark
    bool to_welcome = false;
};

/// The pictures that came between the mark of that name and "done". What is on the screen at "begin" is the welcome
/// screen.
std::vector<Change> changes_after(std::string const& mark, std::vector<Seen> const& all) {
    std::vector<Change> changes;
    std::uint64_t now = 0, welcome = 0;
    std::int64_t marked = 0;
    for (Seen const& seen : all) {
        if (seen.mark.empty()) {
            now = seen.picture;
            if (marked != 0) changes.push_back({seen.epoch_ms - marked, now == welcome});
        }
        if (seen.mark == "begin") welcome = now;
        if (seen.mark == mark) marked = seen.epoch_ms;
        if (seen.mark == "done") marked = 0;
    }
    return changes;
}

std::string told(std::vector<Change> const& changes) {
    std::string words;
    for (Change const& change : changes)
        words += fmt::format("{} ms: {}; ", change.ms, change.to_welcome ? "the welcome screen" : "another picture");
    return words;
}

/// A visit on a kiosk that is watched from its welcome screen on.
class WatchedVisit {
public:
    explicit WatchedVisit(Way open) {
        m_kiosk.await_still();
        m_watch.emplace(middle_strip());
        m_watch->mark("begin");
        (m_kiosk.*open)();
    }
    [[nodiscard]] Kiosk& kiosk() { return m_kiosk; }
    void mark(std::string const& words) { m_watch->mark(words); }
    /// Until the next visitor's welcome screen; what came since the mark.
    std::vector<Change> changes_since(std::string const& mark, pid_t leaver, Milliseconds limit) {
        m_kiosk.await_fresh_welcome(leaver, limit);
        m_watch->mark("done");
        return changes_after(mark, m_watch->end());
    }

private:
    Kiosk m_kiosk;
    std::optional<Watch> m_watch;
};

/// The frame after the one with the pressed key is the welcome screen, and no other is seen.
void leaves_in_one_frame(std::string const& from, Way open) {
    WatchedVisit visit(open);
    visit.kiosk().press("leave");
    SeenScreen const pressed = visit.kiosk().look();
    visit.mark("leave");
    rig().up();
    auto const changes = visit.changes_since("leave", pressed.pid, patience);

    SeenScreen const last = visit.kiosk().last_screen_of(pressed.pid);
    CHECK(last.frame == pressed.frame + 1);
    CHECK(last.control("language.fr") != nullptr);
    CHECK(last.control("leave") == nullptr);
    INFO("what followed on the finger: " << told(changes));
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].to_welcome);
    fmt::print("# from {}: the welcome screen was seen {} ms after the finger was lifted\n", from, changes[0].ms);
}

}  // namespace

TEST_CASE("Erase and leave is the welcome screen in the next frame, from the situations") {
    leaves_in_one_frame("the situations", &Kiosk::open_situations);
}
TEST_CASE("Erase and leave is the welcome screen in the next frame, from the services") {
    leaves_in_one_frame("the services", &Kiosk::open_services);
}
TEST_CASE("Erase and leave is the welcome screen in the next frame, from a service") {
    leaves_in_one_frame("a service", &Kiosk::open_service);
}

/// Who touches the welcome screen only sees no other picture; the process is replaced all the same.
TEST_CASE("A visit that only brushed the welcome screen ends in time" * only_pointer) {
    Kiosk kiosk;
    kiosk.await_feeling();
    pid_t const brushed = kiosk.visitor();
    std::int64_t const since = epoch_ms();
    rig().tap(corner);
    kiosk.await_fresh_welcome(brushed, inactivity() + patience);
    std::int64_t const took = kiosk.look().shown_ms - since;
    fmt::print("# a brushed welcome screen was replaced {} ms after the touch, of {} and {} ms\n", took,
               inactivity().count(), late.count());
    CHECK(took <= (inactivity() + late).count());
}

/// The watched strip is the welcome screen by then, and stays so.
TEST_CASE("A visit that is left alone ends in time after the last touch" * only_touchscreen) {
    WatchedVisit visit(&Kiosk::open_service);
    visit.kiosk().await_feeling();
    pid_t const leaver = visit.kiosk().visitor();
    visit.mark("touch");
    rig().tap(corner);
    auto const changes = visit.changes_since("touch", leaver, time_alone() + patience);
    INFO("what followed on the touch: " << told(changes));
    REQUIRE_FALSE(changes.empty());
    Change const last = changes.back();
    fmt::print("# the welcome screen was seen {} ms after the last touch, of {} and {} ms\n", last.ms,
               time_alone().count(), late.count());
    CHECK(last.to_welcome);
    CHECK(last.ms >= time_alone().count());
    CHECK(last.ms <= (time_alone() + late).count());
}
