#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <visitor_process.h>

using namespace halte;

namespace {

Instant at(int seconds) { return Instant{} + std::chrono::seconds(seconds); }

struct Process {
    Process() {
        int ends[2];
        REQUIRE(pipe2(ends, O_NONBLOCK) == 0);
        say_to = UniqueFd(ends[1]);
        process.emplace(Spawned{.pid = -1, .words = UniqueFd(ends[0]), .go = {}, .lines = {}}, Permission::later,
                        Voice::loud, 0, at(0));
    }
    void says(Word word, Instant now) {
        char const byte = char(word);
        REQUIRE(write(say_to.get(), &byte, 1) == 1);
        process->listen(now);
    }
    UniqueFd say_to;
    std::optional<VisitorProcess> process;
    Limits limits;
};

}  // namespace

TEST_CASE("a process that takes a place before it is prepared gets no second time for its start") {
    Process behind;
    behind.process->permit(at(10));
    CHECK(behind.process->deadline(behind.limits) == at(0) + behind.limits.start);
}

TEST_CASE("a prepared process is silent too long, and from its permission on slow to map its window") {
    Process behind;
    behind.says(Word::prepared, at(2));
    behind.says(Word::alive, at(7));
    CHECK(behind.process->deadline(behind.limits) == at(7) + behind.limits.heartbeat);
    behind.process->permit(at(9));
    behind.says(Word::alive, at(10));
    CHECK(behind.process->deadline(behind.limits) == at(9) + behind.limits.heartbeat);
    behind.says(Word::ready, at(11));
    CHECK(behind.process->deadline(behind.limits) == at(11) + behind.limits.idle_heartbeat);
    behind.says(Word::touched, at(12));
    CHECK(behind.process->deadline(behind.limits) == at(12) + behind.limits.heartbeat);
}
