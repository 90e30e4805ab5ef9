/// The screen changes under the kiosk: another monitor, a turned one, or an X server that answers nobody.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "rig/kiosk.h"
#include "rig/one_rig.h"
#include "rig/outputs.h"
#include "rig/skip.h"
#include "rig/staging.h"
#include "rig/stopped_server.h"

using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

constexpr auto small_timing = "38.25 800 832 912 1024 600 603 607 624";

bool lacks_xrandr() {
    if (has_program("xrandr")) return false;
    skip("xrandr is missing (see kiosk/packages.txt)");
    return true;
}

std::string usual_mode() { return fmt::format("{}x{}", rig().options().width, rig().options().height); }

/// A server of its own, whose screen can become small.
class ChangingScreen {
public:
    ChangingScreen() : output(output_that_is("connected").value()) {
        add_mode(output, "small", small_timing);
        become("small");
        small = picture_of_a_first_start();
        become(usual_mode());
        usual = picture_of_a_first_start();
    }
    void become(std::string const& mode) const { xrandr({"--output", output, "--mode", mode}); }

    /// The screen becomes that one, and soon a fresh welcome screen covers it.
    void is_followed_by(Kiosk& kiosk, std::string const& mode, Picture const& welcome) const {
        pid_t const last = kiosk.visitor();
        std::int64_t const since = epoch_ms();
        become(mode);
        kiosk.await_fresh_welcome(last);
        kiosk.await_picture(welcome);
        await_gone(last);
        std::int64_t const took = kiosk.look().shown_ms - since;
        fmt::print("# a welcome screen of {} was there {} ms after the change\n", mode, took);
        CHECK(took <= 5000);
    }

private:
    RigInstead m_rig;

public:
    std::string output;
    Picture small;
    Picture usual;
};

/// From that column on the screen is that picture, as far as the picture goes.
bool is_on_screen(Picture const& part, int column) {
    Picture const screen = rig().look();
    if (screen.width < column + part.width || screen.height < part.height) return false;
    auto const row = std::ptrdiff_t(part.width) * 3;
    for (int y = 0; y < part.height; ++y) {
        auto const seen = screen.pixels.begin() + (std::ptrdiff_t(y) * screen.width + column) * 3;
        if (!std::equal(seen, seen + row, part.pixels.begin() + y * row)) return false;
    }
    return true;
}

/// Another monitor, which shows nothing yet; none when the server can have none, which the test has then said.
/// A virtual server has one output only: these tests are of the touchscreen's rig.
std::optional<std::string> second_monitor() {
    auto const second = output_that_is("disconnected");
    if (second)
        xrandr({"--addmode", *second, "small"});
    else
        skip("this X server has one output only");
    return second;
}
void make_main(ChangingScreen const& screen, std::string const& second) {
    xrandr({"--output", second, "--mode", "small", "--right-of", screen.output, "--primary"});
}

}  // namespace

TEST_CASE("A welcome screen follows the size of the screen") {
    if (lacks_xrandr()) return;
    ChangingScreen const screen;
    Kiosk kiosk;
    screen.is_followed_by(kiosk, "small", screen.small);
}

TEST_CASE("A visit ends when the screen's size changes") {
    if (lacks_xrandr()) return;
    ChangingScreen const screen;
    Kiosk kiosk;
    kiosk.open_service();
    screen.is_followed_by(kiosk, "small", screen.small);
    Picture const now = rig().look();
    CHECK(now.width == 800);
    CHECK(now.height == 600);
}

TEST_CASE("The next welcome screen follows the screen back") {
    if (lacks_xrandr()) return;
    ChangingScreen const screen;
    Kiosk kiosk;
    kiosk.open_service();
    screen.is_followed_by(kiosk, "small", screen.small);
    kiosk.await_feeling();
    screen.is_followed_by(kiosk, usual_mode(), screen.usual);
    Picture const now = rig().look();
    CHECK(now.width == rig().options().width);
    CHECK(now.height == rig().options().height);
}

TEST_CASE("No start waits because a screen has changed") {
    if (lacks_xrandr()) return;
    ChangingScreen const screen;
    Kiosk kiosk;
    kiosk.open_service();
    screen.is_followed_by(kiosk, "small", screen.small);
    kiosk.await_feeling();
    screen.is_followed_by(kiosk, usual_mode(), screen.usual);
    INFO("the log says: ", kiosk.log());
    CHECK_FALSE(kiosk.log_says("starts in"));
}

TEST_CASE("An X server that hangs is found out") {
    Kiosk kiosk;
    Picture const welcome = rig().still_picture();
    kiosk.open_service();
    pid_t const last = kiosk.visitor();
    {
        StoppedServer const hung;
        await(6s, "an end of the process that asks a server in vain",
              [&] { return kiosk.log_says("a visitor process was silent for too long"); });
    }
    kiosk.await_fresh_welcome(last, 20s);
    kiosk.await_picture(welcome);
}

TEST_CASE("The main monitor is covered where it stands" * only_touchscreen) {
    if (lacks_xrandr()) return;
    ChangingScreen const screen;
    int const right = rig().options().width;
    auto const second = second_monitor();
    if (!second) return;
    auto const is_covered = [&] { return is_on_screen(screen.small, right); };
    {
        Kiosk const kiosk;
        make_main(screen, *second);
        await(10s, "a welcome screen on the right", is_covered);
    }
    Kiosk const kiosk;
    await(3s, "a welcome screen on the right from the start", is_covered);
}

TEST_CASE("The kiosk follows the main monitor to another place" * only_touchscreen) {
    if (lacks_xrandr()) return;
    ChangingScreen const screen;
    auto const second = second_monitor();
    if (!second) return;
    make_main(screen, *second);
    Kiosk kiosk;
    pid_t const last = kiosk.visitor();
    xrandr({"--output", screen.output, "--primary"});
    kiosk.await_fresh_welcome(last);
    await(3s, "a welcome screen on the left", [&] { return is_on_screen(screen.usual, 0); });
}
