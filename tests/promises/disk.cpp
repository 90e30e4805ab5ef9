/// Nothing of a visit is written anywhere: not by what the processes ask of the kernel, and not by what is on the disks
/// afterwards. Visits are made with the product's own program.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <csignal>
#include <regex>

#include "changes.h"
#include "hunt.h"
#include "rig/skip.h"
#include "rig/staging.h"
#include "rig/story.h"
#include "traced_kiosk.h"

using namespace halte::promises;
using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

using Lines = std::vector<std::string>;

/// Says so.
bool cannot_trace() {
    static std::string const reason = TracedKiosk::reason_to_skip();
    if (!reason.empty()) skip(reason);
    return !reason.empty();
}

/// In kB, of what /proc/PID/status says.
long memory_of(pid_t pid, std::string const& name) {
    for (std::string const& line : lines_of(text_of(fmt::format("/proc/{}/status", pid))))
        if (line.starts_with(name + ":")) return std::stol(line.substr(name.size() + 1));
    throw Missed("Process " + std::to_string(pid) + " has no " + name + ".");
}

void insist_on_locked_memory(pid_t pid) {
    long const locked = memory_of(pid, "VmLck");
    insist(locked > 0 && memory_of(pid, "VmSwap") == 0,
           fmt::format("Of {} kB {} kB are locked", memory_of(pid, "VmRSS"), locked));
}

/// A whole visit, and then somebody who writes where the kiosk is.
struct TracedVisit {
    Story story;
    Lines before;
    Lines during;
    Lines after;
    Lines leaked;
    Lines trace;

    TracedVisit() {
        Route const& route = hunt().everything.route;
        TracedKiosk kiosk({.settings = unhurried(), .words = {"--directory", hunt().snapshot}});
        story.play("the visit", [&] { play(route, kiosk); });
        story.play("what is on the disks", [&] { after = kiosk.files(); });
        story.play("a leak", [&] {
            for (std::string const place : {"etc/halte-leak", "tmp/leak", "run/leak", "dev/shm/leak", "var/tmp/leak"})
                kiosk.write(place);
            leaked = kiosk.files();
        });
        story.play("the trace", [&] { trace = kiosk.end(); });
    }

private:
    void play(Route const& route, TracedKiosk const& kiosk) {
        Follower visit(route, kiosk.supervisor(), 60s);
        before = kiosk.files();
        visit.follow();
        during = kiosk.files();
        insist_on_locked_memory(visit.visitor());
        visit.leave();
        await_gone(visit.visitor(), 20s);
        visit.await_welcome(20s);
    }
};
TracedVisit const& traced_visit() {
    static TracedVisit const visit;
    return visit;
}

Lines difference(Lines const& one, Lines const& other) {
    Lines lines;
    std::ranges::set_symmetric_difference(one, other, std::back_inserter(lines));
    return lines;
}

std::string joined(Lines const& lines) { return fmt::format("{}", fmt::join(lines, "\n")); }

fs::path list(std::string const& name) { return source_folder() / "tests/promises" / name; }

void check_calls(Calls const& calls, std::string const& allowed) {
    for (auto const& [call, times] : calls) fmt::print("# {} {}\n", times, call);
    CHECK_FALSE(calls.empty());
    CHECK(joined(unexpected(calls, list(allowed))) == "");
}

/// Whether a process of the program leaves a core where cores go, when it is ended by a fault once it is there.
bool leaves_a_core(Lines const& words, std::string const& what, std::function<bool(pid_t)> const& is_there_whole) {
    fs::path const cores = rig().folder() / "cores";
    fs::remove_all(cores);
    fs::create_directories(cores);
    Lines all{write_program("with-cores", "cd '" + cores.string() + "' && ulimit -c unlimited && exec \"$@\"\n")};
    all.insert(all.end(), words.begin(), words.end());
    Process process({.words = all, .complaints = rig().folder() / "cores.log"});
    await(20s, what, [&] { return is_there_whole(process.pid()); });
    process.signal(SIGSEGV);
    CHECK(process.await_end(5s) == 128 + SIGSEGV);
    return !fs::is_empty(cores);
}

}  // namespace

TEST_CASE("A whole visit is made over files of its own, locked in memory, and traced") {
    if (cannot_trace()) return;
    traced_visit().story.tell("the visit");
    traced_visit().story.tell("the trace");
    static std::regex const begin(R"rx(execve\("[^"]*halte-visitor".*)rx");
    CHECK(std::ranges::count_if(traced_visit().trace,
                                [](std::string const& line) { return std::regex_match(line, begin); }) >= 2);
}

/// Only the program and the rig's tools have run between the two.
TEST_CASE("What is on the disks is as before the visit") {
    if (cannot_trace()) return;
    traced_visit().story.tell("what is on the disks");
    CHECK(joined(difference(traced_visit().before, traced_visit().during)) == "");
    CHECK(joined(difference(traced_visit().before, traced_visit().after)) == "");
}

TEST_CASE("A file that is written is found") {
    if (cannot_trace()) return;
    traced_visit().story.tell("a leak");
    Lines const found = difference(traced_visit().before, traced_visit().leaked);
    INFO("it found: ", joined(found));
    CHECK(std::ranges::count_if(found, [](std::string const& line) { return line.ends_with("leak"); }) == 5);
}

TEST_CASE("Nothing was asked of the kernel that could outlive the visit") {
    if (cannot_trace()) return;
    traced_visit().story.tell("the trace");
    check_calls(changes_in(traced_visit().trace), "changes_allowed");
}

TEST_CASE("Nothing was refused but what is known") {
    if (cannot_trace()) return;
    traced_visit().story.tell("the trace");
    check_calls(refusals_in(traced_visit().trace), "refusals_allowed");
}

/// The same reading finds the changes of a program that makes some, and what is refused to it.
TEST_CASE("The changes of another program are found") {
    if (cannot_trace()) return;
    fs::path const folder = rig().folder() / "other";
    fs::create_directories(folder);
    run({"bash", "-c",
         "cd \"$0\" && strace -ff -qq -o t bash -c 'echo x >file; mv file moved; ln -s moved link; mkdir d; rm moved; "
         "truncate -s 0 link; echo x >/proc/version'",
         folder});
    Lines lines;
    for (auto const& entry : fs::directory_iterator(folder))
        if (entry.path().filename().string().starts_with("t."))
            for (std::string const& line : lines_of(text_of(entry.path()))) lines.push_back(line);
    Calls calls = changes_in(lines);
    calls.merge(refusals_in(lines));
    std::string const found = joined(unexpected(calls, list("changes_allowed")));
    INFO("it found: ", found);
    for (std::string const call :
         {R"rx(openat.*"file".*O_CREAT)rx", "rename", "symlink", "mkdir", "unlink", R"rx(openat.*"/proc/version")rx"}) {
        CAPTURE(call);
        CHECK(std::regex_search(found, std::regex(call)));
    }
}

TEST_CASE("A visitor process leaves no core") {
    if (cannot_trace()) return;
    bool const others_do = leaves_a_core({"sleep", "60"}, "a sleeper", [](pid_t pid) {
        return text_of(fmt::format("/proc/{}/comm", pid)) == "sleep\n";
    });
    REQUIRE_MESSAGE(others_do, "no process leaves a core here");
    fs::path const settings = rig().folder() / "alone.toml";
    write_file(settings, KioskSettings{}.toml());
    Picture const before = rig().look();
    CHECK_FALSE(leaves_a_core({programs() / "halte-visitor", "--config", settings}, "a screen",
                              [&](pid_t) { return rig().look() != before; }));
}
