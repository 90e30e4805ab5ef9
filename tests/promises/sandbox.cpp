/// The confinement of a visitor process, tried from inside: see sandbox/prisoner.cpp.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

#include "rig/kiosk.h"
#include "rig/staging.h"

using namespace halte::rig;
using namespace std::chrono_literals;

namespace {

/// What the kernel says of a process under that name.
std::string kernel_says(pid_t pid, std::string const& name) {
    for (std::string const& line : lines_of(text_of(fmt::format("/proc/{}/status", pid))))
        if (line.starts_with(name + ":\t")) return line.substr(name.size() + 2);
    return "nothing";
}

int filters_of(pid_t pid) { return std::atoi(kernel_says(pid, "Seccomp_filters").c_str()); }

void check_held(pid_t pid) {
    CHECK(kernel_says(pid, "NoNewPrivs") == "1");
    CHECK(kernel_says(pid, "Seccomp") == "2");
}

}  // namespace

/// Each of its attempts counts as a test of its own.
TEST_CASE("A visitor process that tries everything gets nowhere") {
    fs::path const cell = rig().folder() / "cell";
    fs::path const settings = rig().folder() / "prisoner.toml";
    fs::create_directory(cell);
    write_file(settings, KioskSettings{}.toml());
    Ran const ran = run({programs() / "prisoner", cell, "--config", settings}, {}, 60s);
    fmt::print("{}", ran.said);
    std::fflush(stdout);
    INFO("it complained: " << ran.complaints);
    CHECK(ran.status == 0);
    CHECK(lines_of(ran.said).size() > 50);
}

/// The real supervisor and the real visitor.
TEST_CASE("The kernel holds the product's processes") {
    Kiosk kiosk({.visitor = "halte-visitor"});
    await(20s, "a visitor process with a picture",
          [&] { return !children_of(kiosk.supervisor()).empty() && !rig().look().blank(); });
    pid_t const visitor = children_of(kiosk.supervisor()).front();
    check_held(kiosk.supervisor());
    check_held(visitor);
    // The supervisor's filter is handed down. A visitor process has one more from its first frame on.
    await(5s, "a filter of calls of the visitor process' own",
          [&] { return filters_of(visitor) == filters_of(kiosk.supervisor()) + 1; });
}
