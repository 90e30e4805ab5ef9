#pragma once
/// Words or an icon, as they are drawn.

#include "atlas.h"

namespace halte {

/// A sprite with its place relative to the box of its text, in pixels.
struct Picture {
    Sprite sprite;
    int width = 0;
    int height = 0;
    int dx = 0;
    int dy = 0;
};

}  // namespace halte
