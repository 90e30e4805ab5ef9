#pragma once
/// How shapes come onto Dear ImGui's draw list.

#include <span>

#include "filling.h"

namespace halte {

/// Those of the shapes that are seen in the rectangle, clipped to it. What something opaque covers wholly is left out.
void brush_in(PixelRect const& rect, std::span<Shape const> shapes, Filling filling, ImDrawList& list);

}  // namespace halte
