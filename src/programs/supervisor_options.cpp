#include "supervisor_options.h"

#include <CLI/CLI.hpp>
#include <filesystem>

namespace halte {
namespace {

constexpr char const* about =
    "Halte shows on a touchscreen who helps people who were hurt. Each visit is a process, and nothing of it stays.\n\n"
    "  halte                        the kiosk, on the whole screen\n"
    "  halte --windowed 1280x800    in a window, for a first look\n"
    "  halte --check                whether the settings of this terminal are right, and what protects a visit here";
constexpr char const* how_it_ends =
    "SIGTERM or Ctrl+C ends everything; SIGHUP shows a new directory, and runs a new version, after the visit that "
    "runs.\n"
    "It writes nothing, but in the folder that RUNTIME_DIRECTORY names, and reaches no network.\n"
    "Ends with 0: asked to; 1: the machine refused; 64: no such option; 77: a confinement that the kernel offers did "
    "not\n"
    "take effect; 78: --check found a problem.";

/// Beside this program, as in a build, or where a package puts programs that nobody calls by hand.
std::filesystem::path visitor_program() {
    auto const own_folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    auto const beside = own_folder / "halte-visitor";
    auto const installed = own_folder.parent_path() / "libexec/halte/halte-visitor";
    return !exists(beside) && exists(installed) ? installed : beside;
}

std::string no_size(std::string const& text) {
    int w = 0, h = 0, read = 0;
    bool const right = std::sscanf(text.c_str(), "%5dx%5d%n", &w, &h, &read) == 2 && w > 0 && h > 0;
    return right && read == int(text.size()) ? "" : "A size is written WIDTHxHEIGHT, as in 1280x800.";
}

void describe(CLI::App& app, HalteOptions& options, std::vector<std::string>& values) {
    app.footer(how_it_ends);
    app.set_version_flag("--version", "halte 0.1");
    app.add_option("--config", values[0], "the settings of this terminal, else /etc/halte/halte.toml");
    app.add_option("--directory", options.supervisor.directory,
                   "the services to show, instead of those of the settings");
    app.add_option("--profile", values[1], "the kind of place: hospital, town-hall ...");
    app.add_option("--lang", values[2], "the first language of the welcome screen: fr, nl, en, ar ...");
    app.add_option("--windowed", values[3], "a window of that size instead of the whole screen")->check(no_size);
    app.add_flag("--check", options.check, "tell every problem of the settings, with line and column, and end");
}

}  // namespace

tl::expected<HalteOptions, ExitCode> halte_options(int count, char** words) {
    CLI::App app(about, "halte");
    HalteOptions options;
    std::vector<std::string> values(4);
    describe(app, options, values);
    try {
        app.parse(count, words);
    } catch (CLI::ParseError const& wrong) {
        return tl::unexpected(app.exit(wrong) == 0 ? ExitCode::ok : ExitCode::usage);
    }
    auto& arguments = options.supervisor.arguments;
    for (char const* const option : {"--config", "--profile", "--lang", "--windowed"})
        for (std::string const& value : app.get_option(option)->results())
            arguments.insert(arguments.end(), {option, value});
    if (app.count("--config") > 0) options.config = {"--config", app.get_option("--config")->as<std::string>()};
    options.supervisor.visitor_program = visitor_program();
    options.supervisor.command.assign(words, words + count);
    return options;
}

}  // namespace halte
