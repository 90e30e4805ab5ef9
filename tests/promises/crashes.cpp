/// Random visits that end in every way but the right one. Each ends on the first start's picture, within the time that
/// the supervisor's table gives it; the process is gone, and nothing of it is left in the kiosk's /tmp, /dev/shm or in
/// shared memory. A process that crashes while it still puts the X server back ends the session instead (e2e/session),
/// and the next one begins with that picture. 50 visits, half of them on each rig, when --count does not say it.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>

#include "random_crashes.h"
#include "rig/effort.h"
#include "rig/skip.h"
#include "rig/staging.h"
#include "rig/story.h"

using namespace halte::promises;
using namespace halte::rig;
using namespace std::chrono_literals;
using halte::Milliseconds;

namespace {

constexpr int everyday_visits = 50;

bool needs_root() {
    if (getuid() == 0) return false;
    skip("a kiosk with a /tmp of its own needs root");
    return true;
}

/// A file in each place, and shared memory whose maker is gone.
std::vector<std::string> found_of_what_is_planted(SmallWorld& world) {
    std::vector const planted{world.inside("tmp/run/planted"), world.inside("dev/shm/planted"),
                              rig().folder() / "planted"};
    for (fs::path const& file : planted) write_file(file, "");
    std::string const said = run({"ipcmk", "-M", "4096"}).said;
    int const id = std::stoi(said.substr(said.find_last_of(' ')));
    for (SharedMemory const& piece : shared_memory())
        if (piece.id == id) world.remember_process(piece.maker);
    auto const found = world.leftovers();
    for (fs::path const& file : planted) fs::remove(file);
    run({"ipcrm", "-m", std::to_string(id)});
    insist(std::ranges::count_if(found, [](auto const& one) { return one.ends_with("/planted"); }) == 3 &&
               std::ranges::any_of(found, [&](auto const& one) { return one.starts_with("shared memory"); }),
           fmt::format("It found {}", fmt::join(found, ", ")));
    return world.leftovers();
}

struct Played {
    Story story;
    int dirty = 0;
    int in_visits = 0;
    int died_for_memory = 0;
    std::vector<std::string> left_in_the_end;

    Played() {
        int const visits = effort().count.value_or(everyday_visits);
        fmt::print("# {} visits, half of them on each rig, with the seed {}\n", visits, effort().seed);
        bool const is_first = rig().options().glass == Glass::pointer;
        RandomCrashes crashes(effort().seed + (is_first ? 0 : 1));
        story.play("the crashes", [&] { crashes.make(visits / 2); });
        crashes.tell();
        dirty = crashes.dirty();
        in_visits = crashes.in_visits();
        died_for_memory = crashes.died_for_memory();
        story.play("what is planted", [&] { left_in_the_end = found_of_what_is_planted(crashes.world()); });
    }
};
Played const& played() {
    static Played const once;
    return once;
}

}  // namespace

TEST_CASE("Every crashed visit ends on a clean welcome screen, and leaves nothing") {
    if (!needs_root()) played().story.tell("the crashes");
}

TEST_CASE("Most of those visits had something to hide") {
    if (needs_root()) return;
    played().story.tell("the crashes");
    CHECK(played().dirty * 2 > played().in_visits);
}

TEST_CASE("Some of them died for want of memory") {
    if (needs_root()) return;
    played().story.tell("the crashes");
    CHECK(played().died_for_memory > 0);
}

TEST_CASE("What is left would be found") {
    if (needs_root()) return;
    played().story.tell("what is planted");
    CHECK(played().left_in_the_end.empty());
}
