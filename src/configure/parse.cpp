#include "parse.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "nearest.h"

namespace halte {

static std::vector<std::string_view> section_names() {
    std::vector<std::string_view> names;
    for (SettingsKey const& key : settings_keys())
        if (names.empty() || names.back() != key.section) names.push_back(key.section);
    return names;
}

static std::vector<std::string_view> names_in(std::string_view section) {
    std::vector<std::string_view> names;
    for (SettingsKey const& key : settings_keys())
        if (key.section == section) names.push_back(key.name);
    return names;
}

/// The key of that name, in whichever section.
static SettingsKey const* find_key(std::string_view name) {
    auto const& keys = settings_keys();
    auto const found = std::find_if(keys.begin(), keys.end(), [&](SettingsKey const& key) { return key.name == name; });
    return found == keys.end() ? nullptr : &*found;
}

static std::string cure_for_section(std::string_view name) {
    if (SettingsKey const* const key = find_key(name)) return fmt::format("It belongs under [{}].", key->section);
    if (auto const near = nearest(name, section_names())) return fmt::format("Did you mean [{}]?", *near);
    return fmt::format("The sections are [{}].", fmt::join(section_names(), "], ["));
}

static std::string cure_for_key(std::string_view section, std::string_view name) {
    if (SettingsKey const* const key = find_key(name)) return fmt::format("It belongs under [{}].", key->section);
    if (auto const near = nearest(name, names_in(section))) return fmt::format("Did you mean \"{}\"?", *near);
    return fmt::format("Its keys are: {}.", fmt::join(names_in(section), ", "));
}

static void take_section(std::string_view section, toml::table const& table, Draft& draft) {
    for (auto const& entry : table) {
        auto const& name = entry.first;
        auto const& node = entry.second;
        auto const& keys = settings_keys();
        auto const key = std::find_if(keys.begin(), keys.end(), [&](SettingsKey const& candidate) {
            return candidate.section == section && candidate.name == name.str();
        });
        if (key != keys.end()) {
            draft.loaded.positions[fmt::format("{}.{}", section, name.str())] = draft.at(node.source().begin);
            key->take(node, draft);
        } else {
            draft.wrong(name.source().begin, fmt::format("[{}] has no key \"{}\".", section, name.str()),
                        cure_for_key(section, name.str()));
        }
    }
}

static void take_everything(toml::table const& root, Draft& draft) {
    auto const sections = section_names();
    for (auto const& [name, node] : root) {
        bool const known = std::find(sections.begin(), sections.end(), name.str()) != sections.end();
        toml::table const* const table = node.as_table();
        if (known && table != nullptr)
            take_section(name.str(), *table, draft);
        else if (known)
            draft.wrong(node, fmt::format("\"{}\" is a section and has no value of its own.", name.str()),
                        fmt::format("Write [{}] on a line, and its keys under it.", name.str()));
        else
            draft.wrong(name.source().begin, fmt::format("There is no \"{}\" in the settings.", name.str()),
                        cure_for_section(name.str()));
    }
}

/// The parser sorts by name; a technician reads from the top.
static void sort_from(std::size_t first, Problems& problems) {
    std::stable_sort(problems.begin() + std::ptrdiff_t(first), problems.end(), [](Problem const& a, Problem const& b) {
        return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
    });
}

void take_text(std::string const& toml, Draft& draft) {
    std::size_t const before = draft.loaded.problems.size();
    try {
        take_everything(toml::parse(toml), draft);
    } catch (toml::parse_error const& error) {
        // Nothing of a file that is not TOML is taken: what its lines mean is a guess.
        draft.wrong(error.source().begin, fmt::format("This is not TOML: {}.", error.description()),
                    "Until it is mended, nothing of this file counts.");
    }
    sort_from(before, draft.loaded.problems);
}

/// Half a position is none: distances from it would be wrong by half the globe.
static void tell_of_a_half(std::string const& half, std::string const& other, LoadedSettings& loaded) {
    auto const given = loaded.positions.find("place." + half);
    if (given == loaded.positions.end() || loaded.positions.contains("place." + other)) return;
    loaded.problems.push_back(
        {given->second, fmt::format("There is a {} without a {}.", half, other), "Write both, or neither."});
}

LoadedSettings finished(Draft draft) {
    if (draft.latitude && draft.longitude)
        draft.loaded.settings.coordinates = Coordinates{*draft.latitude, *draft.longitude};
    tell_of_a_half("latitude", "longitude", draft.loaded);
    tell_of_a_half("longitude", "latitude", draft.loaded);
    return std::move(draft.loaded);
}

LoadedSettings parse_settings(std::string const& toml, std::string const& file) {
    Draft draft;
    draft.file = file;
    take_text(toml, draft);
    return finished(std::move(draft));
}

static std::vector<std::string> full_names() {
    std::vector<std::string> names;
    for (SettingsKey const& key : settings_keys()) names.push_back(fmt::format("{}.{}", key.section, key.name));
    return names;
}

/// "screen.rotation" for "rotation" and for "screen.rotatoin".
static std::string cure_for_full_name(std::string_view name) {
    if (SettingsKey const* const key = find_key(name))
        return fmt::format("Did you mean {}.{}?", key->section, key->name);
    auto const names = full_names();
    if (auto const near = nearest(name, {names.begin(), names.end()})) return fmt::format("Did you mean {}?", *near);
    return fmt::format("There are: {}.", fmt::join(names, ", "));
}

Milliseconds longest_unattended(Settings const& settings) {
    return std::max({settings.inactivity, settings.inactivity_reading, settings.inactivity_keys}) + settings.countdown;
}

Result<std::string> print_setting(Settings const& settings, std::string_view key) {
    for (SettingsKey const& candidate : settings_keys())
        if (fmt::format("{}.{}", candidate.section, candidate.name) == key) return candidate.print(settings);
    return failure(fmt::format("There is no setting \"{}\". {}", key, cure_for_full_name(key)), ExitCode::usage);
}

}  // namespace halte
