#include <cstdio>

#include "command_line.h"
#include "visitor.h"

namespace halte {
namespace {

void describe_options(CommandLine& line, VisitorOptions& options, std::string& size) {
    line.option("--config", options.config, "Settings of this terminal (default /etc/halte/halte.toml)");
    line.option("--directory", options.directory, "Snapshot to show instead of the settings' one");
    line.flag("--embedded-directory", options.embedded_directory, "Show the snapshot built into the program");
    line.option("--profile", options.profile, "Kind of place: hospital, town-hall, asylum-centre, school");
    line.option("--lang", options.language, "First language of the welcome screen, by its code in the directory: fr");
    line.option("--windowed", size, "Show in a window of WIDTHxHEIGHT pixels, as in 1280x800");
    line.flag("--quiet", options.quiet, "Do not say again what the first process said of settings and directory");
}

}  // namespace

int visitor_main(int count, char** words, Instruments const& instruments) {
    // The supervisor sees to it for those that it starts; this is for whoever starts one by hand.
    stop_ignoring_signals();
    stop_blocking_signals();
    CommandLine line(
        "One visit of the Halte kiosk: a window, a directory, and nothing left when it ends.\n"
        "The supervisor, halte, starts one process of this program for every visitor.");
    VisitorOptions options;
    std::string size;
    describe_options(line, options, size);
    if (auto const end = line.read(count, words)) return int(*end);
    if (!size.empty() && std::sscanf(size.c_str(), "%5dx%5d", &options.width_px, &options.height_px) != 2) {
        log_line("--windowed takes WIDTHxHEIGHT in pixels, as in 1280x800.");
        return int(ExitCode::usage);
    }
    return int(run_visitor(options, instruments));
}

}  // namespace halte
