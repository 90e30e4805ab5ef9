// From a process' start to its first frame on the screen, beside a bare window's.
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

/// The first of each is thrown away: it finds nothing in the file cache.
void measure_start(Bench& bench) {
    fs::path const settings = write_settings();
    auto const start_of_ours = [&] { return start_of_visitor({"--config", settings}); };
    start_of_ours();
    start_of_floor();
    std::vector<Pair> starts;
    for (int turn = 0; turn < bench.times(5, 25); ++turn) {
        double const ours = start_of_ours();
        starts.push_back({ours, start_of_floor()});
    }
    bench.table.add({"start to the first frame", milliseconds(median_of_ours(starts)),
                     milliseconds(median_of_floors(starts)), median_ratio(starts), 1.3});
}

}  // namespace halte::rig::bench
