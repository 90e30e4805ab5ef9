/// The whole X server dies in the middle of a visit, and comes back later.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "rig/kiosk.h"
#include "rig/story.h"

using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

void every_process_ends(Kiosk& kiosk) {
    auto const processes = children_of(kiosk.supervisor());
    insist(!processes.empty(), "There was no visitor process");
    auto const since = epoch_ms();
    rig().kill_server();
    for (pid_t const process : processes) await_gone(process, 5s);
    fmt::print("# {} processes were gone {} ms after the server's death\n", processes.size(), epoch_ms() - since);
}

void await_log(Kiosk const& kiosk, std::string const& words) {
    await(10s, "\"" + words + "\" in the log", [&] { return kiosk.log_says(words); });
}

void it_is_called_by_its_name(Kiosk const& kiosk) {
    await_log(kiosk, "a visitor process lost its screen");
    for (std::string const word : {"crashed", "was silent"})
        insist(!kiosk.log_says(word), "The log says \"" + word + "\"");
}

/// Between two tries there is no process at all.
void it_tries_again_at_growing_intervals(Kiosk const& kiosk) {
    for (int const seconds : {1, 2}) await_log(kiosk, fmt::format("the next visitor process starts in {} s.", seconds));
    await(2s, "a moment without a visitor process", [&] { return children_of(kiosk.supervisor()).empty(); });
}

/// The wait that has just begun is of two seconds, and the next one would be of four.
void it_returns_with_the_server(Kiosk& kiosk, pid_t last, Picture const& welcome) {
    auto const since = epoch_ms();
    rig().start_again();
    kiosk.await_fresh_welcome(last, 20s);
    kiosk.await_picture(welcome);
    fmt::print("# the welcome screen was there {} ms after the start of the new server\n",
               kiosk.look().shown_ms - since);
}

void a_visit_is_possible(Kiosk& kiosk, Picture const& welcome) {
    kiosk.open_service();
    kiosk.leave();
    kiosk.await_picture(welcome, 5s);
}

Story played() {
    Story story;
    RigInstead const own;
    Kiosk kiosk;
    auto const play = [&](std::string const& stage, std::function<void()> const& deed) {
        story.play(stage, [&] {
            try {
                deed();
            } catch (Missed const& fault) {
                throw Missed(fault.what() + ("\nThe log: " + kiosk.log()));
            }
        });
    };
    Picture const welcome = rig().still_picture();
    kiosk.open_service();
    pid_t const last = kiosk.visitor();
    play("the death", [&] { every_process_ends(kiosk); });
    play("its name", [&] { it_is_called_by_its_name(kiosk); });
    play("the intervals", [&] { it_tries_again_at_growing_intervals(kiosk); });
    play("the return", [&] { it_returns_with_the_server(kiosk, last, welcome); });
    play("another visit", [&] { a_visit_is_possible(kiosk, welcome); });
    play("the end", [&] {
        insist(kiosk.halte().runs(), "halte is gone");
        insist(kiosk.end() == 0, "halte did not end with status 0");
    });
    return story;
}

/// A visit whose X server dies under it.
Story const& loss() {
    static Story const story = played();
    return story;
}

}  // namespace

TEST_CASE("Every process of a visit ends with the X server") { loss().tell("the death"); }
TEST_CASE("A lost X server is no crash") { loss().tell("its name"); }
TEST_CASE("The supervisor tries again at growing intervals") { loss().tell("the intervals"); }
TEST_CASE("The welcome screen returns with the X server") { loss().tell("the return"); }
TEST_CASE("A visit is possible again") { loss().tell("another visit"); }
TEST_CASE("The supervisor was the same all the time") { loss().tell("the end"); }
