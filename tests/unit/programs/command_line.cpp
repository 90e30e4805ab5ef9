/// Command lines as people type them.
#include <doctest/doctest.h>

#include "command_line.h"

using namespace halte;

namespace {

using Words = std::vector<std::string>;

std::optional<ExitCode> read_line(CommandLine& line, Words words) {
    words.insert(words.begin(), "halte-program");
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    return line.read(int(pointers.size()), pointers.data());
}

struct Declared {
    CommandLine line{"A program."};
    std::string config = "/etc/halte/halte.toml";
    Words places;
    bool quiet = false;
    CommandOption config_option = line.option("-c,--config", config, "The settings");
    CommandOption quiet_option = line.flag("--quiet", quiet, "Say less");

    std::optional<ExitCode> read(Words const& words) { return read_line(line, words); }
};

std::string fault_of(std::string const& value) { return value.starts_with('/') ? "" : value + " is no whole path"; }

}  // namespace

TEST_CASE("what is not named keeps its value, and the program goes on") {
    Declared declared;
    CHECK_FALSE(declared.read({}));
    CHECK(declared.config == "/etc/halte/halte.toml");
    CHECK_FALSE(declared.quiet);
    CHECK_FALSE(declared.line.given("--config"));
}

TEST_CASE("an option is named short or long, with its value behind it or behind =") {
    for (Words const& words : {Words{"-c", "/a"}, Words{"--config", "/a"}, Words{"--config=/a"}}) {
        Declared declared;
        CHECK_FALSE(declared.read(words));
        CHECK(declared.config == "/a");
        CHECK(declared.line.given("--config"));
        CHECK(declared.line.values("--config") == Words{"/a"});
    }
}

TEST_CASE("a wrong line ends the program as a mistake of use") {
    for (Words const& words : {Words{"--confg", "/a"}, Words{"--config"}, Words{"word"}, Words{"--quiet=perhaps"}}) {
        CAPTURE(words.front());
        Declared declared;
        CHECK(declared.read(words) == ExitCode::usage);
    }
}

TEST_CASE("help and the version end the program well") {
    Declared declared;
    declared.line.version("halte-program 1");
    CHECK(declared.read({"--help"}) == ExitCode::ok);
    CHECK(declared.read({"--version"}) == ExitCode::ok);
}

TEST_CASE("a value that its check finds wrong is refused, and a right one is not") {
    Declared declared;
    declared.config_option.checked_by(fault_of);
    CHECK(declared.read({"--config", "here"}) == ExitCode::usage);
    CHECK_FALSE(declared.read({"--config", "/here"}));
}

TEST_CASE("options that need one another, or exclude one another, are told") {
    Declared needing;
    needing.quiet_option.needs(needing.config_option);
    CHECK(needing.read({"--quiet"}) == ExitCode::usage);
    CHECK_FALSE(needing.read({"--quiet", "-c", "/a"}));
    Declared excluding;
    excluding.quiet_option.excludes(excluding.config_option);
    CHECK(excluding.read({"--quiet", "-c", "/a"}) == ExitCode::usage);
    CHECK_FALSE(excluding.read({"--quiet"}));
}

TEST_CASE("what is required must be given") {
    Declared declared;
    declared.config_option.required();
    CHECK(declared.read({}) == ExitCode::usage);
    CHECK_FALSE(declared.read({"-c", "/a"}));
}

TEST_CASE("a list takes all words up to the next option, or none") {
    Declared declared;
    declared.line.list("--places", declared.places, "Where");
    CHECK_FALSE(declared.read({"--places", "a", "b", "--quiet"}));
    CHECK(declared.places == Words{"a", "b"});
    CHECK(declared.quiet);
    CHECK_FALSE(declared.read({"--places"}));
    CHECK(declared.line.given("--places"));
}

TEST_CASE("of several commands exactly one is given, with a line of its own") {
    CommandLine line("Keeps records.");
    std::string output;
    CommandLine build = line.command("build", "Makes a snapshot");
    build.option("-o,--output", output, "The file");
    CommandLine const check = line.command("check", "Looks at records");
    CHECK(read_line(line, {}) == ExitCode::usage);
    CHECK(read_line(line, {"biuld"}) == ExitCode::usage);
    CHECK_FALSE(read_line(line, {"build", "-o", "/a"}));
    CHECK(line.given("build"));
    CHECK_FALSE(line.given("check"));
    CHECK(output == "/a");
}
