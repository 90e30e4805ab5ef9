/// A visitor process in which foreign code runs: what it does to the X server is gone before the next visitor is felt.
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <halte/server.h>

#include <fstream>
#include <functional>
#include <memory>
#include <set>
#include <span>

#include "rig/kiosk.h"
#include "rig/one_rig.h"
#include "rig/outputs.h"
#include "rig/skip.h"
#include "rig/staging.h"
#include "rig/windows.h"
#include "take_over.h"

using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

struct CloseDisplay {
    void operator()(Display* display) const { XCloseDisplay(display); }
};

std::string state_of_server() {
    std::unique_ptr<Display, CloseDisplay> const display(XOpenDisplay(nullptr));
    REQUIRE(display);
    return halte::server_state(display.get());
}

bool is_of_server(std::string const& state) {
    std::unique_ptr<Display, CloseDisplay> const display(XOpenDisplay(nullptr));
    REQUIRE(display);
    return halte::is_of_this_server(display.get(), state);
}

/// Of the window on top: the names, and its title.
std::set<std::string> properties_on_top() {
    std::unique_ptr<Display, CloseDisplay> const display(XOpenDisplay(nullptr));
    auto const top = top_window();
    REQUIRE((display && top));
    int count = 0;
    Atom* const listed = XListProperties(display.get(), top->id, &count);
    std::set<std::string> names;
    for (Atom const each : std::span(listed, std::size_t(count))) names.insert(XGetAtomName(display.get(), each));
    char* title = nullptr;
    XFetchName(display.get(), top->id, &title);
    names.insert(std::string("title: ") + (title == nullptr ? "" : title));
    return names;
}

/// On a server of its own, with a safe page.
std::string spoil_and_put_back(std::function<void(Display*)> const& spoil) {
    std::unique_ptr<Display, CloseDisplay> const display(XOpenDisplay(nullptr));
    REQUIRE(display);
    std::string const before = halte::server_state(display.get());
    spoil(display.get());
    XSync(display.get(), False);
    CHECK(halte::server_state(display.get()) != before);
    auto const spoilt = halte::put_server_back(display.get(), before, {});
    CHECK((halte::server_state(display.get()) == before) == spoilt.empty());
    return fmt::format("{}", fmt::join(spoilt, ", "));
}

void write_on_root(Display* display, int mode, std::size_t bytes) {
    std::string const words(bytes, 'x');
    XChangeProperty(display, DefaultRootWindow(display), XInternAtom(display, "LONG", False), XA_STRING, 8, mode,
                    reinterpret_cast<unsigned char const*>(words.data()), int(words.size()));
}

fs::path file_of_ways() { return rig().folder() / "way"; }

/// What the process does that is started next.
void choose(std::string const& way) { std::ofstream(file_of_ways()) << way << std::flush; }

KioskOptions watched(bool own_server) {
    return {.environment = {"HALTE_TAKE_OVER=" + file_of_ways().string()}, .own_server = own_server};
}

/// One visit, which is taken over as was chosen before its process was started. Nobody may be felt in it any more, so
/// that it ends by itself.
void visit(Kiosk& kiosk) {
    kiosk.await_feeling();
    pid_t const visitor = kiosk.visitor();
    kiosk.open_situations();
    kiosk.pass(15s);
    await(5s, "the veil", [&] { return is_veil(kiosk.look()); });
    kiosk.pass(20s);
    kiosk.await_fresh_welcome(visitor);
}

}  // namespace

TEST_CASE("Visits that are taken over in twenty ways leave nothing in the X server") {
    if (!has_program("hsetroot")) return skip("hsetroot is missing (see kiosk/packages.txt)");
    RigInstead const own;
    run({"hsetroot", "-solid", "#f7f3ea"});
    Picture const welcome = picture_of_a_first_start();
    auto const ways = halte::taken_over::ways();
    REQUIRE(ways.size() == 20);
    choose(ways.front());
    Kiosk kiosk(watched(true));
    kiosk.await_picture(welcome);
    kiosk.await_feeling();  // the first process, too, sets its window's properties anew before it feels a finger
    std::string const before = state_of_server();
    auto const names = properties_on_top();
    for (std::size_t at = 0; at < ways.size(); ++at) {
        INFO(ways[at]);
        choose(at + 1 < ways.size() ? ways[at + 1] : "");
        visit(kiosk);
        kiosk.await_feeling();
        await(5s, "the X server as it was", [&] { return state_of_server() == before; });
        await(5s, "a window with the first one's properties", [&] { return properties_on_top() == names; });
        kiosk.await_picture(welcome);
    }
    kiosk.open_service();
    kiosk.leave_to_the_next();
    CHECK(kiosk.log() == "");
}

TEST_CASE("A monitor that a visit has made up is gone, and the welcome screen covers all") {
    RigInstead const own;
    Picture const welcome = picture_of_a_first_start();
    choose(halte::taken_over::monitor_is_made_up);
    Kiosk kiosk(watched(true));
    choose("");
    kiosk.await_feeling();
    std::string const before = state_of_server();
    kiosk.open_situations();
    await(10s, "the X server as it was", [&] { return state_of_server() == before; });
    kiosk.await_picture(welcome, 10s);
}

