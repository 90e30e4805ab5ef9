#pragma once
/// What a frame consists of: shapes in the order in which they are painted, as values, so that two frames can be told
/// apart without painting them.

#include <halte/accessibility.h>

#include <array>
#include <cstdint>

namespace halte {

enum class ShapeKind : std::uint8_t { ground, rect, ring, dots, disc, arc, gradient, picture };
enum class Corners : std::uint8_t { all, above, below };

struct Shape {
    ShapeKind kind = ShapeKind::rect;
    Corners corners = Corners::all;  ///< those that are round
    PixelRect rect;                  ///< its place
    PixelRect clip;                  ///< nothing of it is seen outside
    PixelRect bounds;                ///< no pixel outside changes; within `clip`
    std::uint32_t colour = 0;        ///< as ImGui packs it
    std::uint32_t below = 0;         ///< the colour of a gradient's lower edge
    /// rect, ring, dots: radius, stroke. disc, arc: centre, radius. picture: two corners in its texture, 0 to 1.
    std::array<float, 4> measures{};
    float stroke = 0;              ///< of an arc
    float share = 1;               ///< of a whole circle
    std::uintptr_t texture = 0;    ///< OpenGL's name of it
    std::uint64_t picture_id = 0;  ///< names come back, these numbers do not
};

/// The same for shapes that look the same.
[[nodiscard]] std::uint64_t fingerprint(Shape const& shape);
/// The two, in their order, by the last step of MurmurHash3 on 64 bits. Each tile of a frame asks for it.
[[nodiscard]] inline std::uint64_t mixed(std::uint64_t one, std::uint64_t other) {
    std::uint64_t sum = (one << 1U | one >> 63U) ^ other;
    sum = (sum ^ sum >> 33U) * 0xff51afd7ed558ccdU;
    sum = (sum ^ sum >> 33U) * 0xc4ceb9fe1a85ec53U;
    return sum ^ sum >> 33U;
}

}  // namespace halte
