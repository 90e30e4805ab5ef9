#include "matcher.h"

#include <algorithm>

namespace halte::test {
namespace {

std::size_t pair_at(std::uint8_t const* memory) { return std::size_t(memory[0]) << 8 | memory[1]; }

/// Most of memory is nought, then ones, then small numbers and ASCII.
int rarity(std::uint8_t byte) {
    if (byte == 0) return 0;
    if (byte == 255 || byte == ' ') return 2;
    if (byte < 8) return 4;
    return byte < 128 ? 6 : 7;
}

/// Both bytes of an anchor are of one chunk, unless chunks have one byte only.
std::size_t rarest_pair(Needle const& needle) {
    std::size_t best = 0;
    int most = -1;
    for (std::size_t at = 0; at + 1 < needle.bytes.size(); ++at) {
        if (needle.place_of(at + 1) != needle.place_of(at) + 1) continue;
        int const rare = rarity(needle.bytes[at]) + rarity(needle.bytes[at + 1]) +
                         (needle.bytes[at] == needle.bytes[at + 1] ? 0 : 1);
        if (rare > most) best = at;
        most = std::max(rare, most);
    }
    return best;
}

}  // namespace

Matcher::Matcher(std::vector<Needle> needles) : m_needles(std::move(needles)) {
    for (std::size_t i = 0; i < m_needles.size(); ++i) {
        Needle const& needle = m_needles[i];
        std::size_t const at = rarest_pair(needle);
        std::size_t const pair = pair_at(&needle.bytes[at]);
        m_anchors[pair].push_back({i, needle.place_of(at)});
        m_any[pair] = true;
        m_longest = std::max(m_longest, needle.extent());
    }
}

void Matcher::look(std::span<std::uint8_t const> memory, std::size_t seen, Found const& found) const {
    for (std::size_t at = 0; at + 1 < memory.size(); ++at)
        if (m_any[pair_at(&memory[at])]) look_at(memory, seen, at, found);
}

void Matcher::look_at(std::span<std::uint8_t const> memory, std::size_t seen, std::size_t at,
                      Found const& found) const {
    for (Anchor const& anchor : m_anchors[pair_at(&memory[at])]) {
        if (at < anchor.offset) continue;
        std::size_t const begin = at - anchor.offset;
        Needle const& needle = m_needles[anchor.needle];
        std::size_t const end = begin + needle.extent();
        if (end > seen && end <= memory.size() && needle.stands_at(&memory[begin])) found(anchor.needle, begin);
    }
}

}  // namespace halte::test
