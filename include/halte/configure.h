#pragma once
/// halte.toml: what a technician says about one terminal, and halte.toml.d/*.toml beside it, which whatever manages
/// many terminals may drop. Every value has a safe default, so that a terminal without a file, or with a wrong one,
/// still helps. It knows nothing of visits or screens.

#include <halte/base.h>
#include <halte/keys.h>
#include <halte/problem.h>
#include <halte/unread_words.h>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace halte {

struct Settings {
    // [place]
    std::string place_name;    ///< "Hôpital de la Vallée"; may be empty
    std::string place_detail;  ///< "Hall d'accueil"; may be empty
    std::string address;       ///< what to say to the operator of 112; may be empty
    std::optional<Coordinates> coordinates;
    std::string interpreter_phone;             ///< the house's own number for interpreters; may be empty
    std::string timezone = "Europe/Brussels";  ///< of the clock that opening hours go by
    std::optional<double> mounting_height_mm;  ///< of the picture's lower edge above the floor
    bool shelf_in_front = false;               ///< one has to reach over something to touch the screen
    // [screen]
    double diagonal_inches = 21.5;
    double viewing_distance_mm = 600;
    bool high_contrast = false;
    int rotation = 0;    ///< degrees clockwise that the picture is turned: 0, 90, 180 or 270
    std::string output;  ///< as the X server names it, "HDMI-1"; empty: the first one with a screen
    // [visit]
    std::vector<std::string> languages;                   ///< empty: the profile's
    UnreadWords unread = UnreadWords::core;               ///< what is done with words that no speaker has read
    std::vector<std::string> show_languages{"fr", "nl"};  ///< of who reads what a visitor shows
    std::string profile = "hospital";
    Milliseconds inactivity{45'000};          ///< before the veil
    Milliseconds inactivity_reading{90'000};  ///< before the veil, on pages to be read
    Milliseconds countdown{45'000};           ///< of the veil; never under 20 s (WCAG 2.2.1)
    Milliseconds inactivity_keys{120'000};    ///< before the veil, at least, while keys or a switch are used
    // [hands]
    Switches switches = Switches::none;
    KeyPace key_pace;
    KeyTable keys = KeyTable::usual();  ///< without what `switches` makes of them
    // [directory]
    std::string directory;  ///< path of a snapshot; empty: the embedded one
};

/// How long a page may stand at most from the last touch on: of the times of visits, the longest, and the countdown.
Milliseconds longest_unattended(Settings const& settings);

struct LoadedSettings {
    Settings settings;  ///< right values of the files, the last one of each; defaults for everything else
    Problems problems;  ///< wrong keys and values, and files that cannot be read
    std::map<std::string, Where, std::less<>> positions;  ///< of the last value given: "visit.profile"
    std::vector<std::string> files;                       ///< those that were there, in their order
};
inline constexpr char const* default_settings_path = "/etc/halte/halte.toml";

/// Reads a settings file, and then those of the folder PATH.d whose names end in ".toml" and begin with no dot, in the
/// order of their names (bytes, whatever the locale). A later value wins. Never fails: what is wrong costs its own
/// value only, and is told in `problems`. A missing file is a problem only when `required` is true; a missing folder is
/// none. A file whose name is nearly right, "50-place.toml.txt", is a problem, because somebody thinks that it counts.
/// Takes at most about three seconds: what does not answer by then costs its own values. To be called while there is
/// one thread.
LoadedSettings load_settings(std::string const& path, bool required);
/// The same from the text of one file named `file`, for tests.
LoadedSettings parse_settings(std::string const& toml, std::string const& file = "");

/// One value as a script wants it, on one line: a list with spaces between, nothing for what is not set. `key` is
/// "screen.rotation"; for one that does not exist the error (ExitCode::usage) names the nearest.
Result<std::string> print_setting(Settings const& settings, std::string_view key);

}  // namespace halte
