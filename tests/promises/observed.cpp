#include "observed.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <regex>
#include <set>

namespace halte::promises {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

std::string sorted(Lines lines) {
    std::ranges::sort(lines);
    return fmt::format("{}\n", fmt::join(lines, "\n"));
}

std::string said_by(std::vector<std::string> const& words) {
    rig::Ran const ran = rig::run(words);
    if (ran.status != 0) throw rig::Missed(words[0] + " failed: " + ran.complaints);
    return ran.said;
}

/// Of the windows and processes that an answer of the X server names.
std::string without_numbers(std::string const& text) {
    static std::regex const window("0x[0-9a-f]+");
    static std::regex const process("(_NET_WM_PID.* = |Process id: )[0-9]+");
    return std::regex_replace(std::regex_replace(text, window, "WINDOW"), process, "$1PROCESS");
}

std::string environment_of(fs::path const& process, pid_t supervisor) {
    std::string text = rig::text_of(process / "environ");
    std::ranges::replace(text, '\0', '\n');
    return sorted(rig::lines_of(rig::replaced(text, std::to_string(supervisor), "SUPERVISOR")));
}

/// Without their numbers: two threads open what the start needs, and which of them comes first is chance.
std::string descriptors_of(fs::path const& process) {
    static std::regex const number(R"(\[[0-9]+\])");
    Lines targets;
    for (auto const& entry : fs::directory_iterator(process / "fd"))
        targets.push_back(std::regex_replace(fs::read_symlink(entry.path()).string(), number, "[N]"));
    return sorted(targets);
}

std::string threads_of(fs::path const& process) {
    Lines names;
    for (auto const& entry : fs::directory_iterator(process / "task"))
        names.push_back(rig::text_of(entry.path() / "comm"));
    return sorted(names);
}

/// What it may do, and what waits for it.
std::string status_of(fs::path const& process) {
    static std::regex const wanted(
        "(Umask|Uid|Gid|Groups|NoNewPrivs|Seccomp|Seccomp_filters|Sig(Pnd|Blk|Ign|Cgt)|Shd[A-Z][a-z]*|Cap[A-Z][a-z]*|"
        "VmSwap):.*");
    std::string text;
    for (std::string const& line : rig::lines_of(rig::text_of(process / "status")))
        if (std::regex_match(line, wanted)) text += line + "\n";
    return text;
}

std::string process(pid_t pid, pid_t supervisor) {
    fs::path const place = fmt::format("/proc/{}", pid);
    std::string command = rig::text_of(place / "cmdline");
    std::ranges::replace(command, '\0', ' ');
    return fmt::format(
        "environment:\n{}command: {}\nname: {}folder: {}, root: {}\ndescriptors:\n{}threads:\n{}limits:\n{}status:\n{}",
        environment_of(place, supervisor), command, rig::text_of(place / "comm"),
        fs::read_symlink(place / "cwd").string(), fs::read_symlink(place / "root").string(), descriptors_of(place),
        threads_of(place), rig::text_of(place / "limits"), status_of(place));
}

std::string windows() {
    std::string all = said_by({"xwininfo", "-root", "-tree"});
    std::string const children = said_by({"xwininfo", "-root", "-children"});
    static std::regex const child("\n +(0x[0-9a-f]+)");
    for (std::sregex_iterator at(children.begin(), children.end(), child), end; at != end; ++at) {
        all += said_by({"xprop", "-id", at->str(1)});
        all += said_by({"xwininfo", "-id", at->str(1), "-all"});
    }
    return without_numbers(all);
}

/// The names without their numbers.
std::string atoms() {
    Lines names;
    for (std::string const& line : rig::lines_of(said_by({"xlsatoms"})))
        names.push_back(line.substr(line.find('\t') + 1));
    return sorted(names);
}

}  // namespace

Observed observe(rig::Kiosk const& kiosk) {
    rig::Picture const screen = rig::rig().still_picture();
    Observed seen{{"screen", {screen.pixels.begin(), screen.pixels.end()}},
                  {"windows", windows()},
                  {"root-properties", sorted(rig::lines_of(said_by({"xprop", "-root"})))},
                  {"atoms", atoms()},
                  {"server", said_by({rig::programs() / "rig-server"})},
                  {"log", rig::text_of(kiosk.folder() / "log")},
                  {"process-1", process(kiosk.supervisor(), kiosk.supervisor())}};
    for (pid_t const visitor : rig::children_of(kiosk.supervisor()))
        seen[fmt::format("process-{}", seen.size() - 5)] = process(visitor, kiosk.supervisor());
    return seen;
}

std::vector<std::string> differences(Observed const& one, Observed const& other) {
    std::set<std::string> names;
    for (Observed const* const seen : {&one, &other})
        for (auto const& [name, how] : *seen) names.insert(name);
    auto const is_the_same = [&](std::string const& name) {
        return one.contains(name) && other.contains(name) && one.at(name) == other.at(name);
    };
    std::erase_if(names, is_the_same);
    return {names.begin(), names.end()};
}

std::string lines_that_differ(Observed const& one, Observed const& other) {
    std::string all;
    for (std::string const& name : differences(one, other)) {
        all += name + ": ";
        if (name == "screen" || !one.contains(name) || !other.contains(name)) continue;
        Lines const left = rig::lines_of(one.at(name));
        Lines const right = rig::lines_of(other.at(name));
        auto const [before, after] = std::ranges::mismatch(left, right);
        all += fmt::format("< {} > {}; ", before == left.end() ? "" : *before, after == right.end() ? "" : *after);
    }
    return all;
}

}  // namespace halte::promises
