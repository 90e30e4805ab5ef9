#pragma once
/// Searches memory for needles, and tells apart what is a secret that stayed and what is the snapshot, which every
/// visitor process has whole from its start.

#include "matcher.h"
#include "memory.h"

namespace halte::test {

struct Hit {
    std::size_t needle = 0;
    std::string where;          ///< the range's name
    bool in_snapshot = false;   ///< it lies within a copy of the snapshot, whole and unchanged
    std::uint64_t address = 0;  ///< of the first one
    int times = 0;
};

struct Unread {
    std::string where;
    std::uint64_t bytes = 0;
};

struct Findings {
    std::vector<Hit> hits;  ///< one for each needle and range
    std::vector<Unread> unread;
    std::uint64_t bytes = 0;
    std::uint64_t snapshots = 0;  ///< copies of the snapshot that were found
};

/// `snapshot` is the file as it was built; empty when there is none.
Findings search(Memory const& memory, std::vector<Needle> const& needles, std::vector<std::uint8_t> const& snapshot);

}  // namespace halte::test
