#pragma once
/// The scripts that languages are written in, and what follows from the script alone: the direction and how tall its
/// lines stand. Values only: the directory hands them out, text/ and canvas/ lay out by them. It knows no language, no
/// face and no screen.

#include <array>
#include <optional>
#include <string_view>

namespace halte {

enum class Script { latin, cyrillic, arabic, ethiopic };

struct ScriptMetrics {
    bool right_to_left = false;
    /// Letters stand taller and deeper than Latin ones, so that lines in a narrow key need more height.
    bool tall = false;
    float text_line = 1.36F;   ///< usual line height of running text, em
    float title_line = 1.24F;  ///< of bold titles, em
};

[[nodiscard]] constexpr ScriptMetrics metrics_of(Script script) {
    switch (script) {
        case Script::arabic:
            return {.right_to_left = true, .tall = true, .text_line = 1.7F, .title_line = 1.6F};
        case Script::ethiopic:
            return {.right_to_left = false, .tall = true, .text_line = 1.7F, .title_line = 1.6F};
        case Script::latin:
        case Script::cyrillic:
            break;
    }
    return {};
}

struct ScriptCode {
    std::string_view code;  ///< of ISO 15924
    Script script;
};
/// Those that we have a face for.
constexpr std::array<ScriptCode, 4> script_codes{
    {{"Latn", Script::latin}, {"Cyrl", Script::cyrillic}, {"Arab", Script::arabic}, {"Ethi", Script::ethiopic}}};

[[nodiscard]] constexpr std::optional<Script> script_of(std::string_view code) {
    for (ScriptCode const& each : script_codes)
        if (each.code == code) return each.script;
    return std::nullopt;
}

}  // namespace halte
