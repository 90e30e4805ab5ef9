#include <CLI/CLI.hpp>

#include "check_settings.h"

namespace halte {
namespace {

void describe_options(CLI::App& app, VisitorOptions& options, std::string& size, bool& check) {
    app.add_option("--config", options.config, "Settings of this terminal (default /etc/halte/halte.toml)");
    app.add_option("--directory", options.directory, "Snapshot to show instead of the settings' one");
    app.add_flag("--embedded-directory", options.embedded_directory, "Show the snapshot built into the program");
    app.add_option("--profile", options.profile, "Kind of place: hospital, town-hall, asylum-centre, school");
    app.add_option("--lang", options.language, "First language of the welcome screen: fr, nl, en, ar");
    app.add_option("--windowed", size, "Show in a window of WIDTHxHEIGHT pixels, as in 1280x800");
    app.add_flag("--quiet", options.quiet, "Do not say again what the first process said of settings and directory");
    app.add_flag("--check", check, "Say what is wrong in the settings, with line and column, and end");
}

}  // namespace

int visitor_main(int count, char** words, Instruments const& instruments) {
    CLI::App app{
        "One visit of the Halte kiosk: a window, a directory, and nothing left when it ends.\n"
        "The supervisor, halte, starts one process of this program for every visitor."};
    VisitorOptions options;
    std::string size;
    bool check = false;
    describe_options(app, options, size, check);
    try {
        app.parse(count, words);
    } catch (CLI::ParseError const& wrong) {
        return app.exit(wrong) == 0 ? int(ExitCode::ok) : int(ExitCode::usage);
    }
    if (check) return int(check_settings(options));
    if (!size.empty() && std::sscanf(size.c_str(), "%5dx%5d", &options.width_px, &options.height_px) != 2) {
        log_line("--windowed takes WIDTHxHEIGHT in pixels, as in 1280x800.");
        return int(ExitCode::usage);
    }
    return int(run_visitor(options, instruments));
}

}  // namespace halte
