#include "scaled_icon.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace halte;

namespace {

IconPixels noise(int side) {
    IconPixels icon{side, {}};
    unsigned number = 7;
    for (int at = 0; at < side * side; ++at) {
        number = number * 1'103'515'245 + 12'345;
        icon.coverage.push_back(std::uint8_t(number >> 16U));
    }
    return icon;
}

/// Which of a side's pixels the one at `place` covers: `first`, and so many after it.
std::pair<int, int> covered(int place, int side, int larger_side) {
    float const step = float(larger_side) / float(side);
    int const first = std::min(int(float(place) * step), larger_side - 1);
    int const next = std::min(int(float(place + 1) * step), larger_side - 1);
    return {first, std::max(1, next - first)};
}

int average(IconPixels const& icon, std::pair<int, int> const& across, std::pair<int, int> const& down) {
    int sum = 0;
    for (int y = down.first; y < down.first + down.second; ++y)
        for (int x = across.first; x < across.first + across.second; ++x)
            sum += icon.coverage[std::size_t(y * icon.side + x)];
    return sum / (across.second * down.second);
}

std::vector<std::uint8_t> averages(IconPixels const& icon, int side, bool mirrored) {
    std::vector<std::uint8_t> all;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            int const from = mirrored ? side - 1 - x : x;
            all.push_back(std::uint8_t(average(icon, covered(from, side, icon.side), covered(y, side, icon.side))));
        }
    return all;
}

}  // namespace

TEST_CASE("each pixel of a smaller icon is the average of those it covers, in every size") {
    for (int const own_side : {1, 15, 16, 17, 37, 128})
        for (int const side : {1, 2, 7, 16, 33, 100, 128, 150})
            for (bool const mirrored : {false, true}) {
                CAPTURE(own_side);
                CAPTURE(side);
                CAPTURE(mirrored);
                IconPixels const icon = noise(own_side);
                CHECK(scaled(icon, side, mirrored) == averages(icon, side, mirrored));
            }
}

TEST_CASE("an icon that is full stays full") {
    IconPixels const full{2'048, std::vector<std::uint8_t>(2'048 * 2'048, 255)};
    CHECK(std::ranges::all_of(scaled(full, 1, false), [](int ink) { return ink == 255; }));
}
