#pragma once
/// The environment of a visitor process. What is not on the list does not get there: no path to a home, no locale of
/// whoever logged in, no library to load first.

#include <string>
#include <vector>

namespace halte {

/// `words` and `go` are the descriptors that the process finds named in HALTE_PIPE and HALTE_GO.
std::vector<std::string> environment_for(int words, int go);

}  // namespace halte
