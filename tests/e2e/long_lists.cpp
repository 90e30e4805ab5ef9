/// A list of ten thousand services on the real kiosk: drawing a frame of it must not take so long that the supervisor
/// takes the process for one that hangs.
#include <doctest/doctest.h>

#include "rig/kiosk.h"
#include "rig/long_directory.h"

using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

/// A finger that throws the list up.
void throw_list() {
    constexpr int moves = 6;
    int const height = rig().options().height;
    Point at{rig().options().width / 2, height * 7 / 10};
    rig().down(at);
    for (int move = 0; move < moves; ++move) {
        at.y -= height / 12;
        rest(16ms);
        rig().move(at);
    }
    rig().up();
}

std::string first_service_on(SeenScreen const& screen) {
    for (halte::Node const& node : screen.tree.nodes)
        if (node.id.words.starts_with("open.service.") && 2 * node.visible.h > node.rect.h) return node.id.words;
    return "";
}

}  // namespace

TEST_CASE("A visit goes through a list of ten thousand services in one process, and comes back to its place") {
    Kiosk kiosk({.words = {"--directory", snapshot_with_services(10'000)}});
    kiosk.open_services();
    pid_t const visitor = kiosk.visitor();
    for (int turn = 0; turn < 6; ++turn) {
        kiosk.await_feeling();
        kiosk.await_still();
        kiosk.turn_page();
    }
    for (int throws = 0; throws < 6; ++throws) throw_list();
    kiosk.await_still();
    std::string const service = first_service_on(kiosk.look());
    REQUIRE(service.starts_with("open.service.example-"));
    kiosk.touch(service);
    await(5s, "the page of a service", [&] { return kiosk.look().control(service) == nullptr; });
    kiosk.touch("Retour");
    await(5s, "the same place", [&] { return first_service_on(kiosk.look()) == service; });
    must_not(4s, "another process", [&] { return kiosk.visitor() != visitor; });
    CHECK(kiosk.log() == "");
    kiosk.leave_to_the_next();
}
