#pragma once
/// Which files of a folder are settings, and which only look as if they were.

#include <optional>
#include <string>

namespace halte {

/// What editors and package managers leave beside a file is no settings file: "10-screen.toml~",
/// ".10-screen.toml.swp".
bool is_settings_name(std::string const& name);

/// What a name that is nearly right should be: "50-place.toml" for "50-PLACE.TOML", "50-place.toml.txt" and
/// "50-place.conf". Nothing for right names, and for those that nobody takes for settings: leftovers, hidden files,
/// texts.
std::optional<std::string> nearly_settings_name(std::string const& name);
/// The same where one name alone is right: "halte.toml".
bool is_nearly(std::string const& name, std::string const& right);

}  // namespace halte
