#include "snapshot_copies.h"

#include <algorithm>

namespace halte::test {
namespace {

constexpr std::size_t header_bytes = 100;  // of an SQLite file, with the number of its pages
constexpr std::size_t page_bytes = 4096;

}  // namespace

SnapshotCopies::SnapshotCopies(Memory const& memory, std::vector<std::uint8_t> const& snapshot)
    : m_memory(memory), m_snapshot(snapshot) {}

std::vector<Needle> SnapshotCopies::header() const {
    if (m_snapshot.size() < header_bytes) return {};
    return {{"snapshot", "header", {m_snapshot.begin(), m_snapshot.begin() + header_bytes}}};
}

void SnapshotCopies::consider(std::uint64_t address) {
    if (m_memory.read(address, m_snapshot.size()) == m_snapshot) m_begins.push_back(address);
}

bool SnapshotCopies::hold(std::uint64_t address, std::size_t size) const {
    bool const within = std::ranges::any_of(
        m_begins, [&](std::uint64_t begin) { return address >= begin && address + size <= begin + m_snapshot.size(); });
    return within || (m_memory.is_a_file() && pages_are_the_snapshots(address, size));
}

bool SnapshotCopies::pages_are_the_snapshots(std::uint64_t address, std::size_t size) const {
    auto const before = std::size_t(address % page_bytes);
    std::size_t const pages = (before + size + page_bytes - 1) / page_bytes;
    auto const page = m_memory.read(address - before, pages * page_bytes);
    if (before + size > page.size()) return false;
    auto const words = page.begin() + std::ptrdiff_t(before);
    for (auto at = m_snapshot.begin();; ++at) {
        at = std::search(at, m_snapshot.end(), words, words + std::ptrdiff_t(size));
        if (at == m_snapshot.end()) return false;
        auto const place = std::size_t(at - m_snapshot.begin());
        // The snapshot may begin or end within a page.
        std::size_t const from = place < before ? before - place : 0;
        std::size_t const count = std::min(page.size() - from, m_snapshot.size() - (place + from - before));
        if (std::equal(page.begin() + std::ptrdiff_t(from), page.begin() + std::ptrdiff_t(from + count),
                       m_snapshot.begin() + std::ptrdiff_t(place + from - before)))
            return true;
    }
}

}  // namespace halte::test
