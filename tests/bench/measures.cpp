#include "measures.h"

#include <fmt/format.h>

#include <sstream>

#include "staging.h"

namespace halte::rig::bench {

LearntVisit const& Bench::visit() {
    if (!learnt) learnt = learn_visit();
    return *learnt;
}

void say(std::string const& words) { fmt::print(stderr, "\n== {}\n", words); }

fs::path log_file() { return rig().folder() / "log"; }

fs::path write_settings() {
    fs::path file = rig().folder() / "halte.toml";
    write_file(file, KioskSettings{}.toml());
    return file;
}

std::string printed_by(std::vector<std::string> const& words) {
    // valgrind is slow.
    constexpr Milliseconds patience(300'000);
    Ran const ran = run(words, {}, patience);
    if (ran.status != 0)
        throw Missed(fmt::format("{} ended with {}: {}", words[0], ran.status,
                                 ran.complaints.empty() ? "it has not said why" : ran.complaints));
    return ran.said;
}

fs::path frames_file() { return rig().folder() / "kiosk/frames"; }

std::vector<DrawnFrame> drawn_frames() {
    std::istringstream text(text_of(frames_file()));
    std::vector<DrawnFrame> frames;
    for (DrawnFrame frame; text >> frame.pid >> frame.number >> frame.epoch_us >> frame.cpu_us;)
        frames.push_back(frame);
    return frames;
}

}  // namespace halte::rig::bench
