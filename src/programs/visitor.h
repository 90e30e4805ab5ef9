#pragma once
/// One visitor process, from its command line to its end: window, directory, confinement, and the loop of visitor.h in
/// include/halte.

#include <halte/configure.h>
#include <halte/visitor.h>

namespace halte {

struct VisitorOptions {
    std::string config;               ///< path of halte.toml; empty: the usual place, which may be missing
    std::string directory;            ///< overrides the settings' snapshot
    bool embedded_directory = false;  ///< overrides both
    bool quiet = false;               ///< another process has said what is wrong with the settings
    std::string profile;
    std::string language;  ///< becomes the first one
    int width_px = 0;      ///< of a window; 0 is the whole screen
    int height_px = 0;
};

/// What test builds put around a visit. The product puts nothing.
struct Instruments {
    FrameObserver observer;
    Clock const* clock = nullptr;  ///< instead of the machine's; outlives the visit
    bool confined = true;          ///< tools that count instructions write files from inside
};

/// The program: reads its command line and does what it says.
int visitor_main(int count, char** words, Instruments const& instruments = {});

ExitCode run_visitor(VisitorOptions const& options, Instruments const& instruments);

/// The file of the directory that is to be shown; nothing for the embedded one.
using GivenSnapshot = std::optional<Result<SnapshotFile>>;
/// Reads it. To be called before the process is confined: to allow a path is to open it, which may wait for ever.
GivenSnapshot snapshot_for(Settings const& settings, VisitorOptions const& options);
/// The given snapshot, or the embedded one with a sentence in the log when it cannot serve.
struct ServingDirectory {
    Directory directory;
    bool from_outside = false;  ///< not the embedded one
    Date known_past;            ///< by the embedded one
};
Result<ServingDirectory> directory_in(GivenSnapshot given, VisitorOptions const& options);
Settings settings_for(VisitorOptions const& options);
Terminal terminal_for(Settings const& settings, VisitorOptions const& options, Directory const& directory,
                      Date known_past);

}  // namespace halte
