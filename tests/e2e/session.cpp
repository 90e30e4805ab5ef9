/// The session of a terminal: what people see of it while no visitor process can draw at all.
#include <doctest/doctest.h>

#include <csignal>

#include "rig/kiosk.h"
#include "rig/outputs.h"
#include "rig/skip.h"
#include "rig/staging.h"

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
