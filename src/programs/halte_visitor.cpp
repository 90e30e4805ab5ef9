/// halte-visitor: one visit. The supervisor (halte) starts it, and starts the next one; by hand it shows one visit.

#include <CLI/CLI.hpp>

#include "visitor.h"

int main(int argc, char** argv) {
    CLI::App app{
        "One visit of the Halte kiosk: a window, a directory, and nothing left when it ends.\n"
        "The supervisor, halte, starts one process of this program for every visitor."};
    halte::VisitorOptions options;
    std::string size;
    app.add_option("--config", options.config, "Settings of this terminal (default /etc/halte/halte.toml)");
    app.add_option("--directory", options.directory, "Snapshot to show instead of the settings' one");
    app.add_flag("--embedded-directory", options.embedded_directory, "Show the snapshot built into the program");
    app.add_option("--profile", options.profile, "Kind of place: hospital, town-hall, asylum-centre, school");
    app.add_option("--lang", options.language, "First language of the welcome screen: fr, nl, en, ar");
    app.add_option("--windowed", size, "Show in a window of WIDTHxHEIGHT pixels, as in 1280x800");
    CLI11_PARSE(app, argc, argv);
    if (!size.empty() && std::sscanf(size.c_str(), "%dx%d", &options.width_px, &options.height_px) != 2) {
        halte::log_line("--windowed takes WIDTHxHEIGHT in pixels, as in 1280x800.");
        return int(halte::ExitCode::usage);
    }
    return int(halte::run_visitor(options));
}
