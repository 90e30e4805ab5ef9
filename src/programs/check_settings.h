#pragma once
/// What halte --check says of a terminal's settings: what the file itself has wrong, and what only the directory can
/// tell.

#include "visitor.h"

namespace halte {

/// What the settings ask of a directory that it does not have: a kind of place, or languages.
std::vector<SettingsProblem> problems_with(Directory const& directory, LoadedSettings const& loaded);

/// Prints every problem with its line and column, or that there is none.
ExitCode check_settings(VisitorOptions const& options);

}  // namespace halte
