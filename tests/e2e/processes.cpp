/// What the supervisor does when a visitor process dies, hangs or cannot start, and what it does when it is told to.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <csignal>

#include "rig/one_rig.h"
#include "rig/staging.h"

using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

/// Visits are touched, so that they crash one after the other without a start that failed.
void crash_three_visits(Kiosk& kiosk) {
    for (int visit = 0; visit < 3; ++visit) {
        kiosk.open_situations();
        pid_t const crashed = kiosk.visitor();
        kill(crashed, SIGSEGV);
        kiosk.await_fresh_welcome(crashed);
    }
}
bool shows_the_embedded_directory(Kiosk& kiosk) {
    auto const words = text_of(fmt::format("/proc/{}/cmdline", kiosk.visitor()));
    return words.find("--embedded-directory") != std::string::npos;
}

/// A kiosk with a directory from outside whose visitor program has crashed at each of twelve starts.
struct CrashedKiosk {
    Crasher crasher;
    fs::path given = rig().folder() / "given";
    Kiosk kiosk{{.words = {"--directory", given}, .visitor = crasher.program()}};

    CrashedKiosk() { crasher.await_starts(12); }
    /// Milliseconds between that start, the first being 1, and the one after it.
    [[nodiscard]] double gap_after(std::size_t start) const {
        auto const starts = crasher.starts();
        return starts.at(start).epoch_ms - starts.at(start - 1).epoch_ms;
    }
};

}  // namespace

TEST_CASE("A killed visit is followed by a fresh welcome screen") {
    Kiosk kiosk;
    Picture const welcome = rig().still_picture();
    kiosk.open_service();
    pid_t const killed = kiosk.visitor();
    kill(killed, SIGKILL);
    kiosk.await_fresh_welcome(killed);
    kiosk.await_picture(welcome);
}

/// The limit is 3 s without a sign of life. What follows is the time of a start on a slow machine.
TEST_CASE("A stopped visit is replaced within the limit") {
    Kiosk kiosk;
    Picture const welcome = rig().still_picture();
    kiosk.open_service();
    pid_t const stopped = kiosk.visitor();
    kill(stopped, SIGSTOP);
    auto const since = epoch_ms();
    kiosk.await_fresh_welcome(stopped);
    kiosk.await_picture(welcome);
    CHECK(kiosk.look().shown_ms - since <= 5000);
}

TEST_CASE("A new directory replaces an untouched welcome screen") {
    Kiosk kiosk;
    Picture const welcome = rig().still_picture();
    pid_t const untouched = kiosk.visitor();
    kiosk.halte().signal(SIGHUP);
    kiosk.await_fresh_welcome(untouched);
    kiosk.await_picture(welcome);
    await_gone(untouched);
}

TEST_CASE("A new directory waits for the end of a visit") {
    Kiosk kiosk;
    kiosk.open_service();
    pid_t const reader = kiosk.visitor();
    kiosk.halte().signal(SIGHUP);
    must_not(1500ms, "a visitor who lost the page", [&] { return kiosk.visitor() != reader; });
    kiosk.leave();
    kiosk.await_fresh_welcome(reader);
}

TEST_CASE("SIGTERM ends everything with status 0") {
    Kiosk kiosk;
    kiosk.open_services();
    pid_t const last = kiosk.visitor();
    CHECK(kiosk.end() == 0);
    CHECK(is_gone(last));
    CHECK(is_gone(kiosk.supervisor()));
}

TEST_CASE("No visitor process outlives a killed supervisor") {
    Kiosk kiosk;
    kiosk.open_services();
    pid_t const last = kiosk.visitor();
    kiosk.halte().signal(SIGKILL);
    kiosk.halte().await_end(5s);
    await_gone(last);
}

/// With whatever a visit was touched.
TEST_CASE("Three crashes within an hour give up a directory from outside" * only_pointer) {
    Kiosk kiosk({.words = {"--directory", good_snapshot()}});
    crash_three_visits(kiosk);
    await(10s, "the embedded directory", [&] { return shows_the_embedded_directory(kiosk); });
    auto const log = lines_of(kiosk.log());
    INFO("the log: " << kiosk.log());
    CHECK(std::ranges::count_if(log, [](std::string const& line) {
              return line.find("3 visitor processes crashed or hung within an hour") != std::string::npos;
          }) == 1);
}

TEST_CASE("Three crashes are no fault of the embedded directory" * only_pointer) {
    Kiosk kiosk;
    crash_three_visits(kiosk);
    INFO("the log: " << kiosk.log());
    CHECK_FALSE(kiosk.log_says("embedded"));
    CHECK_FALSE(shows_the_embedded_directory(kiosk));
}

TEST_CASE("Five crashes in a row give up the directory") {
    CrashedKiosk const crashed;
    auto const starts = crashed.crasher.starts();
    for (std::size_t i = 0; i < starts.size(); ++i) {
        INFO("start " << i + 1 << ": " << starts[i].words);
        CHECK(starts[i].words.ends_with(i < 5 ? "--directory " + crashed.given.string() : "--embedded-directory"));
    }
}

TEST_CASE("The next starts come at growing intervals") {
    CrashedKiosk const crashed;
    CHECK(crashed.gap_after(9) < 900);
    CHECK(crashed.gap_after(10) >= 950);
    CHECK(crashed.gap_after(10) < 1900);
    CHECK(crashed.gap_after(11) >= 1950);
}

TEST_CASE("The log says what was given up") {
    CrashedKiosk const crashed;
    INFO("the log: " << crashed.kiosk.log());
    CHECK(crashed.kiosk.log_says("so the embedded one serves"));
    CHECK(crashed.kiosk.log_says("starts in 2 s"));
}

TEST_CASE("A program that starts again is shown") {
    Picture const welcome = picture_of_a_first_start();
    CrashedKiosk crashed;
    crashed.kiosk.stage_visitor("observed-visitor");
    crashed.kiosk.await_fresh_welcome(0);
    crashed.kiosk.await_picture(welcome);
}

/// Each of the two says where it stands: one is asked for by --check, and the other is what the kiosk starts. A visitor
/// program in a window that ends with status 10 ends the kiosk too.
TEST_CASE("The visitor's program and that of --check are found beside halte, else in libexec") {
    fs::path const installed = rig().folder() / "installed";
    fs::create_directories(installed / "bin");
    fs::create_directories(installed / "libexec/halte");
    fs::copy_file(programs() / "halte", installed / "bin/halte");
    auto const says = [&](std::vector<std::string> words) {
        words.insert(words.begin(), installed / "bin/halte");
        Ran const ran = run(words);
        return lines_of(ran.said + "\n" + ran.complaints);
    };
    auto const holds = [](std::vector<std::string> const& lines, std::string const& line) {
        INFO("it found: " << fmt::format("{}", fmt::join(lines, "; ")));
        CHECK(std::ranges::count(lines, line) > 0);
    };
    for (std::string const place : {"libexec/halte", "bin"}) {
        for (std::string const program : {"halte-visitor", "halte-check"})
            write_program("installed/" + place + "/" + program,
                          fmt::format("echo '{} in {}'\nexit 10\n", program, place));
        holds(says({"--check"}), "halte-check in " + place);
        holds(says({"--windowed", "800x600"}), "halte-visitor in " + place);
    }
}
