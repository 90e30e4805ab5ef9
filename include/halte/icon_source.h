#pragma once
/// Where a canvas has its icons from.

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace halte {

/// Square 8-bit coverage of an icon, or nothing when there is none of that name.
struct IconPixels {
    int side = 0;
    std::vector<std::uint8_t> coverage;
};
using IconSource = std::function<std::optional<IconPixels>(std::string_view name)>;

}  // namespace halte
