#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <visitor_process.h>

#include <csignal>

#include "support/instants.h"

using namespace halte;
using halte::test::at;

namespace {

struct Process {
    Process() {
        int ends[2];
        REQUIRE(pipe2(ends, O_NONBLOCK) == 0);
        say_to = UniqueFd(ends[1]);
        process.emplace(Spawned{.pid = -1, .words = UniqueFd(ends[0]), .go = {}, .lines = {}},
                        just_started(0, LogLines::as_they_come, at(0)));
    }
    void says(Word word, Instant now) {
        char const byte = char(word);
        REQUIRE(write(say_to.get(), &byte, 1) == 1);
        CHECK((process->listen(now) == std::vector<Word>{word}));
    }
    [[nodiscard]] Instant limit() const { return deadline(process->state(), limits); }
    [[nodiscard]] HowItEnded ended(int status) const { return how_it_ended(process->state(), status); }
    [[nodiscard]] HowItEnded fell_silent() const { return how_it_fell_silent(process->state()); }
    UniqueFd say_to;
    std::optional<VisitorProcess> process;
    Limits limits;
};

}  // namespace

TEST_CASE("a process that takes a place before it is prepared gets no second time for its start") {
    Process behind;
    behind.process->say_go(at(10));
    CHECK(behind.limit() == at(0) + behind.limits.start);
}

TEST_CASE("a prepared process is silent too long, and from its permission on slow to map its window") {
    Process behind;
    behind.says(Word::prepared, at(2));
    behind.says(Word::alive, at(7));
    CHECK(behind.limit() == at(7) + behind.limits.heartbeat);
    behind.process->say_go(at(9));
    behind.says(Word::alive, at(10));
    CHECK(behind.limit() == at(9) + behind.limits.heartbeat);
    behind.says(Word::ready, at(11));
    CHECK(behind.limit() == at(11) + behind.limits.idle_heartbeat);
    behind.says(Word::touched, at(12));
    CHECK(behind.limit() == at(12) + behind.limits.heartbeat);
}

/// The status that waitpid gives for a process that a signal has ended, and for one that has ended by itself.
static int killed_by(int signal) { return signal; }
static int exited_with(ExitCode code) { return int(code) << 8; }

TEST_CASE("whatever goes wrong while a process opens its window is the screen's fault") {
    Process opening;
    CHECK(opening.ended(killed_by(SIGABRT)) == HowItEnded::failed_to_start);
    opening.says(Word::opening, at(1));
    CHECK(opening.ended(killed_by(SIGABRT)) == HowItEnded::no_screen);
    CHECK(opening.ended(exited_with(ExitCode::failed)) == HowItEnded::no_screen);
    CHECK(opening.fell_silent() == HowItEnded::no_screen);
    opening.says(Word::alive, at(2));
    CHECK(opening.ended(killed_by(SIGABRT)) == HowItEnded::failed_to_start);
    CHECK(opening.fell_silent() == HowItEnded::failed_to_start);
}

TEST_CASE("a process that lost its screen or was killed has not crashed") {
    Process on_screen;
    on_screen.says(Word::ready, at(1));
    CHECK(on_screen.ended(killed_by(SIGSEGV)) == HowItEnded::crashed);
    CHECK(on_screen.ended(exited_with(ExitCode::failed)) == HowItEnded::crashed);
    CHECK(on_screen.ended(exited_with(ExitCode::no_display)) == HowItEnded::no_screen);
    CHECK(on_screen.ended(exited_with(ExitCode::no_graphics)) == HowItEnded::no_screen);
    CHECK(on_screen.ended(killed_by(SIGKILL)) == HowItEnded::killed);
    CHECK(on_screen.fell_silent() == HowItEnded::hung);
}

TEST_CASE("a process says itself that its directory was given from outside") {
    Process started;
    CHECK(started.process->state().shown == Shown::unknown);
    started.says(Word::given, at(1));
    started.says(Word::ready, at(2));
    CHECK(started.process->state().shown == Shown::given);
}
