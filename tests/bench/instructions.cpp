// Instructions per touch, counted by valgrind: no other program's load is in them.
#include <fmt/format.h>

#include <map>
#include <regex>
#include <string_view>

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

double total_in(fs::path const& counts) {
    for (std::string const& line : lines_of(text_of(counts)))
        for (std::string const word : {"totals:", "summary:"})
            if (line.starts_with(word)) return std::stod(line.substr(word.size()));
    throw Missed("valgrind has counted nothing.");
}

/// Code that the driver makes while it runs belongs to no file.
bool is_driver(std::string const& file) {
    static std::regex const names(R"(dri|LLVM|gallium|\?\?\?)");
    return std::regex_search(file, names);
}

/// What belongs to whoever calls it.
bool is_helper(std::string const& file) {
    static std::regex const names(R"(/(libc|libm|libstdc\+\+|libgcc_s|libpthread|ld-linux)[^/]*$)");
    return std::regex_search(file, names);
}

/// What callgrind has written, line by line (its manual, "Callgrind Format Specification"): whose code has run, and
/// what each of its calls has cost, all that was called from there included.
class CountsWithoutDriver {
public:
    void read(std::string const& line) {
        if (line.starts_with("ob=")) m_in_driver = is_driver(file_named(line.substr(3)));
        if (line.starts_with("cob=")) m_called = file_named(line.substr(4));
        if (line.starts_with("calls=")) m_is_call = true;
        bool const is_count =
            !line.empty() && std::string_view("+-*0123456789").find(line.front()) != std::string::npos;
        if (is_count) add(std::stod(line.substr(line.find(' '))));
    }
    [[nodiscard]] double sum() const { return m_sum; }

private:
    /// "(3) /usr/lib/libc.so.6", and from the second time on "(3)".
    std::string file_named(std::string const& words) {
        auto const end = words.find(')') + 1;
        std::string& file = m_files[words.substr(0, end)];
        if (words.size() > end) file = words.substr(end + 1);
        return file;
    }
    void add(double count) {
        bool const by_driver = m_is_call && m_in_driver && is_helper(m_called);
        if (by_driver) m_sum -= count;
        if (!m_is_call && !m_in_driver) m_sum += count;
        if (m_is_call) m_called.clear();
        m_is_call = false;
    }

    std::map<std::string, std::string> m_files;
    std::string m_called;
    bool m_in_driver = false;
    bool m_is_call = false;
    double m_sum = 0;
};

double total_without_driver(fs::path const& counts) {
    CountsWithoutDriver without;
    for (std::string const& line : lines_of(text_of(counts))) without.read(line);
    return without.sum();
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
