#pragma once
/// The environment of a visitor process. What is not on the list does not get there: no path to a home, no locale of
/// whoever logged in, no library to load first.

#include <string>
#include <vector>

#include "session_memory.h"

namespace halte {

/// The descriptors that the process finds named in HALTE_PIPE and HALTE_GO, and in HALTE_SESSION and HALTE_NEW_SESSION
/// where there are any.
std::vector<std::string> environment_for(int words, int go, SessionDescriptors const& session);

}  // namespace halte
