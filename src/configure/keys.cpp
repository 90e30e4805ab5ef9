#include "keys.h"

#include <fmt/format.h>

#include "values.h"

namespace halte {

void Draft::wrong(toml::node const& node, std::string what, std::string cure) {
    auto const begin = node.source().begin;
    loaded.problems.push_back({int(begin.line), int(begin.column), std::move(what), std::move(cure)});
}

using Take = std::function<void(toml::node const&, Draft&)>;

static Take text(std::string Settings::* field, std::size_t longest) {
    return [=](toml::node const& node, Draft& draft) {
        if (auto const value = read_text(node, longest, draft)) draft.loaded.settings.*field = *value;
    };
}

static Take number(double Settings::* field, NumberRange const& range) {
    return [=](toml::node const& node, Draft& draft) {
        if (auto const value = read_number(node, range, draft)) draft.loaded.settings.*field = *value;
    };
}

static Take degrees(std::optional<double> Draft::* field, NumberRange const& range) {
    return [=](toml::node const& node, Draft& draft) { draft.*field = read_number(node, range, draft); };
}

static Take seconds(Milliseconds Settings::* field, int shortest, int longest) {
    return [=](toml::node const& node, Draft& draft) {
        if (auto const value = read_seconds(node, shortest, longest, draft)) draft.loaded.settings.*field = *value;
    };
}

static void take_high_contrast(toml::node const& node, Draft& draft) {
    if (auto const value = node.value_exact<bool>())
        draft.loaded.settings.high_contrast = *value;
    else
        draft.wrong(node, "This is neither true nor false.", "Write high_contrast = true or high_contrast = false.");
}

static void take_languages(toml::node const& node, Draft& draft) {
    if (auto const value = read_languages(node, draft)) draft.loaded.settings.languages = *value;
}

static void take_profile(toml::node const& node, Draft& draft) {
    if (auto const value = read_profile(node, draft)) draft.loaded.settings.profile = *value;
}

static void take_timezone(toml::node const& node, Draft& draft) {
    if (auto const value = read_timezone(node, draft)) draft.loaded.settings.timezone = *value;
}

static void take_file(toml::node const& node, Draft& draft) {
    if (auto const value = read_path(node, draft)) draft.loaded.settings.directory = *value;
}

std::vector<SettingsKey> const& settings_keys() {
    // How long a text may be is what the welcome screen and the emergency page have room for.
    static std::vector<SettingsKey> const keys = {
        {"place", "name", text(&Settings::place_name, 60)},
        {"place", "detail", text(&Settings::place_detail, 60)},
        {"place", "address", text(&Settings::address, 120)},
        // Belgium, with a margin: a slip of a digit or a swap of the two is seen.
        {"place", "latitude", degrees(&Draft::latitude, {49, 52, "degrees", "50.85"})},
        {"place", "longitude", degrees(&Draft::longitude, {2, 7, "degrees", "4.35"})},
        {"place", "timezone", take_timezone},
        {"screen", "diagonal_inches", number(&Settings::diagonal_inches, {7, 100, "inches", "21.5"})},
        {"screen", "viewing_distance_mm", number(&Settings::viewing_distance_mm, {300, 2000, "millimetres", "600"})},
        {"screen", "high_contrast", take_high_contrast},
        {"visit", "languages", take_languages},
        {"visit", "profile", take_profile},
        {"visit", "inactivity_seconds", seconds(&Settings::inactivity, 15, 600)},
        {"visit", "inactivity_reading_seconds", seconds(&Settings::inactivity_reading, 15, 600)},
        {"visit", "countdown_seconds", seconds(&Settings::countdown, 20, 300)},
        {"directory", "file", take_file},
    };
    return keys;
}

}  // namespace halte
