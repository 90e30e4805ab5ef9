/// An upgrade replaces the supervisor's program while it runs. SIGHUP then renews it in its place, when nobody is
/// there.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <csignal>

#include "rig/staging.h"

using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

void upgrade_and_tell(Kiosk& kiosk, fs::path const& program = programs() / "halte") {
    upgrade_halte(kiosk, program);
    kiosk.halte().signal(SIGHUP);
}
void check_that_it_can_be_visited(Kiosk& kiosk) {
    await(5s, "one visitor process", [&] { return children_of(kiosk.supervisor()).size() == 1; });
    kiosk.open_service();
    kiosk.leave_to_the_next();
}

/// With a visitor program that takes its time, the last welcome screen serves meanwhile.
void stage_slow_starter(Kiosk& kiosk) {
    fs::path const quick = programs() / "observed-visitor";
    kiosk.stage_visitor(write_program("slow", fmt::format("sleep 3\nexec '{}' \"$@\"\n", quick.string())));
}

/// What the new program's slow visitor process leaves on the screen: the last one's welcome screen, of that process.
pid_t renew_behind_the_last_welcome(Kiosk& kiosk) {
    pid_t const last = kiosk.visitor();
    stage_slow_starter(kiosk);
    upgrade_and_tell(kiosk);
    await_the_new_halte(kiosk, 2s);
    return last;
}

/// A program that says what it could do: write where the supervisor may not, open a socket, gain privileges.
class Probe {
public:
    Probe() : m_written(programs().parent_path() / ("written-by-probe" + rig().display())) {
        fs::remove(m_written);
        m_program = write_program("probe", fmt::format(R"PROBE(
could() {{ echo "probe: $1: $(if "${{@:2}}" 2>/dev/null; then echo yes; else echo no; fi)" >&2; }}
could write bash -c ': >{}'
could connect python3 -c 'import socket; socket.socket(socket.AF_INET)'
could gain grep -q '^NoNewPrivs:.0' /proc/self/status
)PROBE",
                                                       m_written.string()));
    }
    ~Probe() { fs::remove(m_written); }
    Probe(Probe const&) = delete;
    Probe& operator=(Probe const&) = delete;

    [[nodiscard]] fs::path const& program() const { return m_program; }
    [[nodiscard]] bool has_written() const { return fs::exists(m_written); }
    void forget() const { fs::remove(m_written); }
    /// Its three answers are the same.
    static void check_that_all_are(std::string const& answer, std::string const& said) {
        INFO("it said: " << said);
        auto const lines = lines_of(said);
        for (std::string const attempt : {"write", "connect", "gain"})
            CHECK(std::ranges::count(lines, "probe: " + attempt + ": " + answer) == 1);
    }

private:
    fs::path m_written;
    fs::path m_program;
};

}  // namespace

TEST_CASE("An idle supervisor is renewed at once") {
    Kiosk kiosk;
    Picture const welcome = rig().still_picture();
    pid_t const last = kiosk.visitor();
    auto const since = epoch_ms();
    upgrade_and_tell(kiosk);
    await_renewal(kiosk, last, welcome);
    await_gone(last);
    fmt::print("# renewed after {} ms\n", kiosk.look().shown_ms - since);
    check_that_it_can_be_visited(kiosk);
}

TEST_CASE("A visit goes on undisturbed, and the supervisor is renewed after it") {
    Kiosk kiosk;
    Picture const welcome = rig().still_picture();
    kiosk.open_services();
    pid_t const reader = kiosk.visitor();
    upgrade_and_tell(kiosk);
    must_not(1500ms, "a new program in the middle of a visit", [&] { return runs_the_new_halte(kiosk); });
    kiosk.touch("SOS Viol, 0800 98 100");
    await(5s, "the service", [&] { return is_service(kiosk.look()); });
    CHECK(kiosk.visitor() == reader);
    kiosk.leave();
    await_renewal(kiosk, reader, welcome);
    check_that_it_can_be_visited(kiosk);
}

