#include "brush.h"

#include <imgui/imgui.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace halte {
namespace {

void rect(Shape const& shape, ImDrawList& list) {
    list.AddRectFilled(near_corner(shape.rect), far_corner(shape.rect), shape.colour, shape.measures[0],
                       flags_of(shape.corners));
}

void ring(Shape const& shape, ImDrawList& list) {
    auto const [radius, stroke, unused_x, unused_y] = shape.measures;
    float const inset = stroke / 2;
    list.AddRect({float(shape.rect.x) + inset, float(shape.rect.y) + inset},
                 {float(shape.rect.right()) - inset, float(shape.rect.bottom()) - inset}, shape.colour, radius - inset,
                 0, stroke);
}

/// The corners of the line on which the dots stand, back to the first.
std::vector<ImVec2> line_of_dots(Shape const& shape, float inset, ImDrawList& list) {
    list.PathRect({float(shape.rect.x) + inset, float(shape.rect.y) + inset},
                  {float(shape.rect.right()) - inset, float(shape.rect.bottom()) - inset}, shape.measures[0]);
    std::vector<ImVec2> corners(list._Path.begin(), list._Path.end());
    list.PathClear();
    corners.push_back(corners.front());
    return corners;
}

void dots(Shape const& shape, ImDrawList& list) {
    float const stroke = shape.measures[1];
    float const inset = stroke / 2;
    std::vector<ImVec2> const corners = line_of_dots(shape, inset, list);
    float next = 0;  // how far along the side the next dot stands
    for (std::size_t at = 1; at < corners.size(); ++at) {
        ImVec2 const from = corners[at - 1];
        ImVec2 const along{corners[at].x - from.x, corners[at].y - from.y};
        float const length = std::hypot(along.x, along.y);
        while (next < length) {
            list.AddCircleFilled({from.x + along.x * next / length, from.y + along.y * next / length}, inset,
                                 shape.colour, 8);
            next += stroke * 2;
        }
        next -= length;
    }
}

void disc(Shape const& shape, ImDrawList& list) {
    auto const [x, y, radius, unused] = shape.measures;
    list.AddCircleFilled({x, y}, radius, shape.colour, radius > 600 ? 512 : 0);
}

void arc(Shape const& shape, ImDrawList& list) {
    auto const [x, y, radius, unused] = shape.measures;
    float const start = -std::numbers::pi_v<float> / 2;
    float const end = start + 2 * std::numbers::pi_v<float> * shape.share;
    list.PathArcTo({x, y}, radius, start, end, 96);
    list.PathStroke(shape.colour, ImDrawFlags_None, shape.stroke);
}

void gradient(Shape const& shape, ImDrawList& list) {
    list.AddRectFilledMultiColor(near_corner(shape.rect), far_corner(shape.rect), shape.colour, shape.colour,
                                 shape.below, shape.below);
}

void picture(Shape const& shape, ImDrawList& list) {
    if (shape.texture == 0) return;
    auto const [u0, v0, u1, v1] = shape.measures;
    // ImGui's texture handle is a pointer in Debian 12 and a number later; both hold OpenGL's name of the texture.
    auto const texture = (ImTextureID)shape.texture;  // NOLINT
    list.AddImage(texture, near_corner(shape.rect), far_corner(shape.rect), {u0, v0}, {u1, v1}, shape.colour);
}

void shade(Shape const& shape, ImDrawList& list) {
    switch (shape.kind) {
        case ShapeKind::ground:
        case ShapeKind::rect:
            return rect(shape, list);
        case ShapeKind::ring:
            return ring(shape, list);
        case ShapeKind::dots:
            return dots(shape, list);
        case ShapeKind::disc:
            return disc(shape, list);
        case ShapeKind::arc:
            return arc(shape, list);
        case ShapeKind::gradient:
            return gradient(shape, list);
        case ShapeKind::picture:
            return picture(shape, list);
    }
}

bool is_within(PixelRect const& small, PixelRect const& large) { return intersection(small, large) == small; }

/// Whether nothing that was painted before is seen in the rectangle.
bool covers(Shape const& shape, PixelRect const& rect) {
    if (is_flat(shape)) return is_within(rect, intersection(middle_of(shape), shape.clip));
    bool const flows = shape.kind == ShapeKind::gradient && is_opaque(shape.colour) && is_opaque(shape.below);
    return flows && is_within(rect, intersection(shape.rect, shape.clip));
}

void shade_in(PixelRect const& clip, Shape const& shape, ImDrawList& list) {
    if (clip.w <= 0 || clip.h <= 0) return;
    list.PushClipRect(near_corner(clip), far_corner(clip));
    shade(shape, list);
    list.PopClipRect();
}

}  // namespace

void brush_in(PixelRect const& rect, std::span<Shape const> shapes, Filling filling, ImDrawList& list) {
    auto const cover =
        std::find_if(shapes.rbegin(), shapes.rend(), [&](Shape const& one) { return covers(one, rect); });
    auto const first = cover == shapes.rend() ? shapes.begin() : std::prev(cover.base());
    for (auto at = first; at != shapes.end(); ++at) {
        PixelRect const seen = intersection(at->bounds, rect);
        if (seen.w <= 0 || seen.h <= 0) continue;
        PixelRect const clip = intersection(at->clip, rect);
        if (is_flat(*at) && is_worth_parting(*at))
            fill_in(clip, *at, filling, list);
        else
            shade_in(clip, *at, list);
    }
}

}  // namespace halte
