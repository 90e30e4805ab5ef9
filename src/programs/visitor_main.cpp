#include <CLI/CLI.hpp>

#include "visitor.h"

namespace halte {
namespace {

void describe_options(CLI::App& app, VisitorOptions& options, std::string& size) {
    app.add_option("--config", options.config, "Settings of this terminal (default /etc/halte/halte.toml)");
    app.add_option("--directory", options.directory, "Snapshot to show instead of the settings' one");
    app.add_flag("--embedded-directory", options.embedded_directory, "Show the snapshot built into the program");
    app.add_option("--profile", options.profile, "Kind of place: hospital, town-hall, asylum-centre, school");
    app.add_option("--lang", options.language,
                   "First language of the welcome screen, by its code in the directory: fr");
    app.add_option("--windowed", size, "Show in a window of WIDTHxHEIGHT pixels, as in 1280x800");
    app.add_flag("--quiet", options.quiet, "Do not say again what the first process said of settings and directory");
}

}  // namespace

int visitor_main(int count, char** words, Instruments const& instruments) {
    // The supervisor sees to it for those that it starts; this is for whoever starts one by hand.
    stop_ignoring_signals();
    stop_blocking_signals();
    CLI::App app{
        "One visit of the Halte kiosk: a window, a directory, and nothing left when it ends.\n"
        "The supervisor, halte, starts one process of this program for every visitor."};
    VisitorOptions options;
    std::string size;
    describe_options(app, options, size);
    try {
        app.parse(count, words);
    } catch (CLI::ParseError const& wrong) {
        return app.exit(wrong) == 0 ? int(ExitCode::ok) : int(ExitCode::usage);
    }
    if (!size.empty() && std::sscanf(size.c_str(), "%5dx%5d", &options.width_px, &options.height_px) != 2) {
        log_line("--windowed takes WIDTHxHEIGHT in pixels, as in 1280x800.");
        return int(ExitCode::usage);
    }
    return int(run_visitor(options, instruments));
}

}  // namespace halte