/// The probe asks for no confinement, so what holds it is what the first program gave up.
TEST_CASE("What replaces it is confined as it was") {
    Probe const probe;
    Probe::check_that_all_are("yes", run({probe.program()}).complaints);
    REQUIRE(probe.has_written());
    probe.forget();
    Kiosk kiosk;
    upgrade_and_tell(kiosk, probe.program());
    await(5s, "three answers", [&] { return kiosk.log_says("probe: gain:"); });
    kiosk.halte().await_end(5s);
    Probe::check_that_all_are("no", kiosk.log());
    CHECK_FALSE(probe.has_written());
}

TEST_CASE("Nothing is renewed without need") {
    Kiosk kiosk;
    pid_t const last = kiosk.visitor();
    REQUIRE(runs_the_new_halte(kiosk));
    kiosk.halte().signal(SIGHUP);
    kiosk.await_fresh_welcome(last);
    CHECK(runs_the_new_halte(kiosk));
    CHECK(kiosk.log() == "");
}

TEST_CASE("Whoever comes while the next process starts is served") {
    Kiosk kiosk;
    Picture const welcome = rig().still_picture();
    pid_t const last = renew_behind_the_last_welcome(kiosk);
    kiosk.open_situations();
    CHECK(kiosk.visitor() == last);
    must_not(4s, "a visitor who lost the page", [&] { return kiosk.visitor() != last; });
    kiosk.leave();
    await_renewal(kiosk, last, welcome);
}

/// Signals to what the last program started must be possible (Landlock), and so must ends without any.
TEST_CASE("The last welcome screen is killed when it hangs") {
    Kiosk kiosk;
    pid_t const last = renew_behind_the_last_welcome(kiosk);
    kill(last, SIGSTOP);
    kiosk.await_fresh_welcome(last, 5s);
    await_gone(last);
}

TEST_CASE("The last welcome screen ends with the supervisor") {
    Kiosk kiosk;
    pid_t const last = renew_behind_the_last_welcome(kiosk);
    kill(last, SIGSTOP);
    kiosk.halte().signal(SIGKILL);
    kiosk.halte().await_end(5s);
    await_gone(last, 2s);
}

TEST_CASE("What cannot be executed is left alone") {
    fs::path const torn = rig().folder() / "torn";
    write_file(torn, "no program\n");
    Kiosk kiosk;
    Picture const welcome = rig().still_picture();
    pid_t last = kiosk.visitor();
    upgrade_and_tell(kiosk, torn);
    kiosk.await_fresh_welcome(last);
    {
        INFO("the log: " << kiosk.log());
        CHECK(lines_of(kiosk.log()).size() == 1);
        CHECK(kiosk.log_says("the program that replaced it cannot be executed"));
    }
    check_that_it_can_be_visited(kiosk);
    last = kiosk.visitor();
    upgrade_and_tell(kiosk);
    await_renewal(kiosk, last, welcome);
}

TEST_CASE("A supervisor whose visitor processes all crash is renewed") {
    Picture const welcome = picture_of_a_first_start();
    Crasher const crasher;
    Kiosk kiosk({.visitor = crasher.program()});
    crasher.await_starts(7);
    upgrade_and_tell(kiosk);
    await_the_new_halte(kiosk, 5s);
    kiosk.stage_visitor("observed-visitor");
    kiosk.await_fresh_welcome(0);
    kiosk.await_picture(welcome);
}

/// More than the sixteen layers of confinement for which the kernel has room (Landlock).
TEST_CASE("Upgrades without end are obeyed") {
    Kiosk kiosk;
    Picture const welcome = rig().still_picture();
    for (int upgrade = 0; upgrade < 18; ++upgrade) {
        INFO("upgrade " << upgrade + 1);
        pid_t const last = kiosk.visitor();
        upgrade_and_tell(kiosk);
        await_renewal(kiosk, last, welcome);
    }
    check_that_it_can_be_visited(kiosk);
    CHECK(kiosk.log() == "");
}
