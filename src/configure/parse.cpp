#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "keys.h"
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

static void tell_at(toml::source_position at, std::string what, std::string cure, Draft& draft) {
    draft.loaded.problems.push_back({int(at.line), int(at.column), std::move(what), std::move(cure)});
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
            auto const begin = node.source().begin;
            draft.loaded.positions[fmt::format("{}.{}", section, name.str())] = {int(begin.line), int(begin.column)};
            key->take(node, draft);
        } else {
            tell_at(name.source().begin, fmt::format("[{}] has no key \"{}\".", section, name.str()),
                    cure_for_key(section, name.str()), draft);
        }
    }
}

/// Half a position is none: distances from it would be wrong by half the globe.
static void join_coordinates(toml::table const& root, Draft& draft) {
    if (draft.latitude && draft.longitude)
        draft.loaded.settings.coordinates = Coordinates{*draft.latitude, *draft.longitude};
    auto const place = root["place"];
    if (place["latitude"] && !place["longitude"])
        draft.wrong(*place["latitude"].node(), "There is a latitude without a longitude.", "Write both, or neither.");
    if (place["longitude"] && !place["latitude"])
        draft.wrong(*place["longitude"].node(), "There is a longitude without a latitude.", "Write both, or neither.");
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
            tell_at(name.source().begin, fmt::format("There is no \"{}\" in the settings.", name.str()),
                    cure_for_section(name.str()), draft);
    }
    join_coordinates(root, draft);
}

LoadedSettings parse_settings(std::string const& toml) {
    Draft draft;
    try {
        take_everything(toml::parse(toml), draft);
    } catch (toml::parse_error const& error) {
        // Nothing of a file that is not TOML is taken: what its lines mean is a guess.
        LoadedSettings none;
        none.problems.push_back({int(error.source().begin.line), int(error.source().begin.column),
                                 fmt::format("This is not TOML: {}.", error.description()),
                                 "Until it is mended, every setting has its default."});
        return none;
    }
    // The parser sorts by name; a technician reads from the top.
    std::stable_sort(draft.loaded.problems.begin(), draft.loaded.problems.end(),
                     [](SettingsProblem const& a, SettingsProblem const& b) {
                         return std::pair(a.line, a.column) < std::pair(b.line, b.column);
                     });
    return std::move(draft.loaded);
}

}  // namespace halte
