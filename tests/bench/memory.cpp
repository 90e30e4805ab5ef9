// PSS of all processes, beside that of a bare window that shows one layer, and what a kiosk may need more.
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <array>

#include "consumption.h"
#include "measures.h"

namespace halte::rig::bench {
namespace {

constexpr double allowance_kb = 16 * 1024;

Memory memory_of_floor() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw Missed("There is no pipe.");
    UniqueFd const told(ends[0]);
    UniqueFd const tells(ends[1]);
    // The environment that the supervisor gives a visitor process.
    Process floor({.words = {programs() / "floor-layer"},
                   .environment = {fmt::format("HALTE_PIPE={}", tells.get()), "MALLOC_ARENA_MAX=8",
                                   "MESA_SHADER_CACHE_DISABLE=true"},
                   .inherits = tells.get()});
    pollfd word{told.get(), POLLIN, 0};
    char letter = 0;
    if (poll(&word, 1, 20'000) != 1 || read(told.get(), &letter, 1) != 1 || letter != 'r')
        throw Missed("floor-layer did not say that it is ready.");
    return memory_of({floor.pid()});
}

/// The supervisor and every visitor process: during a visit there are two.
Memory memory_of_kiosk(Kiosk const& kiosk) {
    std::vector<pid_t> processes = children_of(kiosk.supervisor());
    if (processes.empty()) throw Missed("There is no visitor process.");
    processes.push_back(kiosk.supervisor());
    return memory_of(processes);
}

struct Turn {
    Memory welcome;
    Memory visit;
    Memory floor;
};

/// One after the other, never at once: what both map would count half for each.
Turn turn_of(LearntVisit const& learnt) {
    Turn turn{.welcome = {}, .visit = {}, .floor = memory_of_floor()};
    Kiosk kiosk({.visitor = "halte-visitor"});
    learnt.await_welcome(Milliseconds(20'000));
    pid_t const visitor = children_of(kiosk.supervisor()).at(0);
    await_rest(visitor);
    turn.welcome = memory_of_kiosk(kiosk);
    learnt.replay(visitor);
    turn.visit = memory_of_kiosk(kiosk);
    kiosk.end();
    return turn;
}

/// `floors` of them at once may be as large as ours, and the allowance more.
template <class Ours, class Floor>
void add_row(Table& table, std::string const& measure, std::vector<Turn> const& turns, Ours const& ours,
             Floor const& floor, int floors, std::optional<double> goal) {
    std::vector<Pair> pairs;
    for (Turn const& turn : turns) pairs.push_back({ours(turn), floors * floor(turn) + allowance_kb});
    std::string const times = floors == 1 ? "" : fmt::format("{} x ", floors);
    table.add({measure, megabytes(median_of_ours(pairs)),
               times + megabytes((median_of_floors(pairs) - allowance_kb) / floors) + " + 16 MB", median_ratio(pairs),
               goal});
}

}  // namespace

void measure_memory(Bench& bench) {
    LearntVisit const& learnt = bench.visit();
    std::vector<Turn> turns;
    for (int turn = 0; turn < bench.times(1, 3); ++turn) turns.push_back(turn_of(learnt));
    auto const floor_all = [](Turn const& turn) { return turn.floor.all_kb; };
    auto const floor_own = [](Turn const& turn) { return turn.floor.own_kb; };
    add_row(
        bench.table, "memory of all processes at the welcome screen", turns,
        [](Turn const& turn) { return turn.welcome.all_kb; }, floor_all, 1, 1);
    add_row(
        bench.table, "memory during a visit, the next process waiting", turns,
        [](Turn const& turn) { return turn.visit.all_kb; }, floor_all, 2, 1);
    add_row(
        bench.table, "of it no file's, at the welcome screen", turns,
        [](Turn const& turn) { return turn.welcome.own_kb; }, floor_own, 1, std::nullopt);
}

}  // namespace halte::rig::bench
