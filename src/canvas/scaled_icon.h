#pragma once
/// An icon in the pixel size that a screen needs.

#include <halte/icon_source.h>

#include <vector>

namespace halte {

/// Each pixel is the average of those that it covers, rounded down: `side` x `side` of them, row by row.
std::vector<std::uint8_t> scaled(IconPixels const& icon, int side, bool mirrored);

}  // namespace halte
