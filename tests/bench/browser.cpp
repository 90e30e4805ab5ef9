// Our kiosk beside a browser that shows the same pages, by turns.
#include <fmt/format.h>

#include <array>

#include "contest.h"
#include "measures.h"

namespace halte::rig::bench {
namespace {

struct RoundPair {
    Round ours;
    Round browser;
};

/// Every row is of all rounds.
struct Line {
    char const* measure;
    double Round::* value;
    std::string (*words)(double);
    std::optional<double> goal = std::nullopt;
};

constexpr std::array lines{
    Line{"start to the first right picture", &Round::start_us, milliseconds, 0.2},
    Line{"memory of all processes at the first page", &Round::welcome_kb, megabytes, 0.3},
    Line{"memory of all processes on a service's page", &Round::visit_kb, megabytes},
    Line{"CPU time per touch", &Round::touch_cpu_us, milliseconds, 0.4},
    Line{"  with what is started for the next visitor", &Round::touch_and_new_cpu_us, milliseconds},
    Line{"CPU time of the X server per touch", &Round::touch_server_cpu_us, milliseconds},
    Line{"CPU time of a visit, with the next one's start", &Round::visit_cpu_us, milliseconds},
    Line{"finger's landing to the first changed pixel", &Round::press_us, milliseconds, 0.1},
    Line{"finger's lifting to the first changed pixel", &Round::answer_us, milliseconds, 0.1},
    Line{"finger's lifting to a still picture", &Round::still_us, milliseconds, 1},
    Line{"end of a visit to the next one's first page", &Round::reset_us, milliseconds},
    Line{"end of a visit to a touch that is felt", &Round::reset_felt_us, milliseconds}};

std::vector<Pair> pairs_of(double Round::* value, std::vector<RoundPair> const& rounds) {
    std::vector<Pair> pairs;
    for (RoundPair const& round : rounds) pairs.push_back({round.ours.*value, round.browser.*value});
    return pairs;
}

void add_rows(Table& table, std::vector<RoundPair> const& rounds) {
    for (Line const& line : lines) {
        auto const pairs = pairs_of(line.value, rounds);
        if (pairs.front().floor == 0) continue;  // nobody could ask for it
        table.add({line.measure, line.words(median_of_ours(pairs)), line.words(median_of_floors(pairs)),
                   median_ratio(pairs), line.goal});
    }
    auto const idle = pairs_of(&Round::idle_cpu_us, rounds);
    auto const whole = [](double us) { return fmt::format("{} ms", int(us / 1000)); };
    table.add({.measure = "whole milliseconds of CPU time in 10 s without a touch",
               .ours = whole(median_of_ours(idle)),
               .floor = whole(median_of_floors(idle)),
               .goal = 0});
}

Walk learnt_walk() {
    constexpr int long_enough = 60;
    Kiosk kiosk({.settings = {.inactivity_seconds = long_enough, .inactivity_reading_seconds = long_enough}});
    Walk walk = learn_walk(kiosk);
    kiosk.end();
    return walk;
}

void say_likeness(Walk const& walk, Contestant const& contestant) {
    std::string shares;
    for (std::size_t page = 0; page < walk.pages.size(); ++page)
        shares += fmt::format(" {:.1f}", likeness(contestant.pictures[page], walk.pages[page].screen.picture) * 100);
    say(fmt::format("The pages of {} look as they should in per cent of their pixels:{}", contestant.name(), shares));
}

void keep_pictures(fs::path const& folder, Walk const& walk, Contestant const& contestant) {
    for (std::size_t page = 0; page < walk.pages.size(); ++page)
        save(contestant.pictures[page], folder / fmt::format("{}-{}.ppm", walk.pages[page].file, contestant.name()));
}

}  // namespace

void measure_browser(Bench& bench) {
    if (!has_browser()) return say("skip browser: chromium is missing; tests/bench/browser installs it");
    fs::path const pages = bench.kept_pages.empty() ? rig().folder() / "pages" : bench.kept_pages;
    Walk const walk = learnt_walk();
    write_pages(walk, pages);
    auto const ours = our_kiosk();
    auto const browser = browser_kiosk(pages);
    for (Contestant* const each : {ours.get(), browser.get()}) {
        learn_pictures(*each, walk);
        say_likeness(walk, *each);
        if (!bench.kept_pages.empty()) keep_pictures(pages, walk, *each);
    }
    std::vector<RoundPair> rounds;
    for (int round = 0; round < bench.times(2, 7); ++round) {
        Round const our = measure_round(*ours, walk);
        rounds.push_back({our, measure_round(*browser, walk)});
    }
    add_rows(bench.beside_browser, rounds);
}

}  // namespace halte::rig::bench
