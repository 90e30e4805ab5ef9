// What more than one language costs: the first page in Arabic and in Tigrinya beside the same in French, and the
// opening of the whole snapshot beside one of four languages.
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

void measure_opening(Bench& bench) {
    fs::path const all = snapshot_of(source_folder() / "data", "all.snapshot");
    fs::path const four = snapshot_of(data_of_four(), "four.snapshot");
    opening_of(all);
    opening_of(four);
    std::vector<Pair> pairs;
    for (int turn = 0; turn < bench.times(20, 100); ++turn) {
        double const ours = opening_of(all);
        pairs.push_back({ours, opening_of(four)});
    }
    bench.table.add({"opening all languages, against four", milliseconds(median_of_ours(pairs)),
                     milliseconds(median_of_floors(pairs)), median_ratio(pairs), 1.1});
}

}  // namespace

void measure_languages(Bench& bench) {
    measure_first_pages(bench);
    measure_opening(bench);
}

}  // namespace halte::rig::bench