TEST_CASE("What a visit has left is gone when the kiosk was stopped in it and is started again on the same X server") {
    for (std::string const way : {"windows are kept", "the root is marked"}) {
        INFO(way);
        RigInstead const own;
        Picture const welcome = picture_of_a_first_start();
        choose(way);
        Kiosk kiosk(watched(true));
        choose("");
        kiosk.await_feeling();
        auto const left = [] { return std::pair(state_of_server(), root_windows().size()); };
        auto const before = left();
        pid_t const visitor = kiosk.visitor();
        kiosk.open_situations();
        await(5s, "what is left", [&] { return left() != before; });
        CHECK(kiosk.end() == 0);
        kiosk.start_again();
        kiosk.await_fresh_welcome(visitor);
        kiosk.await_feeling();
        await(5s, "the X server as it was", [&] { return left() == before; });
        kiosk.await_picture(welcome);
    }
}

TEST_CASE("An X server that does not tell whose its clients are is no secret, and the rest of it is put back") {
    if (rig().options().glass != Glass::pointer) return skip("Xorg has the extension built in");
    RigInstead const own({.server_options = {"-extension", "X-Resource"}});
    choose("the root is marked");
    Kiosk kiosk(watched(true));
    choose("");
    kiosk.await_feeling();
    std::string const said = kiosk.log();
    CHECK(said.find("does not tell whose its clients are") != std::string::npos);
    std::string const before = state_of_server();
    visit(kiosk);
    kiosk.await_feeling();
    await(5s, "the X server as it was", [&] { return state_of_server() == before; });
    CHECK(kiosk.log() == said);
    CHECK(run({programs() / "halte-check"}).said.find("does not tell whose") != std::string::npos);
}

TEST_CASE("How an X server was at the start says nothing of another one, nor does half of it") {
    RigInstead const own;
    std::string const state = state_of_server();
    CHECK(is_of_server(state));
    CHECK_FALSE(is_of_server(state.substr(0, state.size() - 1)));
    CHECK_FALSE(is_of_server(""));
    rig().kill_server();
    rig().start_again();
    CHECK_FALSE(is_of_server(state));
    CHECK(is_of_server(state_of_server()));
}

TEST_CASE("A picture that a visit has moved stands where it stood, and no mode has a name of its choice") {
    if (!has_program("hsetroot")) return skip("hsetroot is missing (see kiosk/packages.txt)");
    RigInstead const own;
    Picture const welcome = picture_of_a_first_start();
    run({"hsetroot", "-solid", "#f7f3ea"});
    choose(halte::taken_over::picture_is_moved);
    Kiosk kiosk(watched(true));
    choose("");
    kiosk.await_feeling();
    std::string const before = state_of_server();
    kiosk.open_situations();
    await(10s, "another arrangement", [&] { return state_of_server() != before; });
    await(10s, "the X server as it was", [&] { return state_of_server() == before; });
    kiosk.await_picture(welcome, 10s);
}

TEST_CASE("A screen that was fitted anew after the start stays as it is") {
    if (!has_program("hsetroot")) return skip("hsetroot is missing (see kiosk/packages.txt)");
    RigInstead const own;
    run({"hsetroot", "-solid", "#f7f3ea"});
    std::string const before = state_of_server();
    std::string const output = output_that_is("connected").value();
    add_mode(output, "fitted", "38.25 800 832 912 1024 600 603 607 624");
    xrandr({"--output", output, "--mode", "fitted"});
    run({"hsetroot", "-solid", "#f7f3eb"});
    std::unique_ptr<Display, CloseDisplay> const display(XOpenDisplay(nullptr));
    CHECK(halte::put_server_back(display.get(), before, {}).empty());
    Window root = None;
    int x = 0, y = 0;
    unsigned width = 0, height = 0, border = 0, depth = 0;
    XGetGeometry(display.get(), DefaultRootWindow(display.get()), &root, &x, &y, &width, &height, &border, &depth);
    CHECK(width == 800);
}

TEST_CASE("A property that is longer than what is compared of it cannot be put back, and that is told") {
    RigInstead const own;
    constexpr std::size_t long_one = 100'000;
    auto const append = [](Display* display) { write_on_root(display, PropModeAppend, 10); };
    CHECK(spoil_and_put_back(append).empty());
    std::unique_ptr<Display, CloseDisplay> const display(XOpenDisplay(nullptr));
    write_on_root(display.get(), PropModeReplace, long_one);
    CHECK(spoil_and_put_back(append) == "root properties");
}

TEST_CASE("A session in which the safe page was drawn over ends before the next visitor is felt") {
    if (!has_program("hsetroot")) return skip("hsetroot is missing (see kiosk/packages.txt)");
    RigInstead const own;
    run({"hsetroot", "-solid", "#f7f3ea"});
    choose(halte::taken_over::safe_page_is_drawn_over);
    Kiosk kiosk(watched(true));
    choose("");
    kiosk.await_feeling();
    kiosk.open_situations();
    kiosk.touch("leave");
    CHECK(kiosk.halte().await_end(10s) == 70);
    CHECK(kiosk.log_says("must be started anew"));
}

TEST_CASE("What a visit did to somebody's own X server stays as that person has it") {
    for (std::string const way : {"the root is marked", "everybody is let in", "keys are exchanged"}) {
        INFO(way);
        RigInstead const own;
        choose(way);
        Kiosk kiosk(watched(false));
        std::string const before = state_of_server();
        choose("");
        visit(kiosk);
        kiosk.await_feeling();
        CHECK(state_of_server() != before);
    }
}
