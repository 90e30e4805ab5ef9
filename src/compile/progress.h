#pragma once
/// How far a language has come: what `halte-directory status` tells, and what a snapshot says of it to a terminal.

#include <halte/compile.h>

#include "messages.h"

namespace halte {

LanguageStatus::Count progress_of(PoFile const& po, std::vector<Wanted> const& wanted);

}  // namespace halte
