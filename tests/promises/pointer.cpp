/// The X server remembers where the pointer was, and tells it to any program that asks: whoever knows the screens reads
/// from it what was touched. After a visit it has nothing to tell.
#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <sstream>

#include "rig/kiosk.h"
#include "rig/skip.h"
#include "route.h"

using namespace halte::promises;
using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

bool lacks_pointer() {
    if (fs::exists(programs() / "pointer-past")) return false;
    skip("pointer-past is not built: it needs the Debian package libxtst-dev");
    return true;
}

/// A line of pointer-past: where the server says that a finger was.
struct Told {
    std::string kind;  ///< pointer, past, device
    double x = 0;
    double y = 0;

    /// In the corner, where a visitor process puts the pointer. A device's measure of a pixel is up to a hundred of its
    /// own.
    [[nodiscard]] bool is_corner() const {
        double const most = kind == "device" ? 100 : 1;
        return x <= most && y <= most;
    }
    /// A touchscreen's own measure may round a place to the next pixel.
    [[nodiscard]] bool is_at(Point at) const { return std::abs(x - at.x) <= 1 && std::abs(y - at.y) <= 1; }
};

Told read(std::string const& line) {
    std::istringstream stream(line);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    // A device's name may have spaces; its place stands behind it.
    std::size_t const at = words.at(0) == "device" ? words.size() - 2 : 1;
    return {words.at(0), std::stod(words.at(at)), std::stod(words.at(at + 1))};
}

std::vector<Told> everything_told() {
    Ran const ran = run({programs() / "pointer-past"});
    REQUIRE_MESSAGE(ran.status == 0, ran.complaints);
    std::vector<Told> all;
    for (std::string const& line : lines_of(ran.said)) all.push_back(read(line));
    REQUIRE_FALSE(all.empty());
    return all;
}

long places_told() {
    return std::ranges::count_if(everything_told(), [](Told const& one) { return !one.is_corner(); });
}

}  // namespace

TEST_CASE("During a visit the X server tells any program of every touch") {
    if (lacks_pointer()) return;
    Kiosk kiosk;
    Notes const notes;
    kiosk.open_service();
    auto const all = everything_told();
    CHECK(notes.steps().size() >= 3);
    for (Step const& step : notes.steps()) {
        INFO("the touch at " << step.at.x << " " << step.at.y);
        CHECK(std::ranges::any_of(all, [&](Told const& one) { return one.kind == "past" && one.is_at(step.at); }));
    }
    CHECK(std::ranges::any_of(all, [](Told const& one) { return one.kind == "device"; }));
}

TEST_CASE("After Erase and leave the X server tells of no touch") {
    if (lacks_pointer()) return;
    Kiosk kiosk;
    kiosk.open_service();
    pid_t const leaver = kiosk.visitor();
    CHECK(places_told() >= 3);
    kiosk.leave_to_the_next();
    await_gone(leaver, 5s);
    CHECK(places_told() == 0);
}

TEST_CASE("After a kill the X server tells of no touch") {
    if (lacks_pointer()) return;
    Kiosk kiosk;
    kiosk.open_service();
    CHECK(places_told() >= 3);
    pid_t const killed = kiosk.visitor();
    kill(killed, SIGKILL);
    kiosk.await_fresh_welcome(killed);
    CHECK(places_told() == 0);
}

/// Where the key of a language is, a subject's key is on the next screen: the last touch of one visitor is killed
/// there, and the next visitor's first touch falls on the same pixel.
TEST_CASE("A first touch on the pixel of the last visitor's last touch counts") {
    Kiosk kiosk;
    Point const place = kiosk.reach("language.fr");
    auto const touch_it = [&] {
        rig().tap(place);
        await(5s, "the situations", [&] { return is_situations(kiosk.look()); });
    };
    touch_it();
    pid_t const killed = kiosk.visitor();
    kill(killed, SIGKILL);
    kiosk.await_fresh_welcome(killed);
    kiosk.await_feeling();
    touch_it();
}
