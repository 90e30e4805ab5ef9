#include <doctest/doctest.h>
#include <poll.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <csignal>
#include <filesystem>

#include "running_supervisor.h"

using namespace halte;
using halte::test::Fake;
using halte::test::RunningSupervisor;

/// The next visitor process fails in the way of `letter`.
static void fails(RunningSupervisor& supervisor, char letter) {
    Fake fake = supervisor.arrives();
    fake.order(letter);
    REQUIRE(fake.dies());
}

static std::string arguments_of(Fake const& fake) { return fake.told.substr(fake.told.find("--windowed")); }

static int count_of(std::string const& text, std::string const& part) {
    int count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

static bool comes_into_the_log(RunningSupervisor const& supervisor, std::string const& text) {
    for (int waited_ms = 0; waited_ms < test::patience_ms; waited_ms += 10) {
        if (count_of(supervisor.log(), text) > 0) return true;
        poll(nullptr, 0, 10);
    }
    return false;
}

TEST_CASE("the first visitor process maps its window at once and inherits nothing but its pipes") {
    RunningSupervisor supervisor;
    Fake first = supervisor.arrives();
    CHECK(first.hears_go());
    CHECK(first.told == "5 signals-free cache-off --windowed");
}

TEST_CASE("after a visit the next process takes over, and only then the old one is killed") {
    RunningSupervisor supervisor;
    Fake first = supervisor.shows_one();
    REQUIRE(first.does_all("te"));
    Fake second = supervisor.arrives();
    REQUIRE(second.does('p'));
    CHECK(second.hears_go());
    CHECK(first.does('a'));  // still there, its welcome screen covers the screen
    REQUIRE(second.does('r'));
    CHECK(first.dies());
    CHECK(second.does('a'));
}

TEST_CASE("behind a visit that lasts the next process waits, and takes over without a start at its end") {
    Limits limits = RunningSupervisor::quick_limits();
    limits.ahead = Milliseconds(50);
    RunningSupervisor supervisor(limits);
    Fake first = supervisor.shows_one();
    REQUIRE(first.does('t'));
    Fake second = supervisor.arrives();
    REQUIRE(second.does('p'));
    CHECK(first.does('a'));
    CHECK_FALSE(second.heard_go());
    REQUIRE(first.does('e'));
    CHECK(second.hears_go());
    REQUIRE(second.does('r'));
    CHECK(first.dies());
    CHECK(second.does('a'));
}

TEST_CASE("the next process waits behind a veil, and goes when the visitor goes on") {
    RunningSupervisor supervisor;
    Fake first = supervisor.shows_one();
    REQUIRE(first.does_all("tv"));
    Fake second = supervisor.arrives();
    REQUIRE(second.does('p'));
    REQUIRE(first.does('t'));
    CHECK(second.dies());
    CHECK_FALSE(second.heard_go());
    SUBCASE("and another one waits behind the second veil") {
        REQUIRE(first.does('v'));
        Fake third = supervisor.arrives();
        REQUIRE(third.does('p'));
        REQUIRE(first.does('e'));
        CHECK(third.hears_go());
        REQUIRE(third.does('r'));
        CHECK(first.dies());
    }
}

TEST_CASE("a closed window is the end, and a whole screen cannot be closed") {
    RunningSupervisor in_window;
    in_window.shows_one().order('X');
    CHECK(in_window.ends() == 0);
    RunningSupervisor on_screen(RunningSupervisor::quick_limits(), "", "--config");
    on_screen.shows_one().order('X');
    Fake second = on_screen.shows_one();
    CHECK(second.does('a'));
}

/// The second process of a session, which knows that the first one was killed in its visit.
static Fake after_a_death(RunningSupervisor& supervisor) {
    Fake first = supervisor.shows_one();
    REQUIRE(first.does('A'));
    REQUIRE(first.does('t'));
    kill(first.pid, SIGKILL);
    Fake second = supervisor.shows_one();
    REQUIRE(second.does('A'));
    CHECK(second.knows_dead(first.pid));
    return second;
}

TEST_CASE("where the X server is the kiosk's own, who is on the screen learns who died before it") {
    RunningSupervisor supervisor(RunningSupervisor::quick_limits(), "", "--config", true);
    Fake second = after_a_death(supervisor);
    CHECK_FALSE(second.knows_dead(second.pid));
}

TEST_CASE("an X server of its own that cannot be put back is the end, and nobody else's is") {
    RunningSupervisor own(RunningSupervisor::quick_limits(), "", "--config", true);
    Fake only = own.shows_one();
    REQUIRE(only.does('A'));
    only.order('P');
    CHECK(own.ends() == int(ExitCode::spoilt_server));
    CHECK(own.log().find("must be started anew") != std::string::npos);
    RunningSupervisor on_a_desk;
    on_a_desk.shows_one().order('P');
    Fake second = on_a_desk.shows_one();
    CHECK(second.does('a'));
}

TEST_CASE("a process that is killed and does not end ends the session, and nobody is told meanwhile that it is dead") {
    Limits limits = RunningSupervisor::quick_limits();
    limits.dying = Milliseconds(500);
    RunningSupervisor supervisor(limits, "", "--config", true);
    Fake first = supervisor.shows_one();
    REQUIRE(first.does_all("At"));
    // The kernel tells its parent of its end only when this process has been told, and it does not ask.
    REQUIRE(ptrace(PTRACE_SEIZE, first.pid, nullptr, nullptr) == 0);
    REQUIRE(first.does('e'));
    Fake second = supervisor.arrives();
    REQUIRE(second.does_all("pr"));
    second.order('A');
    CHECK(supervisor.ends() == int(ExitCode::spoilt_server));
    CHECK_FALSE(second.knows_dead(first.pid));
    CHECK(supervisor.log().find("that was killed does not end") != std::string::npos);
    waitpid(first.pid, nullptr, 0);
}

TEST_CASE("whom somebody has put back is not told of again, and whom nobody has put back is, to whoever comes") {
    RunningSupervisor supervisor(RunningSupervisor::quick_limits(), "", "--config", true);
    Fake first = supervisor.shows_one();
    REQUIRE(first.does_all("Ast"));
    kill(first.pid, SIGKILL);
    Fake second = supervisor.shows_one();
    REQUIRE(second.does_all("At"));  // touched, and so no reason to end the session
    kill(second.pid, SIGKILL);
    Fake third = supervisor.shows_one();
    REQUIRE(third.does_all("Ast"));
    CHECK(third.knows_dead(first.pid));
    kill(third.pid, SIGKILL);
    Fake fourth = supervisor.shows_one();
    REQUIRE(fourth.does('A'));
    CHECK(fourth.knows_dead(third.pid));
    CHECK_FALSE(fourth.knows_dead(first.pid));
}

TEST_CASE("a page stands no longer than the settings allow that count when its process starts") {
    Limits limits = RunningSupervisor::quick_limits();
    limits.told_late = Milliseconds(100);
    RunningSupervisor supervisor(limits, "", "--config", false, [] { return Milliseconds(400); });
    Fake first = supervisor.shows_one();
    REQUIRE(first.does('t'));
    CHECK(first.dies());
    CHECK(supervisor.shows_one().does('a'));
    CHECK(supervisor.log().find("silent for too long") != std::string::npos);
}

TEST_CASE("what the first process of a session has kept its later ones find") {
    RunningSupervisor supervisor(RunningSupervisor::quick_limits(), "", "--config", true);
    Fake first = supervisor.arrives();
    REQUIRE(first.does_all("Mprte"));
    Fake second = supervisor.arrives();
    REQUIRE(second.does('M'));
    CHECK(second.finds_kept_by(first.pid));
}

TEST_CASE("what a process keeps after it is prepared nobody finds") {
    RunningSupervisor supervisor(RunningSupervisor::quick_limits(), "", "--config", true);
    Fake first = supervisor.arrives();
    REQUIRE(first.hears_go());
    long const before = supervisor.descriptors();
    REQUIRE(first.does_all("pr"));
    // Once it has heard that, the supervisor holds the memory no longer: nothing was in it.
    for (int waited_ms = 0; waited_ms < test::patience_ms && supervisor.descriptors() == before; waited_ms += 10)
        poll(nullptr, 0, 10);
    CHECK(supervisor.descriptors() < before);
    REQUIRE(first.does_all("Mte"));
    Fake second = supervisor.arrives();
    REQUIRE(second.does('M'));
    CHECK(second.finds_kept_by(second.pid));
}

TEST_CASE("on another X server another session begins") {
    RunningSupervisor supervisor(RunningSupervisor::quick_limits(), "", "--config", true);
    Fake first = supervisor.arrives();
    REQUIRE(first.does_all("Mpr"));
    first.order('D');
    Fake second = supervisor.arrives();
    REQUIRE(second.does_all("Bprte"));
    CHECK(second.finds_kept_by(second.pid));
    Fake third = supervisor.arrives();
    REQUIRE(third.does('M'));
    CHECK(third.finds_kept_by(second.pid));
}

TEST_CASE("a supervisor that is stopped leaves to the next one what was kept, and who has died since") {
    RunningSupervisor supervisor(RunningSupervisor::quick_limits(), "", "--config", true);
    Fake first = supervisor.arrives();
    REQUIRE(first.does_all("MprAste"));
    Fake second = supervisor.arrives();
    REQUIRE(second.does_all("pr"));
    REQUIRE(first.dies());
    supervisor.receives(SIGTERM);
    CHECK(supervisor.ends() == 0);
    supervisor.starts_again();
    Fake third = supervisor.arrives();
    CHECK_FALSE(std::filesystem::exists(supervisor.runtime_file("session")));
    REQUIRE(third.does_all("MprA"));
    CHECK(third.finds_kept_by(first.pid));
    CHECK(third.knows_dead(first.pid));
    CHECK(third.knows_dead(second.pid));
}

TEST_CASE("a session that had to end leaves nothing to the next one") {
    RunningSupervisor supervisor(RunningSupervisor::quick_limits(), "", "--config", true);
    Fake first = supervisor.arrives();
    REQUIRE(first.does_all("MprA"));
    first.order('P');
    CHECK(supervisor.ends() == int(ExitCode::spoilt_server));
    CHECK_FALSE(std::filesystem::exists(supervisor.runtime_file("session")));
}

TEST_CASE("an X server over which the next process falls while it puts it back is the end, and later it is not") {
    for (bool const restores : {false, true}) {
        CAPTURE(restores);
        RunningSupervisor supervisor(RunningSupervisor::quick_limits(), "", "--config", true);
        Fake second = after_a_death(supervisor);
        if (restores) REQUIRE(second.does('s'));
        second.order('C');
        if (!restores) CHECK(supervisor.ends() == int(ExitCode::spoilt_server));
        if (restores) CHECK(supervisor.shows_one().does('a'));
    }
}

TEST_CASE("a killed visitor process is replaced") {
    RunningSupervisor supervisor;
    Fake first = supervisor.shows_one();
    REQUIRE(first.does('t'));
    kill(first.pid, SIGKILL);
    Fake second = supervisor.shows_one();
    CHECK(second.does('a'));
}

TEST_CASE("a stopped visitor process is killed and replaced") {
    RunningSupervisor supervisor;
    Fake first = supervisor.shows_one();
    kill(first.pid, SIGSTOP);
    CHECK(first.dies());
    supervisor.shows_one();
}

TEST_CASE("a visitor process that hangs is killed and replaced") {
    RunningSupervisor supervisor;
    Fake first = supervisor.shows_one();
    first.order('H');
    CHECK(first.dies());
    supervisor.shows_one();
}

TEST_CASE("a process that hangs behind a veil is replaced there") {
    RunningSupervisor supervisor;
    Fake first = supervisor.shows_one();
    REQUIRE(first.does_all("tv"));
    Fake second = supervisor.arrives();
    REQUIRE(second.does('p'));
    second.order('H');
    CHECK(second.dies());
    Fake const third = supervisor.arrives();
    CHECK(third.pid != second.pid);
    CHECK(first.does('a'));
}

TEST_CASE("a process that is never ready is killed and replaced, however alive it says it is") {
    Limits limits = RunningSupervisor::quick_limits();
    limits.start = Milliseconds(500);
    RunningSupervisor supervisor(limits);
    Fake first = supervisor.arrives();
    CHECK(first.dies());
    Fake const second = supervisor.arrives();
    CHECK(second.pid != first.pid);
}

TEST_CASE("a process that hangs when it is to map its window has no longer than one on the screen") {
    Limits limits = RunningSupervisor::quick_limits();
    limits.start = Milliseconds(600'000);
    RunningSupervisor supervisor(limits);
    Fake first = supervisor.shows_one();
    REQUIRE(first.does_all("te"));
    Fake second = supervisor.arrives();
    REQUIRE(second.does('p'));
    REQUIRE(second.hears_go());
    SUBCASE("in silence") { second.order('H'); }
    SUBCASE("however alive it says it is") { CHECK(second.does('a')); }
    CHECK(second.dies());
    supervisor.shows_one();
}

TEST_CASE("when the visitor process crashes under its veil, the one that waits takes its place") {
    RunningSupervisor supervisor;
    Fake first = supervisor.shows_one();
    REQUIRE(first.does_all("tv"));
    Fake second = supervisor.arrives();
    REQUIRE(second.does('p'));
    first.order('C');
    CHECK(second.hears_go());
    REQUIRE(second.does('r'));
    supervisor.receives(SIGTERM);
    CHECK(supervisor.ends() == 0);
    CHECK(supervisor.uninvited() == 0);
}

TEST_CASE("a visit that has ended does not outlive a next process that fails") {
    RunningSupervisor supervisor;
    Fake first = supervisor.shows_one();
    REQUIRE(first.does_all("te"));
    Fake second = supervisor.arrives();
    second.order('C');
    CHECK(first.dies());
    supervisor.shows_one();
}

TEST_CASE("five early failures give up the directory, until SIGHUP announces another") {
    Limits limits = RunningSupervisor::quick_limits();
    limits.early = Milliseconds(60'000);
    RunningSupervisor supervisor(limits, "/new.halte");
    char const failures[] = {'C', 'U', 'Q', 'C', 'r'};
    for (char const failure : failures) {
        Fake fake = supervisor.arrives();
        CHECK(arguments_of(fake) == "--windowed --directory /new.halte");
        if (failure == 'r') REQUIRE(fake.does('r'));  // a crash just after `ready` counts as well
        fake.order(failure == 'r' ? 'C' : failure);
        REQUIRE(fake.dies());
    }
    Fake embedded = supervisor.shows_one();
    CHECK(arguments_of(embedded) == "--windowed --quiet --embedded-directory");
    CHECK(supervisor.log().find("5 visitor processes in a row failed") != std::string::npos);
    REQUIRE(embedded.does('e'));
    Fake still_embedded = supervisor.arrives();
    CHECK(arguments_of(still_embedded) == "--windowed --quiet --embedded-directory");
    REQUIRE(still_embedded.does_all("pr"));
    supervisor.receives(SIGHUP);
    Fake renewed = supervisor.arrives();
    CHECK(arguments_of(renewed) == "--windowed --directory /new.halte");
}

TEST_CASE("a directory that ends three visits gives way to the embedded one, and the log says why") {
    RunningSupervisor supervisor(RunningSupervisor::quick_limits(), "/new.halte");
    for (int visit = 0; visit < 3; ++visit) {
        Fake fake = supervisor.arrives();
        CHECK(fake.told.find("--directory /new.halte") != std::string::npos);
        REQUIRE(fake.does_all("dprt"));
        fake.order('C');
        REQUIRE(fake.dies());
    }
    CHECK(arguments_of(supervisor.arrives()) == "--windowed --quiet --embedded-directory");
    CHECK(count_of(supervisor.log(), "3 visitor processes crashed or hung within an hour") == 1);
}

TEST_CASE("what waits behind the visit that gives up a directory does not stay") {
    Limits limits = RunningSupervisor::quick_limits();
    limits.crashes = 1;
    limits.ahead = Milliseconds(50);
    RunningSupervisor supervisor(limits, "/new.halte");
    Fake first = supervisor.shows_one();
    REQUIRE(first.does_all("dt"));
    Fake second = supervisor.arrives();
    REQUIRE(second.does_all("dp"));
    first.order('C');
    CHECK(second.hears_go());
    REQUIRE(second.does('r'));
    Fake third = supervisor.arrives();
    CHECK(arguments_of(third) == "--windowed --quiet --embedded-directory");
    REQUIRE(third.does('p'));
    CHECK(third.hears_go());
    REQUIRE(third.does('r'));
    CHECK(second.dies());
}

TEST_CASE("no directory is given up because opening a window ends in a crash") {
    Limits limits = RunningSupervisor::quick_limits();
    limits.attempts = 2;
    RunningSupervisor supervisor(limits, "/new.halte");
    for (int failures = 0; failures < 2; ++failures) {
        Fake fake = supervisor.arrives();
        REQUIRE(fake.does('d'));
        fake.order('W');
        REQUIRE(fake.dies());
    }
    CHECK(arguments_of(supervisor.arrives()) == "--windowed --directory /new.halte");
}

TEST_CASE("only the first process of a directory says what is wrong with it: a log must not count visits") {
    RunningSupervisor supervisor;
    Fake first = supervisor.shows_one();
    CHECK(arguments_of(first) == "--windowed");
    REQUIRE(first.does_all("te"));
    Fake second = supervisor.arrives();
    CHECK(arguments_of(second) == "--windowed --quiet");
    REQUIRE(second.does('p'));
    CHECK(second.hears_go());
    REQUIRE(second.does('r'));
    supervisor.receives(SIGHUP);
    CHECK(arguments_of(supervisor.arrives()) == "--windowed");
}

TEST_CASE("what a visitor process prints is passed on until somebody touches, and never after") {
    RunningSupervisor supervisor;
    Fake first = supervisor.arrives();
    REQUIRE(first.does_all("Lpr"));
    // Words are read before lines: a touch that came too soon would take the line before it away.
    REQUIRE(comes_into_the_log(supervisor, "A line of a visitor process."));
    REQUIRE(first.does_all("tLLL"));
    first.order('C');
    Fake second = supervisor.arrives();
    REQUIRE(second.does_all("prt"));  // the supervisor has dealt with all that came before
    CHECK(count_of(supervisor.log(), "A line of a visitor process.") == 1);
}

TEST_CASE("later processes print into nothing, but for one that fails before it shows anything") {
    RunningSupervisor supervisor;
    Fake first = supervisor.arrives();
    REQUIRE(first.does_all("pr"));
    first.order('C');
    Fake second = supervisor.arrives();
    REQUIRE(second.does_all("LprL"));
    second.order('C');
    Fake third = supervisor.arrives();
    REQUIRE(third.does_all("pr"));
    CHECK(count_of(supervisor.log(), "A line of a visitor process.") == 0);
    third.order('C');
    Fake fourth = supervisor.arrives();
    REQUIRE(fourth.does('L'));
    fourth.order('U');
    Fake fifth = supervisor.arrives();
    REQUIRE(fifth.does_all("pr"));
    CHECK(count_of(supervisor.log(), "A line of a visitor process.") == 1);
}

TEST_CASE("no directory is given up because a confinement did not take effect") {
    RunningSupervisor supervisor(RunningSupervisor::quick_limits(), "/given");
    for (int failures = 0; failures < 5; ++failures) {
        Fake fake = supervisor.arrives();
        CHECK(fake.told.find("--directory /given") != std::string::npos);
        fake.order('N');
    }
}

TEST_CASE("when the embedded directory fails too, starts become rarer but never stop") {
    Limits limits = RunningSupervisor::quick_limits();
    limits.attempts = 1;
    RunningSupervisor supervisor(limits);
    fails(supervisor, 'C');
    fails(supervisor, 'C');
    SystemClock const clock;
    Instant const failed = clock.now();
    Fake const third = supervisor.arrives();
    CHECK(clock.now() - failed >= Milliseconds(900));
    CHECK(supervisor.log().find("starts in 1 s") != std::string::npos);
}

TEST_CASE("no directory is given up because there is no screen") {
    Limits limits = RunningSupervisor::quick_limits();
    limits.attempts = 3;
    RunningSupervisor supervisor(limits, "/new.halte");
    for (char const failure : {'D', 'C', 'D', 'C'}) fails(supervisor, failure);
    CHECK(arguments_of(supervisor.arrives()) == "--windowed --directory /new.halte");
}

TEST_CASE("SIGHUP replaces an untouched welcome screen without a gap") {
    RunningSupervisor supervisor;
    Fake first = supervisor.shows_one();
    supervisor.receives(SIGHUP);
    Fake second = supervisor.arrives();
    REQUIRE(second.does('p'));
    CHECK(second.hears_go());
    REQUIRE(second.does('r'));
    CHECK(first.dies());
}

TEST_CASE("SIGHUP lets a visit go on, and takes effect after it") {
    RunningSupervisor supervisor;
    Fake first = supervisor.shows_one();
    REQUIRE(first.does_all("tv"));
    Fake out_of_date = supervisor.arrives();
    REQUIRE(out_of_date.does('p'));
    supervisor.receives(SIGHUP);
    CHECK(out_of_date.dies());  // started before the signal, so it may hold the old directory
    Fake second = supervisor.arrives();
    REQUIRE(second.does('p'));
    REQUIRE(first.does('e'));
    CHECK(second.hears_go());
    REQUIRE(second.does('r'));
    CHECK(first.dies());
    CHECK_FALSE(out_of_date.heard_go());
    supervisor.receives(SIGTERM);
    CHECK(supervisor.ends() == 0);
    CHECK(supervisor.uninvited() == 0);
}

TEST_CASE("SIGTERM and SIGINT end every process and then the supervisor, with status 0") {
    int ending = 0;
    SUBCASE("SIGTERM") { ending = SIGTERM; }
    SUBCASE("SIGINT") { ending = SIGINT; }
    RunningSupervisor supervisor;
    Fake first = supervisor.shows_one();
    REQUIRE(first.does_all("tv"));
    Fake second = supervisor.arrives();
    REQUIRE(second.does_all("pI"));  // this one ignores SIGTERM
    supervisor.receives(ending);
    CHECK(first.dies());
    CHECK(second.dies());
    CHECK(supervisor.ends() == 0);
    CHECK(supervisor.uninvited() == 0);
    CHECK(supervisor.log().empty());
}

TEST_CASE("thirty visits leave no descriptor in the supervisor, and not a word in its log") {
    RunningSupervisor supervisor;
    Fake visitor = supervisor.shows_one();
    long const before = supervisor.descriptors();
    for (int visit = 0; visit < 30; ++visit) {
        REQUIRE(visitor.does_all("tve"));
        Fake next = supervisor.arrives();
        REQUIRE(next.does('p'));
        REQUIRE(next.hears_go());
        REQUIRE(next.does('r'));
        REQUIRE(visitor.dies());
        visitor = std::move(next);
    }
    CHECK(visitor.does('a'));
    // A process is seen to be dead a moment before the supervisor has closed its pipes.
    for (int waited_ms = 0; waited_ms < test::patience_ms && supervisor.descriptors() != before; waited_ms += 10)
        poll(nullptr, 0, 10);
    CHECK(supervisor.descriptors() == before);
    CHECK(supervisor.log().empty());
}

TEST_CASE("that a touchscreen reports touches nobody makes is kept as a file that says neither when nor how often") {
    RunningSupervisor supervisor;
    Fake fake = supervisor.shows_one();
    std::string const note = supervisor.runtime_file(ghost_touches_file);
    REQUIRE(fake.does_all("ta"));
    CHECK_FALSE(std::filesystem::exists(note));
    REQUIRE(fake.does('n'));
    for (int waited_ms = 0; waited_ms < test::patience_ms && !std::filesystem::exists(note); waited_ms += 10)
        poll(nullptr, 0, 10);
    CHECK(std::filesystem::exists(note));
    REQUIRE(fake.does_all("ne"));
    Fake second = supervisor.arrives();
    REQUIRE(second.does_all("prtn"));
    supervisor.receives(SIGTERM);
    CHECK(supervisor.ends() == int(ExitCode::ok));
    struct stat about{};
    REQUIRE(stat(note.c_str(), &about) == 0);
    CHECK(about.st_size == 0);
    CHECK(about.st_mtim.tv_sec == 0);
    CHECK(supervisor.log().empty());
}
