/// halte-bench: what Halte costs beside a bare window, in one table. help.txt tells how to use it and how to read that;
/// tests/bench/run shows the same text, without anything built.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <iterator>
#include <span>

#include "machine.h"
#include "measures.h"

namespace halte::rig::bench {
namespace {

struct Measure {
    std::string_view name;
    void (*make)(Bench&);
};
constexpr std::array measures{Measure{"start", measure_start},         Measure{"memory", measure_memory},
                              Measure{"idle", measure_idle},           Measure{"touch", measure_touch},
                              Measure{"swap", measure_swap},           Measure{"instructions", measure_instructions},
                              Measure{"languages", measure_languages}, Measure{"lists", measure_lists},
                              Measure{"browser", measure_browser}};

struct Kind {
    RigOptions rig;
    char const* words;
};

/// That screen, as large as it is, with whatever draws on it.
Kind given_screen() {
    char const* const display = std::getenv("DISPLAY");
    if (display == nullptr) throw NoRig("DISPLAY names no screen");
    Eye eye;
    eye.look();
    Picture const seen = eye.picture();
    return {{.width = seen.width, .height = seen.height, .given_display = display}, "on the screen that is there"};
}

/// The touchscreen, or the pointer where there is none.
std::vector<Kind> kinds_of(Bench const& wish) {
    if (wish.here) return {given_screen()};
    Kind const pointer{{.width = 1920, .height = 1080}, "with a pointer"};
    Kind const touchscreen{{.glass = Glass::touchscreen, .width = 1920, .height = 1080}, "with real touches"};
    return wish.pointer ? std::vector{pointer} : std::vector{touchscreen, pointer};
}

void show_log(fs::path const& file) {
    constexpr std::size_t most = 5;
    auto const lines = lines_of(text_of(file));
    for (std::string const& line : std::span(lines).last(std::min(most, lines.size())))
        fmt::print(stderr, "    log: {}\n", line);
}

bool is_made(Measure const& measure, Bench& bench) {
    say(fmt::format("Measuring: {}", measure.name));
    try {
        measure.make(bench);
        return true;
    } catch (std::exception const& why) {
        say(fmt::format("\"{}\" could not be measured: {}", measure.name, why.what()));
    }
    for (fs::path const& file : {rig().folder() / "kiosk/log", log_file()}) show_log(file);
    return false;
}

/// False when a measure could not be made.
bool measure_on(Kind const& kind, Bench& bench, std::span<Measure const> wanted) {
    std::string const loads = text_of("/proc/loadavg");
    say(fmt::format("Measuring {}, {}beside a load of {}", kind.words, bench.quick ? "quickly, " : "",
                    loads.substr(0, loads.find(' '))));
    return std::ranges::count_if(wanted, [&](Measure const& measure) { return !is_made(measure, bench); }) == 0;
}

int measure(Bench const& wish, std::span<Measure const> wanted) {
    bool all_made = true;
    for (Kind const& kind : kinds_of(wish)) {
        Bench bench = wish;
        try {
            held_rig() = std::make_unique<Rig>(kind.rig);
        } catch (NoRig const& reason) {
            fmt::print(stderr, "skip {}: {}\n", kind.words, reason.what());
            continue;
        }
        std::string const head = machine_head();
        all_made = measure_on(kind, bench, wanted) && all_made;
        held_rig().reset();
        if (bench.table.empty() && bench.beside_browser.empty()) continue;
        fmt::print("{}", head);
        bench.table.print();
        bench.beside_browser.print();
        return all_made ? 0 : 1;
    }
    fmt::print(stderr, "Nothing could be measured.\n");
    return 1;
}

int show(std::string const& file) {
    fmt::print("{}", text_of(source_folder() / "tests/bench" / file));
    return 0;
}

/// What stands behind the option of that name, in one word with it.
std::optional<std::string> value_of(std::string const& option, std::string const& word) {
    if (!word.starts_with(option + "=")) return std::nullopt;
    return word.substr(option.size() + 1);
}

int obey(std::span<std::string const> words) {
    Bench wish;
    std::vector<Measure> wanted;
    for (std::string const& word : words) {
        if (word == "--help" || word == "-h") return show("help.txt");
        if (word == "--list") return show("measures.txt");
        auto const* const found = std::ranges::find(measures, word, &Measure::name);
        if (word == "--quick") {
            wish.quick = true;
        } else if (word == "--pointer") {
            wish.pointer = true;
        } else if (word == "--here") {
            wish.here = true;
        } else if (auto const folder = value_of("--pages", word)) {
            wish.kept_pages = fs::absolute(*folder);
        } else if (found != measures.end()) {
            wanted.push_back(*found);
        } else {
            fmt::print(stderr, "There is no measure {}. tests/bench/run --list tells which there are.\n", word);
            return 1;
        }
    }
    if (wanted.empty()) wanted.assign(measures.begin(), measures.end());
    return measure(wish, wanted);
}

}  // namespace
}  // namespace halte::rig::bench

int main(int count, char** words) {
    using namespace halte::rig;
    // A finger whose server is gone throws.
    std::signal(SIGPIPE, SIG_IGN);
    listen_for_the_end();
    try {
        std::vector<std::string> const all(words + 1, words + count);
        return bench::obey(all);
    } catch (ToldToEnd const&) {
        held_rig().reset();
        return 130;
    } catch (std::runtime_error const& why) {
        std::fprintf(stderr, "%s\n", why.what());
        return 1;
    }
}
