// From a process' start to its first frame on the screen, beside a bare window's that shows one layer; and where the
// time goes.
#include <fmt/format.h>

#include <ctime>
#include <sstream>

#include "measures.h"

namespace halte::rig::bench {
namespace {

double start_of(std::vector<std::string> words) {
    words.insert(words.begin(), programs() / "start-timer");
    return std::stod(printed_by(words));
}

}  // namespace

double start_of_visitor(std::vector<std::string> options) {
    options.insert(options.begin(), programs() / "halte-visitor");
    return start_of(options);
}

double start_of_floor() { return start_of({programs() / "floor-window"}); }

namespace {

double start_of_layer() { return start_of({programs() / "floor-layer"}); }

std::string monotonic_ns() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return fmt::format("{}", now.tv_sec * 1'000'000'000 + now.tv_nsec);
}

struct PhaseOfStart {
    std::string name;
    std::vector<double> times_us;
};

/// Once through all phases; they are always the same, in the same order.
void add_phases(std::vector<PhaseOfStart>& phases, fs::path const& settings) {
    Ran const ran = run({programs() / "start-phases", monotonic_ns(), settings}, {"MESA_SHADER_CACHE_DISABLE=true"});
    if (ran.status != 0) throw Missed("start-phases: " + ran.complaints);
    std::istringstream lines(ran.said);
    std::size_t at = 0;
    for (double time_us = 0; lines >> time_us >> std::ws; ++at) {
        std::string name;
        std::getline(lines, name);
        if (at == phases.size()) phases.push_back({name, {}});
        phases[at].times_us.push_back(time_us);
    }
}

void measure_phases(Bench& bench, fs::path const& settings) {
    std::vector<PhaseOfStart> phases;
    for (int turn = 0; turn < bench.times(5, 25); ++turn) add_phases(phases, settings);
    for (PhaseOfStart const& phase : phases)
        bench.table.add({"  of it " + phase.name, milliseconds(median(phase.times_us))});
}

}  // namespace

/// The first of each is thrown away: it finds nothing in the file cache.
void measure_start(Bench& bench) {
    fs::path const settings = write_settings();
    auto const start_of_ours = [&] { return start_of_visitor({"--config", settings}); };
    start_of_ours();
    start_of_layer();
    std::vector<Pair> starts;
    for (int turn = 0; turn < bench.times(5, 25); ++turn) {
        double const ours = start_of_ours();
        starts.push_back({ours, start_of_layer()});
    }
    bench.table.add({"start to the first frame", milliseconds(median_of_ours(starts)),
                     milliseconds(median_of_floors(starts)), median_ratio(starts), 1.3});
    measure_phases(bench, settings);
}

}  // namespace halte::rig::bench
