#include "supervisor_options.h"

#include <halte/configure.h>
#include <halte/version.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "command_line.h"

namespace halte {
namespace {

constexpr char const* about =
    "Halte shows on a touchscreen who helps people who were hurt. Each visit is a process, and nothing of it stays.\n\n"
    "  halte                        the kiosk, on the whole screen\n"
    "  halte --windowed 1280x800    in a window, for a first look\n"
    "  halte --check                what is wrong with this terminal, how to mend it, and what protects a visit here\n"
    "  halte --check --json         the same for programs; --prometheus: as metrics for node_exporter\n"
    "  halte --print visit.profile  the value of the settings that counts";
constexpr char const* how_it_ends =
    "SIGTERM or Ctrl+C ends everything; SIGHUP shows a new directory, and runs a new version, after the visit that "
    "runs.\n"
    "It writes nothing, but in the folder that RUNTIME_DIRECTORY names, and reaches no network.\n"
    "Ends with 0: asked to, or --check found no failure; 1: the machine refused, or --check found a failure; 64: no "
    "such\n"
    "option or setting; 77: a confinement that the kernel offers did not take effect; 78: --check found wrong "
    "settings.";

/// Beside this program, as in a build, or where a package puts programs that nobody calls by hand.
std::filesystem::path program_beside(std::string const& name) {
    auto const own_folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    auto const beside = own_folder / name;
    auto const installed = own_folder.parent_path() / "libexec/halte" / name;
    return !exists(beside) && exists(installed) ? installed : beside;
}

std::string no_size(std::string const& text) {
    int w = 0, h = 0, read = 0;
    bool const right = std::sscanf(text.c_str(), "%5dx%5d%n", &w, &h, &read) == 2 && w > 0 && h > 0;
    return right && read == int(text.size()) ? "" : "A size is written WIDTHxHEIGHT, as in 1280x800.";
}

/// `values` are those that a visitor process is told, in this order.
void describe(CommandLine& line, HalteOptions& options, std::vector<std::string>& values) {
    line.footer(how_it_ends);
    line.version(std::string("halte ") + version());
    line.option("--config", values[0], "the settings of this terminal, else /etc/halte/halte.toml");
    line.option("--directory", options.supervisor.directory, "the services to show, instead of those of the settings");
    line.option("--profile", values[1], "the kind of place: hospital, town-hall ...");
    line.option("--lang", values[2], "the first language of the welcome screen, by its code in the directory: fr");
    line.option("--windowed", values[3], "a window of that size instead of the whole screen").checked_by(no_size);
    auto const check = line.flag("--check", "tell what is wrong with this terminal and how to mend it, and end");
    auto const json = line.flag("--json", "with --check: as JSON").needs(check);
    line.flag("--prometheus", "with --check: as metrics in Prometheus' text format").needs(check).excludes(json);
    line.flag("--own-server", options.supervisor.own_server,
              "the X server is the kiosk's alone: what a visit changed in it is put back before the next one");
    line.option("--print", values[4], "print that value of the settings, as in screen.rotation, and end");
}

/// The same question for halte-check; nothing when there is none.
std::optional<std::vector<std::string>> question_in(CommandLine const& line) {
    if (!line.given("--check") && !line.given("--print")) return std::nullopt;
    std::vector<std::string> words;
    for (char const* const flag : {"--json", "--prometheus"})
        if (line.given(flag)) words.emplace_back(flag);
    for (char const* const option : {"--print", "--config"})
        for (std::string const& value : line.values(option)) words.insert(words.end(), {option, value});
    return words;
}

}  // namespace

/// A file that does not answer costs three seconds, and then the defaults count here as they do for the visit.
static Milliseconds unattended_by(std::string const& config) {
    std::string const path = config.empty() ? default_settings_path : config;
    return longest_unattended(load_settings(path, false).settings);
}

tl::expected<HalteOptions, ExitCode> halte_options(int count, char** words) {
    CommandLine line(about, "halte");
    HalteOptions options;
    std::vector<std::string> values(5);
    describe(line, options, values);
    if (auto const end = line.read(count, words)) return tl::unexpected(*end);
    auto& arguments = options.supervisor.arguments;
    for (char const* const option : {"--config", "--profile", "--lang", "--windowed"})
        for (std::string const& value : line.values(option)) arguments.insert(arguments.end(), {option, value});
    options.supervisor.unattended = [config = values[0]] { return unattended_by(config); };
    options.question = question_in(line);
    options.supervisor.visitor_program = program_beside("halte-visitor");
    options.check_program = program_beside("halte-check");
    if (char const* const folder = std::getenv("RUNTIME_DIRECTORY")) options.supervisor.runtime_folder = folder;
    options.supervisor.command.assign(words, words + count);
    return options;
}

}  // namespace halte
