#pragma once
/// Large opaque rectangles, which are most of what a page paints.

#include <imgui/imgui.h>

#include "shape.h"

namespace halte {

/// How the inside of a large opaque rectangle gets its colour.
enum class Filling {
    shaded,   ///< as everything else does: each pixel is looked up in a texture and blended
    cleared,  ///< by glClear, which costs a software driver a sixth of that
};

[[nodiscard]] bool is_opaque(std::uint32_t colour);
/// An opaque rectangle of one colour, whose corners may be round.
[[nodiscard]] bool is_flat(Shape const& shape);
/// Of a flat shape: a rectangle without a round corner and without a smooth edge, from one of its sides to the other.
[[nodiscard]] PixelRect middle_of(Shape const& shape);
/// Whether a flat shape is so large that its middle is worth a step of its own. It matters neither how much of it is
/// painted now nor how: painted in one piece it might differ by a shade at a round corner.
[[nodiscard]] bool is_worth_parting(Shape const& shape);
/// Paints a flat shape in parts: its middle, and the ends, which are shaded.
void fill_in(PixelRect const& clip, Shape const& shape, Filling filling, ImDrawList& list);

inline ImVec2 near_corner(PixelRect const& rect) { return {float(rect.x), float(rect.y)}; }
inline ImVec2 far_corner(PixelRect const& rect) { return {float(rect.right()), float(rect.bottom())}; }
[[nodiscard]] ImDrawFlags flags_of(Corners corners);

}  // namespace halte
