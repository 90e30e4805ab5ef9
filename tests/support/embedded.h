#pragma once
/// The directory that is built into the programs.

#include <halte/directory.h>
#include <halte/snapshot.h>

namespace halte::test {

inline Directory open_embedded() { return std::move(Directory::open_bytes(embedded_snapshot()).value()); }

/// Opened once for all tests of a program.
inline Directory const& embedded_directory() {
    static Directory const opened = open_embedded();
    return opened;
}

}  // namespace halte::test
