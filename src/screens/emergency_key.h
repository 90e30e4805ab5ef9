#pragma once
/// The key of the emergency numbers on the sill of every screen.

#include "screen_context.h"

namespace halte {

void draw_emergency_key(ScreenContext& screen);

}  // namespace halte
