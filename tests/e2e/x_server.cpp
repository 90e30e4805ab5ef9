/// X servers of every kind, in any state: the kiosk draws on them, or says what is wrong, and blames no directory for
/// it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "rig/kiosk.h"
#include "rig/one_rig.h"
#include "rig/root_window.h"
#include "rig/skip.h"
#include "rig/staging.h"

using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

void check_draws_on_a_root_left_as(RootLeft left) {
    RigInstead const own;
    Picture const welcome = picture_of_a_first_start();
    leave_root(left);
    Kiosk kiosk;
    kiosk.await_picture(welcome);
    CHECK(kiosk.log() == "");
}

/// No channel of any pixel is farther away than the smallest depth rounds.
bool looks_as(Picture const& usual, Picture const& other) {
    auto const is_near = [](int one, int two) { return std::abs(one - two) <= 12; };
    return std::ranges::equal(usual.pixels, other.pixels, is_near);
}

void check_draws_in(int depth) {
    Picture const in_24_bits = picture_of_a_first_start();
    RigInstead const own(RigOptions{.depth = depth});
    Kiosk kiosk;
    Picture const welcome = rig().still_picture();
    CHECK(welcome.width == in_24_bits.width);
    CHECK(looks_as(in_24_bits, welcome));
    kiosk.open_service();
    kiosk.leave();
    kiosk.await_picture(welcome, 5s);
}

/// Of halte-check, about OpenGL: that level, and those words in what it says and advises.
void check_says(std::string const& level, std::string const& words, std::vector<std::string> const& environment = {}) {
    auto const answer = nlohmann::json::parse(run({programs() / "halte-check", "--json"}, environment).said);
    int found = 0;
    for (auto const& finding : answer.at("findings")) {
        if (finding.at("id") != "screen.opengl") continue;
        ++found;
        INFO(finding.dump());
        CHECK(finding.at("level") == level);
        CHECK((finding.at("what").dump() + finding.value("cure", "")).find(words) != std::string::npos);
    }
    CHECK(found == 1);
}

/// In the log, with the cure, and the directory that was given is not given up for it. The supervisor passes few
/// variables on, so that a driver is chosen behind it.
void check_says_and_blames_nobody(std::string const& words, std::string const& setting) {
    fs::path const visitor = write_program("with-variables", fmt::format("exec env '{}' '{}' \"$@\"\n", setting,
                                                                         (programs() / "observed-visitor").string()));
    Kiosk kiosk({.words = {"--directory", good_snapshot()}, .visitor = visitor});
    await(20s, words + " in the log", [&] { return kiosk.log_says(words); });
    await(20s, "six starts", [&] { return kiosk.log_says("starts in 2 s"); });
    INFO("the log says: ", kiosk.log());
    CHECK(kiosk.log_says("Install libgl1-mesa-dri"));
    CHECK_FALSE(kiosk.log_says("the embedded one serves"));
    kiosk.end();
}

void await_situations(Kiosk& kiosk) {
    await(5s, "the situations", [&] { return is_situations(kiosk.look()); });
}

}  // namespace

// Root windows, of the pointer's rig.

TEST_CASE("The kiosk draws where a window manager died" * only_pointer) {
    check_draws_on_a_root_left_as(RootLeft::dead_manager);
}
TEST_CASE("The kiosk draws where a mark names a window of another kind" * only_pointer) {
    check_draws_on_a_root_left_as(RootLeft::manager_that_lies);
}
TEST_CASE("The kiosk draws on a root window with properties of any kind" * only_pointer) {
    check_draws_on_a_root_left_as(RootLeft::garbage);
}
TEST_CASE("The kiosk draws over a window that its program has left" * only_pointer) {
    check_draws_on_a_root_left_as(RootLeft::retained);
}

TEST_CASE("A window manager that runs keeps its mark" * only_pointer) {
    if (!has_program("xprop")) return skip("xprop is missing (Debian package x11-utils)");
    RigInstead const own;
    RunningManager const manager;
    Kiosk const kiosk;
    std::string const mark = run({"xprop", "-root", "_NET_SUPPORTING_WM_CHECK"}).said;
    INFO("the mark is: ", mark);
    CHECK(mark.find("window id #") != std::string::npos);
}

// Depths and drivers, of the pointer's rig.

TEST_CASE("The kiosk draws in 16 bits" * only_pointer) { check_draws_in(16); }
TEST_CASE("The kiosk draws in 30 bits" * only_pointer) { check_draws_in(30); }

TEST_CASE("--check tells the OpenGL that draws" * only_pointer) { check_says("ok", "OpenGL "); }

TEST_CASE("OpenGL that is too old is said, with the cure" * only_pointer) {
    std::string const old = "MESA_GL_VERSION_OVERRIDE=1.4";
    check_says_and_blames_nobody("OpenGL 1.4", old);
    check_says("failure", "OpenGL 1.4", {old});
}

TEST_CASE("A missing driver of OpenGL is said, with the cure" * only_pointer) {
    std::string const nowhere = "GALLIUM_DRIVER=nowhere";
    check_says_and_blames_nobody("OpenGL does not start", nowhere);
    check_says("failure", "OpenGL does not start", {nowhere});
}

TEST_CASE("An X server without OpenGL is said, with the cure" * only_pointer) {
    RigInstead const own(RigOptions{.server_options = {"-extension", "GLX"}});
    check_says_and_blames_nobody("OpenGL does not start", "HALTE_TRIED=1");
    check_says("failure", "GLX");
}

// Presses that carry their place, of the touchscreen's rig. The pointer is in the corner when a visitor's screen is
// shown, and nothing moves before the press.

TEST_CASE("A press that carries its own place presses there" * only_touchscreen) {
    Kiosk kiosk;
    rig().press(kiosk.reach("Français"));
    await_situations(kiosk);
}

TEST_CASE("Presses in a row press where each of them fell" * only_touchscreen) {
    Kiosk kiosk;
    Point const french = kiosk.reach("Français");
    kiosk.keep_busy([&] {
        rig().press(french);
        rig().press({rig().options().width / 2, 20});
    });
    await_situations(kiosk);
}

/// Of two visits: the place is as it was, but the pointer has been in the corner meanwhile.
TEST_CASE("The same place is pressed again in the next visit" * only_touchscreen) {
    Kiosk kiosk;
    Point const french = kiosk.reach("Français");
    pid_t const first = kiosk.visitor();
    rig().press(french);
    await_situations(kiosk);
    kiosk.leave();
    kiosk.await_fresh_welcome(first);
    kiosk.await_feeling();
    rig().press(french);
    await_situations(kiosk);
}
