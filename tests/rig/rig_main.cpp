/// The program of the tests that use a rig:
///
///     kiosk-tests [--rig=pointer|touchscreen] [--in-turn] [--count=N] [--seed=N] [--all] [OPTIONS OF doctest]
///
/// Without --rig every test is made on both kinds, at once, or with --in-turn one after the other. A rig that this
/// machine cannot have is reported as skipped. What a failed test left behind stands in BUILD/rig-failures/. effort.h
/// says what the next three are.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <random>
#include <span>
#include <string_view>

#include "effort.h"
#include "evidence.h"
#include "one_rig.h"
#include "rig.h"

namespace halte::rig {
namespace {

struct Kind {
    Glass glass;
    char const* name;
    char const* sentence;
    doctest::test_suite leaves_out;
};
std::array const kinds{Kind{Glass::pointer, "pointer", "with a pointer", only_touchscreen},
                       Kind{Glass::touchscreen, "touchscreen", "with real touches", only_pointer}};

int test_on(Kind const& kind, int count, char** words) {
    doctest::Context context(count, words);
    context.setOption("no-version", true);
    context.setOption("no-path-filenames", true);
    context.addFilter("test-suite-exclude", kind.leaves_out.data);
    if (effort().all) context.setOption("no-skip", true);
    if (context.shouldExit()) return context.run();
    try {
        held_rig() = std::make_unique<Rig>(RigOptions{.glass = kind.glass});
    } catch (NoRig const& reason) {
        fmt::print("skip {}: {}\n", kind.sentence, reason.what());
        return 0;
    }
    fmt::print("# {}\n", kind.sentence);
    std::fflush(stdout);
    int const status = context.run();
    held_rig().reset();
    return status;
}

/// In a process of its own, whose words are shown when it has ended.
struct Part {
    pid_t pid;
    std::FILE* said;
};
Part begin_part(Kind const& kind, int count, char** words) {
    Part part{-1, std::tmpfile()};
    // What is still to be shown is shown once.
    std::fflush(stdout);
    part.pid = fork();
    if (part.pid != 0) return part;
    dup2(fileno(part.said), STDOUT_FILENO);
    dup2(fileno(part.said), STDERR_FILENO);
    int const status = test_on(kind, count, words);
    std::cout.flush();
    std::fflush(stdout);
    _exit(status);
}
bool await_part(Part const& part) {
    int status = 0;
    waitpid(part.pid, &status, 0);
    std::rewind(part.said);
    for (int letter = std::fgetc(part.said); letter != EOF; letter = std::fgetc(part.said)) std::putchar(letter);
    std::fclose(part.said);
    if (!WIFEXITED(status)) fmt::print("not ok The tests end by themselves: signal {}\n", WTERMSIG(status));
    return status == 0;
}

bool wants(int count, char** words, std::string const& word) {
    return std::any_of(words + 1, words + count, [&](char* one) { return one == word; });
}

std::optional<int> number_behind(std::string const& option, int count, char** words) {
    for (std::string_view const word : std::span(words, words + count))
        if (word.starts_with(option)) return std::stoi(std::string(word.substr(option.size())));
    return std::nullopt;
}

Effort effort_of(int count, char** words) {
    // A small number is easily typed again.
    auto const any_seed = static_cast<int>(std::random_device{}() % 32768);
    return {.count = number_behind("--count=", count, words),
            .all = wants(count, words, "--all"),
            .seed = static_cast<std::uint32_t>(number_behind("--seed=", count, words).value_or(any_seed))};
}

}  // namespace

Effort& effort() {
    static Effort the_effort;
    return the_effort;
}

}  // namespace halte::rig

using namespace halte::rig;

int main(int count, char** words) {
    // A program that does not listen any more is noticed by whoever tells it something.
    std::signal(SIGPIPE, SIG_IGN);
    // Who follows the log of hours sees how far it is.
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    effort() = effort_of(count, words);
    for (Kind const& kind : kinds)
        if (wants(count, words, std::string("--rig=") + kind.name)) return test_on(kind, count, words);
    bool passed = true;
    std::vector<Part> parts;
    for (Kind const& kind : kinds) {
        parts.push_back(begin_part(kind, count, words));
        if (wants(count, words, "--in-turn")) {
            passed = await_part(parts.back()) && passed;
            parts.clear();
        }
    }
    for (Part const& part : parts) passed = await_part(part) && passed;
    return passed ? 0 : 1;
}
