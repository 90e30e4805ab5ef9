#include "frame_sums.h"

#include <algorithm>
#include <limits>

namespace halte {
namespace {

/// So small that a pressed key costs little more than itself, so large that a frame has but a few thousand.
constexpr int side = 32;
constexpr std::size_t most_rects = 6;
/// Beyond that many it is not worth looking for those that lie best together.
constexpr std::size_t most_looked_at = 48;

int tiles_in(int pixels) { return (pixels + side - 1) / side; }

std::int64_t area(PixelRect const& rect) { return std::int64_t(rect.w) * rect.h; }
bool overlap(PixelRect const& one, PixelRect const& other) {
    PixelRect const both = intersection(one, other);
    return both.w > 0 && both.h > 0;
}

struct Pair {
    std::size_t one = 0;
    std::size_t other = 0;
    std::int64_t cost = std::numeric_limits<std::int64_t>::max();  ///< pixels that only the hull has
};
Pair cheapest_pair(std::vector<PixelRect> const& rects) {
    Pair best;
    for (std::size_t one = 0; one < rects.size(); ++one)
        for (std::size_t other = one + 1; other < rects.size(); ++other) {
            bool const must_be_one = overlap(rects[one], rects[other]);
            std::int64_t const more = area(hull(rects[one], rects[other])) - area(rects[one]) - area(rects[other]);
            Pair const pair{one, other, must_be_one ? std::numeric_limits<std::int64_t>::min() : more};
            if (pair.cost < best.cost) best = pair;
        }
    return best;
}

void join(std::vector<PixelRect>& rects, Pair const& pair) {
    rects[pair.one] = hull(rects[pair.one], rects[pair.other]);
    rects.erase(rects.begin() + std::ptrdiff_t(pair.other));
}

PixelRect hull_of(std::vector<PixelRect> const& rects) {
    PixelRect all = rects.front();
    for (PixelRect const& rect : rects) all = hull(all, rect);
    return all;
}

}  // namespace

FrameSums::FrameSums(int width_px, int height_px)
    : m_width_px(width_px),
      m_height_px(height_px),
      m_columns(tiles_in(width_px)),
      m_rows(tiles_in(height_px)),
      m_sums(std::size_t(m_columns) * std::size_t(m_rows)) {}

void FrameSums::add(Shape const& shape) {
    PixelRect const seen = intersection(shape.bounds, {0, 0, m_width_px, m_height_px});
    if (seen.w <= 0 || seen.h <= 0) return;
    std::uint64_t const print = fingerprint(shape);
    for (int row = seen.y / side; row < tiles_in(seen.bottom()); ++row)
        for (int column = seen.x / side; column < tiles_in(seen.right()); ++column) {
            std::uint64_t& sum = m_sums[std::size_t(row * m_columns + column)];
            sum = mixed(sum, print);
        }
}

PixelRect FrameSums::run(int row, int first, int end) const {
    int const x = first * side;
    int const y = row * side;
    return {x, y, std::min(end * side, m_width_px) - x, std::min(y + side, m_height_px) - y};
}

std::vector<PixelRect> FrameSums::differences(FrameSums const& other) const {
    must(m_sums.size() == other.m_sums.size());
    std::vector<PixelRect> rects;
    for (int row = 0; row < m_rows; ++row)
        for (int column = 0; column < m_columns; ++column) {
            int const first = column;
            auto const differs = [&] {
                auto const at = std::size_t(row * m_columns + column);
                return column < m_columns && m_sums[at] != other.m_sums[at];
            };
            while (differs()) ++column;
            if (column == first) continue;
            PixelRect const found = run(row, first, column);
            auto const above = std::ranges::find_if(rects, [&](PixelRect const& rect) {
                return rect.x == found.x && rect.w == found.w && rect.bottom() == found.y;
            });
            if (above != rects.end())
                above->h += found.h;
            else
                rects.push_back(found);
        }
    return few(std::move(rects));
}

void FrameSums::overwrite() { std::ranges::fill(m_sums, 0); }

std::vector<PixelRect> few(std::vector<PixelRect> rects) {
    if (rects.size() > most_looked_at) return {hull_of(rects)};
    while (rects.size() > 1) {
        Pair const pair = cheapest_pair(rects);
        if (rects.size() <= most_rects && pair.cost > 0) break;
        join(rects, pair);
    }
    return rects;
}

}  // namespace halte
