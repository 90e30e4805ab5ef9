/// Nothing of a visit is in any memory after it has crashed, a sample of the paths of crashes.cpp. Without --all only
/// those that are most unlike a kill, which is among the tests of memory.cpp. Each visit is found in its process first.
#include <doctest/doctest.h>
#include <sys/resource.h>

#include <csignal>

#include "hunt.h"
#include "rig/windows.h"

using namespace halte::promises;
using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

using Crash = void (*)(Follower&);

// Where a program of the tests fails, a finger makes it draw or look at its clock.

void abort_it(Follower& visit) { kill(visit.visitor(), SIGABRT); }
void stop_it(Follower& visit) { kill(visit.visitor(), SIGSTOP); }

void cut_its_connection(Follower& visit) {
    auto const top = top_window();
    REQUIRE(top);
    REQUIRE(top->owner == visit.visitor());
    cut_connection(*top);
}

void take_its_memory(Follower& visit) {
    rlimit const nearly_none{65536, 65536};
    for (auto const what : {RLIMIT_AS, RLIMIT_DATA})
        REQUIRE(prlimit(visit.visitor(), what, &nearly_none, nullptr) == 0);
    auto const [width, height] = std::pair(rig().options().width, rig().options().height);
    for (int touch = 0; touch < 40; ++touch) {
        if (is_gone(visit.visitor())) return;
        rig().tap({width / 2, height * (touch % 8 + 1) / 9});
        rest(20ms);
    }
    visit.leave();
}

void fail_its_graphics(Follower& visit) {
    kill(visit.visitor(), SIGRTMIN + 3);
    visit.leave();
}

void put_its_clock_forward(Follower& visit) {
    kill(visit.visitor(), SIGRTMIN + 1);
    rig().tap({2, 2});
}

void check_nothing_is_left_after(Crash crash, fs::path const& program = "halte-visitor") {
    if (may_not_read_memory()) return;
    Kiosk const kiosk({.settings = unhurried(), .words = {"--directory", hunt().snapshot}, .visitor = program});
    Follower visit(hunt().everything.route, kiosk.supervisor());
    visit.follow();
    visit.await_next();
    Found const before = hunt().search(visit.visitor());
    CHECK(before.has("name", "UTF-8, as it is"));
    CHECK(before.has("name", "coverage of"));
    crash(visit);
    check_nothing(left_by(visit, kiosk, doctest::getContextOptions()->currentTest->m_name));
}

}  // namespace

TEST_CASE("A scout finds the way to everything") {
    if (may_not_read_memory()) return;
    CHECK(hunt().everything.route.steps.size() >= 7);
}

TEST_CASE("Nothing of a visit is in any memory after its end by lost connection") {
    check_nothing_is_left_after(cut_its_connection);
}
TEST_CASE("Nothing of a visit is in any memory after its end by no memory") {
    check_nothing_is_left_after(take_its_memory);
}
TEST_CASE("Nothing of a visit is in any memory after its end by failing graphics") {
    check_nothing_is_left_after(fail_its_graphics, "faulty-visitor");
}
TEST_CASE("Nothing of a visit is in any memory after its end by day forward") {
    check_nothing_is_left_after(put_its_clock_forward, "faulty-visitor");
}
TEST_CASE("Nothing of a visit is in any memory after its end by abort" * doctest::skip()) {
    check_nothing_is_left_after(abort_it);
}
TEST_CASE("Nothing of a visit is in any memory after its end by stop" * doctest::skip()) {
    check_nothing_is_left_after(stop_it);
}
