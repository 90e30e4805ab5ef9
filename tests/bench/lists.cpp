// What a list costs by its length: 3,000 and 10,000 generated services in one situation beside 160 of them.
#include <fmt/format.h>

#include <array>

#include "consumption.h"
#include "long_directory.h"
#include "measures.h"

namespace halte::rig::bench {
namespace {

constexpr int few = 160;
constexpr std::array many{3'000, 10'000};
constexpr double most_grown_mb = 8;

/// Microseconds of all threads, and what of a visitor process no file holds, in kB.
struct Cost {
    double first_us = 0;
    double turn_us = 0;
    double grown_kb = 0;
};

double used_by(pid_t visitor, std::function<void()> const& deed) {
    await_rest(visitor);
    double const before = cpu_us_of(visitor);
    deed();
    await_rest(visitor);
    return cpu_us_of(visitor) - before;
}

/// From the lifted finger to a page at rest, its fade and the movement of the list included; a process that has shown
/// no list before.
Cost cost_of(int services) {
    constexpr int turns = 4;
    Kiosk kiosk({.settings = {.diagonal_inches = "21.5"}, .words = {"--directory", snapshot_with_services(services)}});
    kiosk.open_situations();
    kiosk.await_feeling();
    pid_t const visitor = kiosk.visitor();
    await_rest(visitor);
    double const own_before = memory_of({visitor}).own_kb;
    Cost cost;
    cost.first_us = used_by(visitor, [&] {
        kiosk.touch("open.services.rape");
        kiosk.await_words("Maintenant, si vous voulez");
    });
    for (int turn = 0; turn < turns; ++turn) {
        kiosk.await_feeling();
        cost.turn_us += used_by(visitor, [&] { kiosk.turn_page(); }) / turns;
    }
    cost.grown_kb = memory_of({visitor}).own_kb - own_before;
    return cost;
}

struct Costs {
    std::vector<Pair> first, turn;
    std::vector<double> grown;
};

void add_rows(Table& table, int services, Costs const& costs) {
    auto const add = [&](char const* what, std::vector<Pair> const& pairs, double goal) {
        table.add({fmt::format("CPU of {} with {} services, against {}", what, services, few),
                   milliseconds(median_of_ours(pairs)), milliseconds(median_of_floors(pairs)), median_ratio(pairs),
                   goal});
    };
    add("the first page", costs.first, 1.1);
    add("a turn of the page", costs.turn, 1.5);
    table.add({fmt::format("MB that a visitor process grows by, of {} services", services),
               fmt::format("{:.1f}", median(costs.grown) / 1024), "-", std::nullopt, most_grown_mb});
}

}  // namespace

void measure_lists(Bench& bench) {
    std::array<Costs, many.size()> all;
    for (int turn = 0; turn < bench.times(2, 6); ++turn)
        for (std::size_t at = 0; at < many.size(); ++at) {
            Cost const ours = cost_of(many[at]);
            Cost const floor = cost_of(few);
            all[at].first.push_back({ours.first_us, floor.first_us});
            all[at].turn.push_back({ours.turn_us, floor.turn_us});
            all[at].grown.push_back(ours.grown_kb);
        }
    for (std::size_t at = 0; at < many.size(); ++at) add_rows(bench.table, many[at], all[at]);
}

}  // namespace halte::rig::bench
