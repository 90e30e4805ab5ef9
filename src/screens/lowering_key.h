#pragma once
/// The key of the sill that brings every other key into the lower part of the screen, and back. It stands in the same
/// place in both layouts.

#include "screen_context.h"

namespace halte {

void draw_lowering_key(ScreenContext& screen);

}  // namespace halte
