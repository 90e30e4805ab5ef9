#include "machine.h"

#include <fmt/format.h>
#include <sys/utsname.h>

#include <fstream>
#include <thread>

#include "contestant.h"
#include "rig.h"

namespace halte::rig::bench {
namespace {

/// What stands behind the mark in the first line that begins with the word, without quotes.
std::string value_in(std::string const& text, std::string const& word, char mark) {
    for (std::string const& line : lines_of(text)) {
        auto const at = line.find(mark);
        if (!line.starts_with(word) || at == std::string::npos) continue;
        auto const begin = line.find_first_not_of(" \t\"", at + 1);
        auto const end = line.find_last_not_of(" \t\"");
        return begin == std::string::npos ? "" : line.substr(begin, end - begin + 1);
    }
    return "unknown";
}

std::string system_name() {
    utsname names{};
    uname(&names);
    return fmt::format("{}, Linux {} {}", value_in(text_of("/etc/os-release"), "PRETTY_NAME", '='), names.release,
                       names.machine);
}

std::string renderer() {
    Ran const ran = run({programs() / "gl-renderer"});
    return ran.status == 0 ? lines_of(ran.said).at(0) : "unknown: " + ran.complaints;
}

}  // namespace

std::string machine_head() {
    RigOptions const& screen = rig().options();
    std::string const loads = text_of("/proc/loadavg");
    std::string head = fmt::format("processor    {}, {} threads; load of one minute {}\n",
                                   value_in(text_of("/proc/cpuinfo"), "model name", ':'),
                                   std::thread::hardware_concurrency(), loads.substr(0, loads.find(' ')));
    head += fmt::format("system       {}\n", system_name());
    head += fmt::format("screen       {}x{}, {}\n", screen.width, screen.height,
                        !screen.given_display.empty()    ? "the one of " + screen.given_display
                        : screen.glass == Glass::pointer ? "Xvfb with a pointer"
                                                         : "Xorg with real touches");
    head += fmt::format("drawn by     {}\n", renderer());
    if (has_browser()) head += fmt::format("browser      {}\n", browser_version());
    return head;
}

}  // namespace halte::rig::bench
