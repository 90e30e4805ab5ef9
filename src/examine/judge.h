#pragma once
/// From what was read to findings. Nothing is read here, so every line can be tried in a table.

#include <halte/mounting.h>

#include "connectors.h"
#include "findings.h"
#include "key_devices.h"
#include "x_server.h"

namespace halte {

using XAnswer = std::variant<XServer, NoAnswer>;

Problems judge_settings(std::string const& path, LoadedSettings const& loaded);

/// What cannot be told, and why.
Problem without_answer(std::string id, std::string const& what, NoAnswer why);

/// `measured`: the settings themselves say how large the screen is.
Problems judge_screen(Settings const& settings, bool measured, std::vector<Connector> const& connectors,
                      XAnswer const& x_server);
/// The one that shows the kiosk; nothing when none is connected.
Connector const* chosen(Settings const& settings, std::vector<Connector> const& connectors);

Problems judge_touch(int rotation, std::vector<std::string> const& kernels_devices, XAnswer const& x_server);
/// `note` is the file that the supervisor leaves (ghost_touches_file).
Problem judge_ghosts(Presence note);
/// How fingers must be mapped on a picture that is turned clockwise by so many degrees.
TouchMatrix matrix_for(int rotation);

/// Which keypads, keyboards and switches can lead a visitor, by the codes that the settings name.
Problems judge_hands(Settings const& settings, std::vector<KeyDevice> devices);

/// `cards` is the text of /proc/asound/cards.
Problem judge_sound(std::string const& cards);

struct ClockReading {
    Date today;  ///< of the place
    std::optional<bool> synchronised;
    bool knows_timezone = true;
};
/// `known_past`: a day that is past for certain, which no snapshot from elsewhere can move.
Problems judge_clock(ClockReading const& clock, Date known_past);

struct SnapshotReading {
    Date as_of;
    std::size_t services = 0;
    std::string file;     ///< that the settings name; empty for the embedded one
    std::string refused;  ///< why that one does not serve
    std::vector<std::string> undrawable_icons;
};
Problems judge_snapshot(SnapshotReading const& snapshot, ClockReading const& clock, Date known_past);
/// From one day to the other; negative when the other comes first.
int days_between(Date from, Date to);

Problem judge_language(Language const& language, int missing_glyphs);

/// EN 301 549, 8.3.2 and 8.3.3: for every place of the picture, because a key may stand anywhere in it, and for the
/// part in which keys stand that were brought down.
Problem judge_reach(std::optional<double> lower_edge_mm, PictureSize const& picture, Shelf shelf);
/// The picture as it hangs, of so many pixels or of that shape.
PictureSize picture_of(double diagonal_inches, int width, int height);

struct MemoryReading {
    std::vector<std::string> swaps;  ///< devices and files
    std::string resume;              ///< where the machine would wake up from, "8:2"; "0:0" or empty: nowhere
    std::optional<std::string> kernel_line;
    std::string kernel_config;  ///< the text of /boot/config-RELEASE; may be empty
};
Problems judge_memory(MemoryReading const& memory, std::vector<ServiceState> const& units);

/// `delay` is the text of /proc/sys/kernel/panic: seconds until the machine starts again after a panic; 0 for never,
/// negative for at once.
Problem judge_panic(std::string const& delay);

/// `systemd`: whether it runs here.
Problems judge_services(std::vector<ServiceState> const& units, bool systemd);

}  // namespace halte
