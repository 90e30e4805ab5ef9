#pragma once
/// halte.toml: what a technician says about one terminal. Every value has a safe default, so that a terminal without a
/// file, or with a wrong one, still helps. It knows nothing of visits or screens.

#include <halte/base.h>
#include <map>
#include <string>
#include <vector>

namespace halte {

struct Settings {
    // [place]
    std::string place_name;    ///< "Hôpital de la Vallée"; may be empty
    std::string place_detail;  ///< "Hall d'accueil"; may be empty
    std::string address;       ///< what to say to the operator of 112; may be empty
    std::optional<Coordinates> coordinates;
    std::string timezone = "Europe/Brussels";  ///< of the clock that opening hours go by
    // [screen]
    double diagonal_inches = 21.5;
    double viewing_distance_mm = 600;
    bool high_contrast = false;
    // [visit]
    std::vector<std::string> languages;  ///< empty: the profile's
    std::string profile = "hospital";
    Milliseconds inactivity{45'000};          ///< before the veil
    Milliseconds inactivity_reading{90'000};  ///< before the veil, on pages to be read
    Milliseconds countdown{45'000};           ///< of the veil; never under 20 s (WCAG 2.2.1)
    // [directory]
    std::string directory;  ///< path of a snapshot; empty: the embedded one
};

/// One wrong key or value. Line and column are 1-based; 0 when the file cannot be read at all.
struct SettingsProblem {
    int line = 0;
    int column = 0;
    std::string what;
    std::string cure;
};
/// "/etc/halte/halte.toml:3:12: what. Cure."
std::string describe(std::string const& path, SettingsProblem const& problem);

/// Where a value stands in the file, 1-based.
struct SettingsPosition {
    int line = 0;
    int column = 0;
};

struct LoadedSettings {
    Settings settings;  ///< right values of the file, defaults for everything else
    std::vector<SettingsProblem> problems;
    std::map<std::string, SettingsPosition, std::less<>> positions;  ///< of every value that was given: "visit.profile"
};
inline constexpr char const* default_settings_path = "/etc/halte/halte.toml";

/// Reads a settings file. Never fails: what is wrong is told in `problems`. A missing file is a problem only when
/// `required` is true.
LoadedSettings load_settings(std::string const& path, bool required);
/// The same from text, for tests.
LoadedSettings parse_settings(std::string const& toml);

}  // namespace halte
