#pragma once
/// The languages that this terminal shows, how far each is translated, and who has read it.

#include <halte/configure.h>
#include <halte/directory.h>

#include "findings.h"

namespace halte {

Problem judge_words(Language const& language);
Problems examine_languages(Directory const& directory, Settings const& settings);

}  // namespace halte
