#pragma once
/// The environment of a visitor process. What is not on the list does not get there: no path to a home, no locale of
/// whoever logged in, no library to load first.

#include <string>
#include <vector>

namespace halte {

/// The descriptors that the process finds named in HALTE_PIPE, HALTE_GO and HALTE_SESSION; the last may be none (-1).
std::vector<std::string> environment_for(int words, int go, int session);

}  // namespace halte
