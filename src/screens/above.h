#pragma once
/// The upper part of a screen whose keys were brought down: words stand at its foot, right above the keys. Nothing in
/// it is touched. While keys stand everywhere there is no such part.

#include <functional>

#include "frame.h"

namespace halte {

/// Whether what `words` lays out in its box (it gives the height it took) stands in the upper part. Draws it then, and
/// nothing otherwise.
bool draw_above(ScreenContext& screen, std::function<float(Box const&)> const& words);
/// The same with a title, in the largest letters that have room.
bool draw_title_above(ScreenContext& screen, Title const& title);
/// Of a title that stands there alone, at normal text.
float title_size_above(ScreenContext const& screen);

}  // namespace halte
