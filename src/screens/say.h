#pragma once
/// A sentence for the first moment of a call: to be said, or held in front of somebody who calls.

#include <halte/directory.h>

#include "screen_context.h"

namespace halte {

struct Sentences {
    std::vector<Text> said;  ///< in the language of the line; where that is not known, in French and Dutch
    std::string understood;  ///< the same in the visitor's language; empty where it is among `said`
};
/// What a line answers in when nobody has written down its languages.
std::vector<std::string> usual_answers(Directory const& directory);
Sentences sentences_for(ScreenContext& screen, Service const& service, Phone const& phone);

}  // namespace halte
