#include "keys.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "values.h"

namespace halte {

Where Draft::at(toml::source_position where) const { return {file, int(where.line), int(where.column)}; }

void Draft::wrong(toml::source_position where, std::string what, std::string cure) {
    loaded.problems.push_back({at(where), std::move(what), std::move(cure)});
}

void Draft::wrong(toml::node const& node, std::string what, std::string cure) {
    wrong(node.source().begin, std::move(what), std::move(cure));
}

using Take = std::function<void(toml::node const&, Draft&)>;
using Print = std::function<std::string(Settings const&)>;

/// A field of the settings that is read in its own way.
template <class Value>
Take field(Value Settings::* field, std::optional<Value> (*read)(toml::node const&, Draft&)) {
    return [=](toml::node const& node, Draft& draft) {
        if (auto const value = read(node, draft)) draft.loaded.settings.*field = *value;
    };
}

static Take text(std::string Settings::* field, std::size_t longest) {
    return [=](toml::node const& node, Draft& draft) {
        if (auto const value = read_text(node, longest, draft)) draft.loaded.settings.*field = *value;
    };
}

// Degrees are Belgium's, with a margin: a slip of a digit or a swap of the two is seen. A height outside of these
// nobody could use, standing or in a wheelchair.
constexpr NumberRange latitudes{49, 52, "degrees", "50.85"};
constexpr NumberRange longitudes{2, 7, "degrees", "4.35"};
constexpr NumberRange heights{200, 1600, "millimetres", "850"};
constexpr NumberRange diagonals{7, 100, "inches", "21.5"};
constexpr NumberRange distances{300, 2000, "millimetres", "600"};

static Take number(double Settings::* field, NumberRange const* range) {
    return [=](toml::node const& node, Draft& draft) {
        if (auto const value = read_number(node, *range, draft)) draft.loaded.settings.*field = *value;
    };
}

static Take degrees(std::optional<double> Draft::* half, NumberRange const* range) {
    return [=](toml::node const& node, Draft& draft) {
        if (auto const value = read_number(node, *range, draft)) draft.*half = value;
    };
}

static Take seconds(Milliseconds Settings::* field, int shortest, int longest) {
    return [=](toml::node const& node, Draft& draft) {
        if (auto const value = read_seconds(node, shortest, longest, draft)) draft.loaded.settings.*field = *value;
    };
}

static Take pace(Milliseconds KeyPace::* field, int shortest, int longest) {
    return [=](toml::node const& node, Draft& draft) {
        if (auto const value = read_milliseconds(node, shortest, longest, draft))
            draft.loaded.settings.key_pace.*field = *value;
    };
}

/// A key has one meaning: the last one that a file gives it.
static Take key_codes(KeyMeaning meaning) {
    return [=](toml::node const& node, Draft& draft) {
        if (auto const codes = read_key_codes(node, draft)) draft.loaded.settings.keys.assign(meaning, *codes);
    };
}

static void take_mounting_height(toml::node const& node, Draft& draft) {
    if (auto const value = read_number(node, heights, draft)) draft.loaded.settings.mounting_height_mm = value;
}

static std::string as_text(UnreadWords value) {
    auto const found = std::ranges::find(unread_settings, value, &UnreadSetting::unread);
    return std::string(found->word);
}
static std::string as_text(std::string const& value) { return value; }
static std::string as_text(std::vector<std::string> const& value) { return fmt::format("{}", fmt::join(value, " ")); }
static std::string as_text(std::optional<double> const& value) { return value ? fmt::format("{}", *value) : ""; }
static std::string as_text(Milliseconds value) { return fmt::format("{}", value.count() / 1'000); }
static std::string as_text(Switches value) {
    return std::string(std::ranges::find(switches_settings, value, &SwitchesSetting::switches)->word);
}
static std::string as_text(double value) { return fmt::format("{}", value); }
static std::string as_text(bool value) { return fmt::format("{}", value); }
static std::string as_text(int value) { return fmt::format("{}", value); }

template <class Value>
Print print(Value Settings::* field) {
    return [=](Settings const& settings) { return as_text(settings.*field); };
}

static Print print(double Coordinates::* half) {
    return [=](Settings const& settings) {
        return settings.coordinates ? as_text(*settings.coordinates.*half) : std::string();
    };
}

static Print print(Milliseconds KeyPace::* field) {
    return [=](Settings const& settings) { return fmt::format("{}", (settings.key_pace.*field).count()); };
}

static std::vector<SettingsKey> with_keys_of_hands(std::vector<SettingsKey> keys) {
    for (auto const& [word, means] : key_meaning_names) {
        KeyMeaning const meaning = means;
        keys.push_back({"hands", word, key_codes(meaning), [meaning](Settings const& settings) {
                            return fmt::format("{}", fmt::join(settings.keys.codes_of(meaning), " "));
                        }});
    }
    return keys;
}

std::vector<SettingsKey> const& settings_keys() {
    using S = Settings;
    // How long a text may be is what the welcome screen and the emergency page have room for.
    static std::vector<SettingsKey> const keys = with_keys_of_hands({
        {"place", "name", text(&S::place_name, 60), print(&S::place_name)},
        {"place", "detail", text(&S::place_detail, 60), print(&S::place_detail)},
        {"place", "address", text(&S::address, 120), print(&S::address)},
        {"place", "interpreter_phone", field(&S::interpreter_phone, read_phone), print(&S::interpreter_phone)},
        {"place", "latitude", degrees(&Draft::latitude, &latitudes), print(&Coordinates::latitude)},
        {"place", "longitude", degrees(&Draft::longitude, &longitudes), print(&Coordinates::longitude)},
        {"place", "timezone", field(&S::timezone, read_timezone), print(&S::timezone)},
        {"place", "mounting_height_mm", take_mounting_height, print(&S::mounting_height_mm)},
        {"place", "shelf_in_front", field(&S::shelf_in_front, read_shelf_in_front), print(&S::shelf_in_front)},
        {"screen", "diagonal_inches", number(&S::diagonal_inches, &diagonals), print(&S::diagonal_inches)},
        {"screen", "viewing_distance_mm", number(&S::viewing_distance_mm, &distances), print(&S::viewing_distance_mm)},
        {"screen", "high_contrast", field(&S::high_contrast, read_high_contrast), print(&S::high_contrast)},
        {"screen", "rotation", field(&S::rotation, read_rotation), print(&S::rotation)},
        {"screen", "output", field(&S::output, read_output), print(&S::output)},
        {"visit", "languages", field(&S::languages, read_languages), print(&S::languages)},
        {"visit", "unread", field(&S::unread, read_unread), print(&S::unread)},
        {"visit", "show_languages", field(&S::show_languages, read_languages), print(&S::show_languages)},
        {"visit", "profile", field(&S::profile, read_profile), print(&S::profile)},
        {"visit", "inactivity_seconds", seconds(&S::inactivity, 15, 600), print(&S::inactivity)},
        {"visit", "inactivity_reading_seconds", seconds(&S::inactivity_reading, 15, 600),
         print(&S::inactivity_reading)},
        {"visit", "countdown_seconds", seconds(&S::countdown, 20, 300), print(&S::countdown)},
        {"visit", "inactivity_keys_seconds", seconds(&S::inactivity_keys, 15, 600), print(&S::inactivity_keys)},
        {"hands", "switch", field(&S::switches, read_switches), print(&S::switches)},
        {"hands", "repeat_after_ms", pace(&KeyPace::repeat_after, 250, 10'000), print(&KeyPace::repeat_after)},
        {"hands", "repeat_every_ms", pace(&KeyPace::repeat_every, 100, 5'000), print(&KeyPace::repeat_every)},
        {"hands", "double_strike_ms", pace(&KeyPace::double_strike, 0, 5'000), print(&KeyPace::double_strike)},
        {"hands", "scan_step_ms", pace(&KeyPace::scan_step, 500, 10'000), print(&KeyPace::scan_step)},
        {"directory", "file", field(&S::directory, read_path), print(&S::directory)},
    });
    return keys;
}

}  // namespace halte
