#pragma once
/// The snapshot in memory. Every visitor process has it whole from its start, so that its words say nothing of a visit
/// as long as they lie within it.

#include "memory.h"
#include "needle.h"

namespace halte::test {

class SnapshotCopies {
public:
    /// `snapshot` is the file as it was built; empty when there is none. Both outlive this.
    SnapshotCopies(Memory const& memory, std::vector<std::uint8_t> const& snapshot);

    /// The first bytes of a copy; nothing when there is no snapshot.
    [[nodiscard]] std::vector<Needle> header() const;
    /// A header stands at this address: a copy, if the rest of the snapshot follows it, unchanged.
    void consider(std::uint64_t address);
    [[nodiscard]] std::size_t count() const { return m_begins.size(); }

    /// In a process, whether the bytes lie within such a copy. The pages of a machine's memory lie in any order: there,
    /// every page on which the bytes lie must be the snapshot's, whole.
    [[nodiscard]] bool hold(std::uint64_t address, std::size_t size) const;

private:
    [[nodiscard]] bool pages_are_the_snapshots(std::uint64_t address, std::size_t size) const;

    Memory const& m_memory;
    std::vector<std::uint8_t> const& m_snapshot;
    std::vector<std::uint64_t> m_begins;
};

}  // namespace halte::test
