/// The session of a terminal: what people see of it while no visitor process can draw at all.
#include <doctest/doctest.h>

#include <csignal>
#include <fstream>

#include "rig/kiosk.h"
#include "rig/outputs.h"
#include "rig/skip.h"
#include "rig/staging.h"
#include "take_over.h"

using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

fs::path build() { return programs().parent_path(); }

/// Says so when a program is missing that kiosk/session runs.
bool lacks_a_program() {
    for (std::string const program : {"hsetroot", "xset", "xrandr"}) {
        if (has_program(program)) continue;
        skip(program + " is missing (see kiosk/packages.txt)");
        return true;
    }
    return false;
}

void set_root(std::vector<std::string> words) {
    words.insert(words.begin(), "hsetroot");
    REQUIRE(run(words).status == 0);
}

/// The session, on a server of its own whose root window nobody has drawn on, with a visitor process that crashes
/// again and again. The root window is what is seen.
class Session {
public:
    Session()
        : root_before(rig().look()),
          kiosk({.environment = {"HALTE_SAFE_PAGES=" + build().string()},
                 .session = source_folder() / "kiosk/session",
                 .visitor = m_crasher.program()}) {
        m_crasher.await_starts(7);
    }

private:
    Crasher m_crasher;

public:
    Picture root_before;
    Kiosk kiosk;
};

/// The observed visitor's welcome screen covers the root window.
void let_it_draw(Kiosk& kiosk) {
    kiosk.stage_visitor("observed-visitor");
    await(10s, "a welcome screen", [&] { return is_welcome(kiosk.look()); });
}

/// A mode of a shape that no real screen has.
void turn_the_screen() {
    std::string const output = output_that_is("connected").value();
    add_mode(output, "turned", "38.25 576 608 688 800 768 771 775 792");
    xrandr({"--output", output, "--mode", "turned"});
}

/// As kiosk/display does.
void note_server() { std::ofstream(rig().folder() / "pid") << rig().server().pid() << '\n'; }

std::vector<std::string> as_systemd_tells(std::string const& result, int status) {
    return {"HALTE_DISPLAY_FOLDER=" + rig().folder().string(), "SERVICE_RESULT=" + result,
            "EXIT_STATUS=" + std::to_string(status)};
}

void end_server_as_systemd_does(int status) {
    note_server();
    rig().lose_server([&] {
        CHECK(run({source_folder() / "kiosk/after-kiosk"}, as_systemd_tells("exit-code", status)).status == 0);
    });
}

}  // namespace

TEST_CASE("The emergency numbers stand on the root window while nothing draws") {
    if (lacks_a_program()) return;
    RigInstead const own;
    Session const session;
    CHECK(session.root_before.blank());
    CHECK_FALSE(rig().still_picture().blank());
}

TEST_CASE("A visitor process that draws is shown over them") {
    if (lacks_a_program()) return;
    RigInstead const own;
    Session session;
    Picture const emergency = rig().still_picture();
    let_it_draw(session.kiosk);
    must_not(300ms, "the emergency numbers", [&] { return rig().look() == emergency; });
}

TEST_CASE("They are seen again when everything is killed") {
    if (lacks_a_program()) return;
    RigInstead const own;
    Session session;
    Picture const emergency = rig().still_picture();
    let_it_draw(session.kiosk);
    pid_t const last = session.kiosk.visitor();
    session.kiosk.halte().signal(SIGKILL);
    session.kiosk.halte().await_end(5s);
    await_gone(last);
    session.kiosk.await_picture(emergency);
}

TEST_CASE("What nobody can put back is gone with the X server, and ten seconds later the next visitor is felt") {
    if (lacks_a_program()) return;
    RigInstead const own;
    set_root({"-solid", "#f7f3ea", "-full", (build() / "safe-page-landscape.png").string()});
    Picture const emergency = rig().still_picture();
    fs::path const way = rig().folder() / "way";
    std::ofstream(way) << halte::taken_over::safe_page_is_drawn_over;
    Kiosk kiosk({.environment = {"HALTE_SAFE_PAGES=" + build().string(), "HALTE_TAKE_OVER=" + way.string()},
                 .session = source_folder() / "kiosk/session"});
    fs::remove(way);
    kiosk.await_feeling();
    Picture const welcome = rig().still_picture();
    kiosk.open_situations();
    kiosk.touch("leave");
    CHECK(kiosk.halte().await_end(10s) == 70);
    halte::SystemClock const clock;
    auto const late = clock.now() + 10s;
    end_server_as_systemd_does(70);
    rig().start_again();
    rest(1s);  // RestartSec of halte-kiosk.service
    kiosk.start_again();
    kiosk.await_picture(welcome, late - clock.now());
    kiosk.await_feeling();
    CHECK(clock.now() < late);
    // Nothing is drawn into this one.
    pid_t const last = kiosk.visitor();
    kiosk.halte().signal(SIGKILL);
    kiosk.halte().await_end(5s);
    await_gone(last);
    kiosk.await_picture(emergency);
}

TEST_CASE("A supervisor that was asked to end leaves the X server") {
    RigInstead const own;
    note_server();
    CHECK(run({source_folder() / "kiosk/after-kiosk"}, as_systemd_tells("success", 0)).status == 0);
    CHECK_FALSE(rig().still_picture().pixels.empty());
}

TEST_CASE("A screen that is higher than wide has a page of its own") {
    if (lacks_a_program()) return;
    RigInstead const own;
    turn_the_screen();
    set_root({"-solid", "#f7f3ea", "-full", (build() / "safe-page-portrait.png").string()});
    Picture const portrait = rig().still_picture();
    set_root({"-solid", "#000000"});
    must_not(200ms, "that page already", [&] { return rig().look() == portrait; });
    Session session;
    session.kiosk.await_picture(portrait);
}
