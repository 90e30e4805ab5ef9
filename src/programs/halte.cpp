// halte: the supervisor. It shows nothing and knows nobody; the halte-visitor processes that it starts do.
#include <CLI/CLI.hpp>
#include <filesystem>

#include <halte/configure.h>
#include <halte/supervise.h>

using namespace halte;

static constexpr char const* about =
    "Halte shows on a touchscreen who helps people who were hurt. Each visit is a process, and nothing of it stays.\n\n"
    "  halte                        the kiosk, on the whole screen\n"
    "  halte --windowed 1280x800    in a window, for a first look\n"
    "  halte --check                whether the settings of this terminal are right";
static constexpr char const* how_it_ends =
    "SIGTERM or Ctrl+C ends everything; SIGHUP shows a new directory, after the visit that runs.\n"
    "Ends with 0: asked to; 1: the machine refused; 64: no such option; 78: --check found a problem.";

static std::string no_size(std::string const& text) {
    int w = 0, h = 0, read = 0;
    bool const right = std::sscanf(text.c_str(), "%5dx%5d%n", &w, &h, &read) == 2 && w > 0 && h > 0;
    return right && read == int(text.size()) ? "" : "A size is written WIDTHxHEIGHT, as in 1280x800.";
}

static int answer_check(std::string const& config, bool right) {
    char const* const there = std::filesystem::exists(config) ? "" : " (no such file: every setting has its default)";
    if (right) std::printf("%s is right%s.\n", config.c_str(), there);
    return int(right ? ExitCode::ok : ExitCode::bad_settings);
}

int main(int count, char** words) try {
    CLI::App app(about, "halte");
    app.footer(how_it_ends);
    app.set_version_flag("--version", "halte 0.1");
    std::string config = default_settings_path, profile, language, size;
    SupervisorOptions options;
    bool check = false;
    auto* const named = app.add_option("--config", config, "the settings of this terminal")->capture_default_str();
    app.add_option("--directory", options.directory, "the services to show, instead of those of the settings");
    app.add_option("--profile", profile, "the kind of place: hospital, town-hall ...");
    app.add_option("--lang", language, "the first language of the welcome screen: fr, nl, en, ar ...");
    app.add_option("--windowed", size, "a window of that size instead of the whole screen")->check(no_size);
    app.add_flag("--check", check, "tell every problem of the settings, with line and column, and end");
    try {
        app.parse(count, words);
    } catch (CLI::ParseError const& wrong) {
        return app.exit(wrong) == 0 ? int(ExitCode::ok) : int(ExitCode::usage);
    }
    LoadedSettings const loaded = load_settings(config, named->count() > 0);
    for (SettingsProblem const& problem : loaded.problems) log_line(describe(config, problem));
    if (check) return answer_check(config, loaded.problems.empty());
    for (char const* const option : {"--config", "--profile", "--lang", "--windowed"})
        for (std::string const& value : app.get_option(option)->results())
            options.arguments.insert(options.arguments.end(), {option, value});
    options.visitor_program = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "halte-visitor";
    return int(supervise(options));
} catch (std::exception const& fault) {
    log_line(std::string("halte: ") + fault.what());
    return int(ExitCode::failed);
}
