#pragma once
/// Whether the machine's faces can show a language.

#include "findings.h"

namespace halte {

/// One finding for each language, or one that no face is there at all.
Problems examine_fonts(Directory const& directory, LoadedSettings const& loaded);

}  // namespace halte
