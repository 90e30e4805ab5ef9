// What more than one language costs: the first page in Arabic and in Tigrinya beside the same in French, the start with
// the whole snapshot beside one of four languages, and how much of that start its opening is: each megabyte is read and
// summed, which no kiosk gets for nothing.
#include <halte/directory.h>

#include <array>
#include <chrono>

#include "consumption.h"
#include "measures.h"

namespace halte::rig::bench {
namespace {

struct Reader {
    char const* endonym;
    char const* exit_key;
    char const* row;
};
constexpr Reader french{"Français", "Effacer et partir", ""};
constexpr std::array others{Reader{"العربية", "مسح ومغادرة", "CPU of the first page in Arabic, against French"},
                            Reader{"ትግርኛ", "ምድምሳስን ምውጻእን", "CPU of the first page in Tigrinya, against French"}};

/// From the finger that is lifted off the language's key to a screen at rest, in a process that has shown none before.
double first_page_in(Kiosk& kiosk, Reader const& reader) {
    kiosk.await_feeling();
    await_rest(kiosk.visitor());
    pid_t const visitor = kiosk.visitor();
    double const before = cpu_us_of(visitor);
    kiosk.touch(reader.endonym);
    kiosk.await_words(reader.exit_key);
    await_rest(visitor);
    double const used = cpu_us_of(visitor) - before;
    kiosk.touch(reader.exit_key);
    kiosk.await_fresh_welcome(visitor);
    return used;
}

void measure_first_pages(Bench& bench) {
    Kiosk kiosk({.settings = {.diagonal_inches = "21.5", .unread = "all"}});
    std::array<std::vector<Pair>, others.size()> pairs;
    for (int turn = 0; turn < bench.times(3, 10); ++turn)
        for (std::size_t at = 0; at < others.size(); ++at) {
            double const ours = first_page_in(kiosk, others[at]);
            pairs[at].push_back({ours, first_page_in(kiosk, french)});
        }
    for (std::size_t at = 0; at < others.size(); ++at)
        bench.table.add({others[at].row, milliseconds(median_of_ours(pairs[at])),
                         milliseconds(median_of_floors(pairs[at])), median_ratio(pairs[at]), 1.5});
}

/// The project's data with the languages of before: French, Dutch, English, Arabic.
fs::path data_of_four() {
    fs::path const data = rig().folder() / "four";
    fs::copy(source_folder() / "data", data, fs::copy_options::recursive);
    for (auto const& entry : fs::directory_iterator(data / "translations")) {
        std::string const name = entry.path().filename().string();
        if (entry.is_directory() && name != "nl" && name != "en" && name != "ar") fs::remove_all(entry.path());
    }
    return data;
}

fs::path snapshot_of(fs::path const& data, std::string const& name) {
    fs::path const file = rig().folder() / name;
    printed_by({programs() / "halte-directory", "build", data, "-o", file});
    return file;
}

double opening_of(fs::path const& snapshot) {
    using Clock = std::chrono::steady_clock;
    auto const begin = Clock::now();
    auto const directory = Directory::open(snapshot.string());
    if (!directory || directory->languages().empty()) throw Missed("The snapshot cannot be opened.");
    return std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
}

double start_with(fs::path const& settings, fs::path const& snapshot) {
    return start_of_visitor({"--config", settings, "--directory", snapshot});
}

void measure_start_with_all(Bench& bench) {
    fs::path const settings = write_settings();
    fs::path const all = snapshot_of(source_folder() / "data", "all.snapshot");
    fs::path const four = snapshot_of(data_of_four(), "four.snapshot");
    start_with(settings, all);
    start_with(settings, four);
    std::vector<Pair> starts;
    std::vector<Pair> openings;
    for (int turn = 0; turn < bench.times(10, 50); ++turn) {
        double const ours = start_with(settings, all);
        starts.push_back({ours, start_with(settings, four)});
        openings.push_back({opening_of(all), ours});
    }
    bench.table.add({"start with all languages, against four", milliseconds(median_of_ours(starts)),
                     milliseconds(median_of_floors(starts)), median_ratio(starts), 1.1});
    bench.table.add({"opening all languages, of that start", milliseconds(median_of_ours(openings)),
                     milliseconds(median_of_floors(openings)), median_ratio(openings), 0.05});
}

}  // namespace

void measure_languages(Bench& bench) {
    measure_first_pages(bench);
    measure_start_with_all(bench);
}

}  // namespace halte::rig::bench
