#pragma once
/// Finds many needles in one pass over memory. Of each needle the two bytes that are rarest, as far as one can say
/// without looking, are its anchor; a table of all pairs of bytes tells which needles may be where a pair stands.

#include <array>
#include <cstddef>
#include <functional>
#include <span>

#include "needle.h"

namespace halte::test {

class Matcher {
public:
    explicit Matcher(std::vector<Needle> needles);

    [[nodiscard]] std::vector<Needle> const& needles() const { return m_needles; }
    [[nodiscard]] std::size_t longest() const { return m_longest; }

    /// Calls `found(needle, offset)` for each place where a needle stands whole and ends behind `seen`: the first
    /// `seen` bytes are those that were looked at before, and are there for needles that reach over their end.
    using Found = std::function<void(std::size_t needle, std::size_t offset)>;
    void look(std::span<std::uint8_t const> memory, std::size_t seen, Found const& found) const;

private:
    struct Anchor {
        std::size_t needle = 0;
        std::size_t offset = 0;  ///< from the needle's begin in memory
    };
    void look_at(std::span<std::uint8_t const> memory, std::size_t seen, std::size_t at, Found const& found) const;

    static constexpr std::size_t pairs = 65536;
    std::vector<Needle> m_needles;
    std::size_t m_longest = 0;
    std::vector<std::vector<Anchor>> m_anchors{pairs};
    std::array<bool, pairs> m_any{};
};

}  // namespace halte::test
