/// What happens to a visit that nobody touches. The settings hold the shortest times that are allowed: 15 s, then 20 s.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include "rig/kiosk.h"

using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

bool is_veiled(Kiosk& kiosk) { return is_veil(kiosk.look()); }

/// The services, on their second page.
void read_on(Kiosk& kiosk) {
    kiosk.open_services();
    kiosk.await_feeling();
    kiosk.await_still();
    kiosk.turn_page();
}

/// Time passes on the kiosk's clock, so that the veil is there soon.
void await_veil(Kiosk& kiosk) {
    kiosk.pass(15s);
    await(4s, "the veil", [&] { return is_veiled(kiosk); });
}

/// A page that somebody has left open, and short touches at one place where no key is, as a cracked glass reports them,
/// until it is covered. For how long it was open. Throws Missed after 33 s, and when another process comes.
std::int64_t open_ms_under_ghosts(Kiosk& kiosk) {
    read_on(kiosk);
    pid_t const reader = kiosk.visitor();
    std::int64_t const opened = epoch_ms();
    while (!is_veiled(kiosk)) {
        if (epoch_ms() - opened >= 33'000) throw Missed("The page was open after 33 s.");
        rig().tap({2, 2});
        must_not(2900ms, "another process", [&] { return kiosk.visitor() != reader; });
    }
    return epoch_ms() - opened;
}

std::string countdown_of(SeenScreen const& screen) {
    auto const* const words = screen.words("secondes");
    return words == nullptr ? "" : words->name;
}

}  // namespace

TEST_CASE("Everything is covered when nobody touches for a while") {
    Kiosk kiosk;
    read_on(kiosk);
    must_not(13s, "a veil too early", [&] { return is_veiled(kiosk); });
    await(4s, "the veil", [&] { return is_veiled(kiosk); });
    CHECK_FALSE(kiosk.shows("0800"));
    CHECK(kiosk.shows("en pause"));
}

TEST_CASE("The countdown on the veil counts") {
    Kiosk kiosk;
    read_on(kiosk);
    await_veil(kiosk);
    std::string const first = countdown_of(kiosk.look());
    CHECK(first != "");
    await(3s, "another number of seconds", [&] {
        std::string const now = countdown_of(kiosk.look());
        return now != "" && now != first;
    });
}

TEST_CASE("A touch beside the veil's buttons does nothing") {
    Kiosk kiosk;
    read_on(kiosk);
    await_veil(kiosk);
    kiosk.await_feeling();
    int const width = rig().options().width;
    for (int const x : {4, width - 4, width / 2}) rig().tap({x, 4});
    must_not(500ms, "an end of the veil", [&] { return !is_veiled(kiosk); });
}

TEST_CASE("Continue leads back to the same picture") {
    Kiosk kiosk;
    read_on(kiosk);
    Picture const services = rig().still_picture();
    pid_t const reader = kiosk.visitor();
    await_veil(kiosk);
    kiosk.touch("Continuer");
    kiosk.await_picture(services);
    CHECK(kiosk.visitor() == reader);
}

TEST_CASE("Touches that nobody makes do not keep a page open") {
    Kiosk kiosk;
    CHECK(open_ms_under_ghosts(kiosk) > 15'000);
}

TEST_CASE("That they come is kept, and neither when nor how often") {
    Kiosk kiosk;
    open_ms_under_ghosts(kiosk);
    fs::path const note = kiosk.folder() / "ghost-touches";
    await(3s, "a note", [&] { return fs::exists(note); });
    struct stat noted{};
    REQUIRE(stat(note.c_str(), &noted) == 0);
    CHECK(noted.st_size == 0);
    CHECK(noted.st_mtime == 0);
    CHECK(kiosk.log() == "");
}

TEST_CASE("Start again shows a fresh welcome screen") {
    Kiosk kiosk;
    Picture const welcome = rig().still_picture();
    read_on(kiosk);
    pid_t const reader = kiosk.visitor();
    await_veil(kiosk);
    CHECK(kiosk.visitor() == reader);
    kiosk.touch("Recommencer");
    kiosk.await_fresh_welcome(reader);
    kiosk.await_picture(welcome);
}

TEST_CASE("A visit that is left alone ends after the countdown") {
    Kiosk kiosk;
    Picture const welcome = rig().still_picture();
    kiosk.open_service();
    pid_t const alone = kiosk.visitor();
    await(17s, "the veil", [&] { return is_veiled(kiosk); });
    must_not(18s, "an end before the countdown's", [&] { return !is_veiled(kiosk); });
    kiosk.await_fresh_welcome(alone);
    kiosk.await_picture(welcome);
}
