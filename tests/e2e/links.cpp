/// What the program that visitors touch loads and calls: only what visitor_links lists, each with its reason. What
/// halte --check needs beyond that is in a program of its own. Names differ between releases of Debian, so the list may
/// hold a library that is not loaded here.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <regex>
#include <set>

#include "rig/process.h"

using namespace halte::rig;

namespace {

using Names = std::set<std::string>;

std::vector<std::string> list_lines() { return lines_of(text_of(source_folder() / "tests/e2e/visitor_links")); }

/// The names of that kind in the list.
Names listed(std::string const& kind) {
    static std::regex const line("([^ ]+) +([^ ]+).*");
    Names names;
    std::smatch found;
    for (std::string const& one : list_lines())
        if (std::regex_match(one, found, line) && found[1] == kind) names.insert(found[2]);
    return names;
}

/// The lines of what a tool of binutils says of a program.
std::vector<std::string> told_of(std::string const& program, std::vector<std::string> words) {
    words.push_back(programs() / program);
    Ran const ran = run(words);
    INFO(ran.complaints);
    REQUIRE(ran.status == 0);
    REQUIRE(ran.said != "");
    return lines_of(ran.said);
}

Names libraries_of(std::string const& program) {
    static std::regex const needed(R"(.*\(NEEDED\).*\[(.*)\].*)");
    Names names;
    std::smatch found;
    for (std::string const& line : told_of(program, {"readelf", "-d"}))
        if (std::regex_match(line, found, needed)) names.insert(found[1]);
    return names;
}

/// The calls of a program that reach beyond it: other programs, other processes, the network.
Names reaching_calls_of(std::string const& program) {
    static std::regex const undefined(" *[A-Za-z] ([^@]*).*");
    static std::regex const reaching(
        "v?fork|clone|exec[a-z]+|posix_spawnp?|popen|system|dlopen|ptrace|socket|connect|bind");
    Names names;
    std::smatch found;
    for (std::string const& line : told_of(program, {"nm", "-D", "--undefined-only"}))
        if (std::regex_match(line, found, undefined) && std::regex_match(found[1].str(), reaching))
            names.insert(found[1]);
    return names;
}

/// What a program has and the list has not.
void check_that_nothing_is_beyond(Names const& list, Names const& names) {
    Names beyond;
    std::ranges::set_difference(names, list, std::inserter(beyond, beyond.end()));
    INFO("on no line of visitor_links: " << fmt::format("{}", fmt::join(beyond, " ")));
    CHECK(beyond.empty());
    CHECK_FALSE(names.empty());
}

/// Whether anything of what examines a machine is in it.
bool judges_a_machine(std::string const& program) {
    constexpr std::array marks{" halte::judge_", " halte::examine(", " halte::as_json", " halte::graphics_finding",
                               " nlohmann::"};
    return std::ranges::any_of(told_of(program, {"nm", "-C"}), [&](std::string const& line) {
        return std::ranges::any_of(marks, [&](char const* mark) { return line.find(mark) != std::string::npos; });
    });
}

}  // namespace

TEST_CASE("Every line of the list has a reason") {
    static std::regex const right("#.*|(library|call) +[^ ]+ +[^ ]+.*|");
    for (std::string const& line : list_lines()) {
        INFO(line);
        CHECK(std::regex_match(line, right));
    }
    CHECK_FALSE(listed("library").empty());
}

TEST_CASE("The visitor program loads the libraries of the list, and no other") {
    check_that_nothing_is_beyond(listed("library"), libraries_of("halte-visitor"));
}

TEST_CASE("It starts no program, and reaches out by no call that is not listed") {
    check_that_nothing_is_beyond(listed("call"), reaching_calls_of("halte-visitor"));
}

TEST_CASE("It holds nothing of what examines a machine") { CHECK_FALSE(judges_a_machine("halte-visitor")); }

TEST_CASE("The program of --check does") { CHECK(judges_a_machine("halte-check")); }

TEST_CASE("The program of --check starts programs, which is seen in the same way") {
    Names const calls = reaching_calls_of("halte-check");
    CHECK((calls.contains("posix_spawn") || calls.contains("posix_spawnp")));
}
