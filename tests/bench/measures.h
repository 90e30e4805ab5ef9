#pragma once
/// The measures. Each adds its rows to the table, and throws when it cannot be made. halte_bench.cpp calls them, on a
/// rig (rig/rig.h) on which nothing else runs.

#include <optional>
#include <string>
#include <vector>

#include "process.h"
#include "table.h"
#include "visit.h"

namespace halte::rig::bench {

struct Bench {
    bool quick = false;
    bool here = false;      ///< on the screen that DISPLAY names
    bool pointer = false;   ///< no touchscreen, though there may be one
    fs::path kept_pages{};  ///< where the browser's pages are to be left, with pictures; empty: nowhere
    Table table{"floor"};
    Table beside_browser{"browser"};
    std::optional<LearntVisit> learnt = std::nullopt;

    [[nodiscard]] int times(int quickly, int usually) const { return quick ? quickly : usually; }
    /// Learnt once for all measures.
    LearntVisit const& visit();
};

void measure_start(Bench& bench);
void measure_memory(Bench& bench);
void measure_idle(Bench& bench);
void measure_touch(Bench& bench);
void measure_swap(Bench& bench);
void measure_instructions(Bench& bench);
void measure_languages(Bench& bench);
void measure_lists(Bench& bench);
void measure_browser(Bench& bench);

/// Says on standard error how it goes.
void say(std::string const& words);
/// Where what is started by hand complains.
fs::path log_file();
/// For a visitor process that is started by hand: those of a kiosk.
fs::path write_settings();
/// What a program prints, which is run to its end. Throws Missed with its complaint when it fails.
std::string printed_by(std::vector<std::string> const& words);
/// Microseconds from the start of a process to its first frame: the visitor's with these options, and a bare window's.
double start_of_visitor(std::vector<std::string> options);
double start_of_floor();

/// A line of what the visitor process of the tests writes in the file that
/// HALTE_FRAMES names (observed_visitor.cpp).
struct DrawnFrame {
    pid_t pid = 0;
    int number = 0;
    std::int64_t epoch_us = 0;
    double cpu_us = 0;  ///< of all threads since the frame before
};
/// That file, of a kiosk: where alone its processes may write.
fs::path frames_file();
/// All that stand in it, of every process.
std::vector<DrawnFrame> drawn_frames();

}  // namespace halte::rig::bench
