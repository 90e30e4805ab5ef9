#include "scaled_icon.h"

#include <halte/base.h>

#include <algorithm>
#include <numeric>

namespace halte {
namespace {

/// Which pixels of a larger picture one pixel of the smaller covers, along one side: never none.
struct Span {
    int first;
    int end;
};
std::vector<Span> spans(int side, int larger_side) {
    float const step = float(larger_side) / float(side);
    std::vector<Span> all;
    for (int at = 0; at < side; ++at) {
        auto const from = [&](int place) { return std::clamp(int(float(place) * step), 0, larger_side - 1); };
        all.push_back({from(at), std::max(from(at) + 1, from(at + 1))});
    }
    return all;
}

/// In steps of a fixed length on memory that is apart, which compilers do with a few wide additions.
void add_row(std::uint8_t const* __restrict row, unsigned* __restrict columns, int side) {
    constexpr int step = 16;
    int x = 0;
    for (; x + step <= side; x += step)
        for (int at = 0; at < step; ++at) columns[x + at] += row[x + at];
    for (; x < side; ++x) columns[x] += row[x];
}

/// The sums of some rows, up to each column: a column's own is the difference of two.
void sum_rows(IconPixels const& icon, Span const& rows, std::vector<unsigned>& up_to) {
    up_to.assign(std::size_t(icon.side) + 1, 0);
    for (int y = rows.first; y < rows.end; ++y)
        add_row(&icon.coverage[std::size_t(y) * std::size_t(icon.side)], &up_to[1], icon.side);
    std::partial_sum(up_to.begin(), up_to.end(), up_to.begin());
}

}  // namespace

std::vector<std::uint8_t> scaled(IconPixels const& icon, int side, bool mirrored) {
    must(side > 0);
    std::vector<std::uint8_t> small(std::size_t(side) * std::size_t(side));
    auto pixel = small.begin();
    std::vector<Span> const down = spans(side, icon.side);
    std::vector<Span> across = down;
    if (mirrored) std::reverse(across.begin(), across.end());
    std::vector<unsigned> up_to;
    for (Span const& rows : down) {
        sum_rows(icon, rows, up_to);
        for (Span const& span : across) {
            unsigned const sum = up_to[std::size_t(span.end)] - up_to[std::size_t(span.first)];
            *pixel++ = std::uint8_t(sum / unsigned((rows.end - rows.first) * (span.end - span.first)));
        }
    }
    return small;
}

}  // namespace halte
