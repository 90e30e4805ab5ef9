#include "filling.h"

#include <GL/gl.h>

#include <cmath>

namespace halte {
namespace {

std::int64_t area_of(PixelRect const& rect) { return rect.w <= 0 || rect.h <= 0 ? 0 : std::int64_t(rect.w) * rect.h; }

/// A flat shape consists of three parts in a row, or of one: in the middle is no round corner and no smooth edge.
struct Parts {
    PixelRect middle;
    bool upright = false;  ///< the ends are above and below it, not left and right
    int end = 0;           ///< how long each end is, in pixels
};
Parts parts_of(Shape const& shape) {
    float const radius = shape.measures[0];
    if (radius <= 0) return {shape.rect};
    auto const& [x, y, w, h] = shape.rect;
    int const end = int(std::ceil(radius)) + 1;
    PixelRect const between_sides{x + end, y, w - 2 * end, h};
    PixelRect const between_top_and_bottom{x, y + end, w, h - 2 * end};
    bool const upright = area_of(between_top_and_bottom) > area_of(between_sides);
    return {upright ? between_top_and_bottom : between_sides, upright, end};
}

float channel(std::uintptr_t colour, int shift) { return float(colour >> unsigned(shift) & 0xFFU) / 255; }

/// ImGui calls it between two of its own draws, with the rectangle as its clip.
void clear_clip(ImDrawList const* /*list*/, ImDrawCmd const* command) {
    ImVec4 const clip = command->ClipRect;
    auto const colour = reinterpret_cast<std::uintptr_t>(command->UserCallbackData);
    glScissor(int(clip.x), int(ImGui::GetIO().DisplaySize.y - clip.w), int(clip.z - clip.x), int(clip.w - clip.y));
    glClearColor(channel(colour, IM_COL32_R_SHIFT), channel(colour, IM_COL32_G_SHIFT),
                 channel(colour, IM_COL32_B_SHIFT), 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

void fill_middle(PixelRect const& rect, std::uint32_t colour, Filling filling, ImDrawList& list) {
    list.PushClipRect(near_corner(rect), far_corner(rect));
    if (filling == Filling::cleared)
        list.AddCallback(clear_clip, reinterpret_cast<void*>(std::uintptr_t(colour)));  // NOLINT
    else
        list.AddRectFilled(near_corner(rect), far_corner(rect), colour);
    list.PopClipRect();
}

void shade_end(PixelRect const& clip, PixelRect const& end, ImDrawFlags round, Shape const& shape, ImDrawList& list) {
    PixelRect const seen = intersection(grown(end, 1), clip);
    if (area_of(seen) == 0) return;
    ImDrawFlags const corners = flags_of(shape.corners) & round;
    list.PushClipRect(near_corner(seen), far_corner(seen));
    list.AddRectFilled(near_corner(end), far_corner(end), shape.colour, shape.measures[0],
                       corners == 0 ? ImDrawFlags_RoundCornersNone : corners);
    list.PopClipRect();
}

}  // namespace

ImDrawFlags flags_of(Corners corners) {
    if (corners == Corners::above) return ImDrawFlags_RoundCornersTop;
    return corners == Corners::below ? ImDrawFlags_RoundCornersBottom : ImDrawFlags_RoundCornersAll;
}

bool is_opaque(std::uint32_t colour) { return (colour & IM_COL32_A_MASK) == IM_COL32_A_MASK; }

bool is_flat(Shape const& shape) {
    return (shape.kind == ShapeKind::rect || shape.kind == ShapeKind::ground) && is_opaque(shape.colour);
}

PixelRect middle_of(Shape const& shape) { return parts_of(shape).middle; }

/// A clear costs as much as some thousand shaded pixels, whatever its size.
bool is_worth_parting(Shape const& shape) {
    constexpr std::int64_t least_px = 4'096;
    return area_of(middle_of(shape)) >= least_px;
}

void fill_in(PixelRect const& clip, Shape const& shape, Filling filling, ImDrawList& list) {
    auto const [middle, upright, end] = parts_of(shape);
    PixelRect const cleared = intersection(middle, clip);
    if (area_of(cleared) > 0) fill_middle(cleared, shape.colour, filling, list);
    if (end == 0) return;
    auto const& [x, y, w, h] = shape.rect;
    if (upright) {
        shade_end(clip, {x, y, w, end}, ImDrawFlags_RoundCornersTop, shape, list);
        shade_end(clip, {x, middle.bottom(), w, end}, ImDrawFlags_RoundCornersBottom, shape, list);
    } else {
        shade_end(clip, {x, y, end, h}, ImDrawFlags_RoundCornersLeft, shape, list);
        shade_end(clip, {middle.right(), y, end, h}, ImDrawFlags_RoundCornersRight, shape, list);
    }
}

}  // namespace halte
