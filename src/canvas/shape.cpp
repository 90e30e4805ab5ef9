#include "shape.h"

#include <bit>

namespace halte {
namespace {

std::uint64_t pair(int one, int other) {
    return std::uint64_t(std::uint32_t(one)) << 32U | std::uint64_t(std::uint32_t(other));
}
std::uint64_t pair(float one, float other) { return pair(std::bit_cast<int>(one), std::bit_cast<int>(other)); }

std::uint64_t with_rect(std::uint64_t sum, PixelRect const& rect) {
    return mixed(mixed(sum, pair(rect.x, rect.y)), pair(rect.w, rect.h));
}

}  // namespace

std::uint64_t fingerprint(Shape const& shape) {
    std::uint64_t sum = pair(int(shape.kind), int(shape.corners));
    sum = with_rect(with_rect(sum, shape.rect), shape.bounds);
    sum = mixed(sum, std::uint64_t(shape.colour) << 32U | shape.below);
    sum = mixed(sum, pair(shape.measures[0], shape.measures[1]));
    sum = mixed(sum, pair(shape.measures[2], shape.measures[3]));
    sum = mixed(sum, pair(shape.stroke, shape.share));
    return mixed(sum, shape.picture_id);
}

}  // namespace halte
