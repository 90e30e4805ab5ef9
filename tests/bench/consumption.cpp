#include "consumption.h"

#include <fmt/format.h>
#include <unistd.h>

#include <ctime>
#include <sstream>
#include <string>

#include "await.h"
#include "process.h"

namespace halte::rig::bench {
namespace {

fs::path folder_of(pid_t pid) { return fmt::format("/proc/{}", pid); }

/// That file of each of its threads. A thread may end meanwhile; the first one stays as long as the process.
std::vector<std::string> of_threads(pid_t pid, std::string const& file) {
    std::vector<std::string> texts;
    std::error_code gone;
    for (auto const& thread : fs::directory_iterator(folder_of(pid) / "task", gone))
        if (std::string text = text_of(thread.path() / file); !text.empty()) texts.push_back(std::move(text));
    if (texts.empty()) throw Missed(fmt::format("Process {} is gone.", pid));
    return texts;
}

/// The numbers of the lines that begin with the word.
std::int64_t sum_behind(std::string const& word, std::string const& text) {
    std::int64_t sum = 0;
    for (std::string const& line : lines_of(text))
        if (line.starts_with(word)) sum += std::stoll(line.substr(word.size()));
    return sum;
}

/// Of all threads that there are: when one ends its part is missing, which is another sum, too.
std::int64_t cpu_ns(pid_t pid) {
    std::int64_t sum = 0;
    for (std::string const& text : of_threads(pid, "schedstat")) sum += std::stoll(text);
    return sum;
}

/// A thread that would run and gets no processor uses none.
bool wants_a_processor(pid_t pid) {
    for (std::string const& text : of_threads(pid, "stat"))
        if (text.find(") R ") != std::string::npos) return true;
    return false;
}

bool rests(pid_t pid) {
    auto const before = cpu_ns(pid);
    rest(Milliseconds(150));
    return cpu_ns(pid) == before && !wants_a_processor(pid);
}

}  // namespace

void await_rest(pid_t pid) {
    await(Milliseconds(120'000), "a process at rest", [&] { return rests(pid); });
}

double cpu_us_of(pid_t pid) { return double(cpu_ns(pid)) / 1000; }

CpuTimes cpu_times_of(std::vector<pid_t> const& processes) {
    CpuTimes times;
    for (pid_t const pid : processes) {
        clockid_t clock{};
        timespec time{};
        if (clock_getcpuclockid(pid, &clock) == 0 && clock_gettime(clock, &time) == 0)
            times[pid] = double(time.tv_sec) * 1e6 + double(time.tv_nsec) / 1e3;
    }
    return times;
}

double used_us(CpuTimes const& before, CpuTimes const& after) {
    double sum = 0;
    for (auto const& [pid, time] : after) {
        auto const was = before.find(pid);
        sum += time - (was == before.end() ? 0 : was->second);
    }
    return sum;
}

double used_by_old_us(CpuTimes const& before, CpuTimes after) {
    std::erase_if(after, [&](auto const& each) { return !before.contains(each.first); });
    return used_us(before, after);
}

double waited_for_us(pid_t pid) {
    std::string const text = text_of(folder_of(pid) / "stat");
    std::istringstream words(text.substr(text.rfind(')') + 1));
    std::string skipped;
    // Behind the name: cutime and cstime are the fourteenth and fifteenth.
    for (int word = 0; word < 13; ++word) words >> skipped;
    double user = 0;
    double system = 0;
    if (!(words >> user >> system)) throw Missed(fmt::format("Process {} is gone.", pid));
    return (user + system) * 1e6 / double(sysconf(_SC_CLK_TCK));
}

Memory memory_of(std::vector<pid_t> const& processes) {
    Memory memory;
    for (pid_t const pid : processes) {
        std::string const text = text_of(folder_of(pid) / "smaps_rollup");
        if (text.empty()) throw Missed(fmt::format("The memory of process {} cannot be read.", pid));
        memory.all_kb += double(sum_behind("Pss:", text));
        memory.own_kb += double(sum_behind("Pss_Anon:", text) + sum_behind("Pss_Shmem:", text));
    }
    return memory;
}

std::int64_t wake_ups_of(std::vector<pid_t> const& processes) {
    std::int64_t sum = 0;
    for (pid_t const pid : processes)
        for (std::string const& text : of_threads(pid, "status")) sum += sum_behind("voluntary_ctxt_switches:", text);
    return sum;
}

}  // namespace halte::rig::bench
