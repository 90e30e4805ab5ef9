// Instructions per touch, counted by valgrind: no other program's load is in them.
#include <fmt/format.h>

#include <regex>

#include "consumption.h"
#include "measures.h"

namespace halte::rig::bench {
namespace {

fs::path counts_file() { return rig().folder() / "callgrind"; }

/// The program under valgrind, which becomes it: the process' id is the program's.
std::vector<std::string> counted(std::vector<std::string> const& words) {
    std::vector<std::string> all{"valgrind", "--tool=callgrind", "--callgrind-out-file=" + counts_file().string()};
    all.insert(all.end(), words.begin(), words.end());
    return all;
}

double number_of(std::string digits) {
    std::erase(digits, ',');
    return std::stod(digits);
}

double total_in(fs::path const& counts) {
    for (std::string const& line : lines_of(text_of(counts)))
        for (std::string const word : {"totals:", "summary:"})
            if (line.starts_with(word)) return std::stod(line.substr(word.size()));
    throw Missed("valgrind has counted nothing.");
}

/// By the file that an instruction is in, which stands in brackets behind its function. Code that the driver makes
/// while it runs belongs to no file.
double total_without_driver(fs::path const& counts) {
    static std::regex const line_of_function(R"(^ *([0-9,]+) \(.*\[([^\]]*)\]$)");
    static std::regex const driver(R"(dri|LLVM|gallium|\?\?\?)");
    double sum = 0;
    for (std::string const& line :
         lines_of(printed_by({"callgrind_annotate", "--threshold=100", "--auto=no", counts}))) {
        std::smatch found;
        if (std::regex_match(line, found, line_of_function) && !std::regex_search(found.str(2), driver))
            sum += number_of(found[1]);
    }
    return sum;
}

/// Counting begins when the welcome screen stands, and ends when the last touch of the visit is answered. The visitor
/// process has no supervisor here, which would lose patience.
fs::path counts_of_visit(LearntVisit const& learnt) {
    Process const visitor(
        {.words = counted({"--instr-atstart=no", programs() / "unconfined-visitor", "--config", write_settings()}),
         .said = log_file(),
         .complaints = log_file()});
    learnt.await_welcome(Milliseconds(120'000));
    await_rest(visitor.pid());
    printed_by({"callgrind_control", "--instr=on", std::to_string(visitor.pid())});
    learnt.replay(visitor.pid());
    printed_by({"callgrind_control", "--dump", std::to_string(visitor.pid())});
    return counts_file().string() + ".1";
}

double count_of_layers(int frames) {
    printed_by(counted({programs() / "floor-layer", std::to_string(frames)}));
    return total_in(counts_file());
}

/// The difference of two runs, so that the start is not in it.
double count_of_a_layer() {
    constexpr int few = 2;
    constexpr int many = 6;
    double const of_few = count_of_layers(few);
    return (count_of_layers(many) - of_few) / (many - few);
}

}  // namespace

void measure_instructions(Bench& bench) {
    LearntVisit const& learnt = bench.visit();
    auto const touches = double(learnt.touches.size());
    fs::path const counts = counts_of_visit(learnt);
    double const all = total_in(counts) / touches;
    double const own = total_without_driver(counts) / touches;
    double const floor = count_of_a_layer();
    bench.table.add({"instructions per touch, all", millions(all), millions(floor), all / floor});
    bench.table.add({"instructions per touch, without the OpenGL driver", millions(own)});
}

}  // namespace halte::rig::bench
