#pragma once
/// The key of the sill that turns the page, so that dragging is never the only way. At the end it says so, and leads
/// back to the top.

#include "screen_context.h"

namespace halte {

/// Nothing where everything is on one page.
void draw_page_key(ScreenContext& screen);

}  // namespace halte
