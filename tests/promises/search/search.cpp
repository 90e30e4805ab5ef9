#include "search.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "snapshot_copies.h"

namespace halte::test {
namespace {

struct Place {
    std::size_t needle = 0;
    std::size_t range = 0;
    std::uint64_t address = 0;
};

std::vector<Needle> operator+(std::vector<Needle> left, std::vector<Needle> const& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

class Search {
public:
    /// The header of a snapshot is one more needle, behind the given ones.
    Search(Memory const& memory, std::vector<Needle> const& needles, std::vector<std::uint8_t> const& snapshot)
        : m_memory(memory), m_copies(memory, snapshot), m_matcher(needles + m_copies.header()), m_own(needles.size()) {}

    Findings run() {
        for (std::size_t i = 0; i < m_memory.ranges().size(); ++i) look_through(i);
        Findings findings = std::move(m_findings);
        findings.hits = hits();
        findings.snapshots = m_copies.count();
        return findings;
    }

private:
    /// Ranges that touch each other are read as one, so that nothing hides across their border.
    void look_through(std::size_t index) {
        Range range = m_memory.ranges()[index];
        std::uint64_t const begin = range.begin;
        range.begin -= std::min<std::uint64_t>(m_matcher.longest() - 1, bytes_that_touch(range.begin));
        auto const look = [&](std::span<std::uint8_t const> bytes, std::uint64_t address, std::size_t seen) {
            std::size_t const of_the_last = address < begin ? std::size_t(begin - address) : 0;
            m_matcher.look(bytes, std::max(seen, of_the_last),
                           [&](std::size_t needle, std::size_t at) { add({needle, index, address + at}); });
        };
        std::uint64_t const unread = m_memory.stream(range, m_matcher.longest() - 1, look);
        if (unread > 0) m_findings.unread.push_back({range.name, unread});
        m_findings.bytes += range.end - begin - unread;
        m_before = unread > 0 ? Range{} : Range{begin, range.end, {}};
    }

    [[nodiscard]] std::uint64_t bytes_that_touch(std::uint64_t begin) const {
        return m_before.end == begin ? m_before.end - m_before.begin : 0;
    }

    void add(Place const& place) {
        if (place.needle >= m_own)
            m_copies.consider(place.address);
        else
            m_places.push_back(place);
    }

    [[nodiscard]] std::vector<Hit> hits() const {
        std::map<std::tuple<bool, std::size_t, std::size_t>, Hit> hits;
        for (Place const& place : m_places) {
            bool const own = m_copies.hold(place.address, m_matcher.needles()[place.needle].extent());
            Hit const fresh{place.needle, m_memory.ranges()[place.range].name, own, place.address, 0};
            ++hits.try_emplace({own, place.needle, place.range}, fresh).first->second.times;
        }
        std::vector<Hit> all;
        for (auto const& [key, hit] : hits) all.push_back(hit);
        return all;
    }

    Memory const& m_memory;
    SnapshotCopies m_copies;
    Matcher m_matcher;
    std::size_t m_own;
    Findings m_findings;
    std::vector<Place> m_places;
    Range m_before;  ///< the range before, when all of it could be read
};

}  // namespace

Findings search(Memory const& memory, std::vector<Needle> const& needles, std::vector<std::uint8_t> const& snapshot) {
    return Search(memory, needles, snapshot).run();
}

}  // namespace halte::test
