#pragma once
/// The keys of halte.toml: for each its section, its name, how its value is read into the settings, and how printed.

#include <halte/configure.h>
#include <toml++/toml.h>

#include <functional>
#include <string_view>
#include <vector>

namespace halte {

/// Settings while they are read, one file after the other. The coordinates are one value of two keys.
struct Draft {
    LoadedSettings loaded;
    std::string file;  ///< the one that is read
    std::optional<double> latitude;
    std::optional<double> longitude;

    /// Tells what is wrong where `node` stands in the file.
    void wrong(toml::node const& node, std::string what, std::string cure);
    void wrong(toml::source_position where, std::string what, std::string cure);
    [[nodiscard]] Where at(toml::source_position where) const;
};

struct SettingsKey {
    std::string_view section;
    std::string_view name;
    /// Takes a right value into the draft; tells what is wrong with any other and leaves the default.
    std::function<void(toml::node const&, Draft&)> take;
    std::function<std::string(Settings const&)> print;
};

std::vector<SettingsKey> const& settings_keys();

}  // namespace halte
