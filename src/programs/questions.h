#pragma once
/// What halte --check says of a terminal: what its settings file has wrong, what only the directory can tell of it, and
/// which confinements are in force on this machine.

#include "visitor.h"

namespace halte {

/// What the settings ask of a directory that it does not have: a kind of place, or languages.
std::vector<SettingsProblem> problems_with(Directory const& directory, LoadedSettings const& loaded);

/// Prints every problem of the settings with its line and column, or that there is none, and then what holds a visitor
/// process here. This process itself is confined afterwards.
ExitCode check_settings(VisitorOptions const& options);

}  // namespace halte
