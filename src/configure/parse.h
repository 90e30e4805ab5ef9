#pragma once
/// From the text of one file after the other to settings.

#include "keys.h"

namespace halte {

/// Takes what is right in the text of the draft's file, and tells what is wrong.
void take_text(std::string const& toml, Draft& draft);
/// What no file alone can tell: two keys that are one value.
LoadedSettings finished(Draft draft);

}  // namespace halte
