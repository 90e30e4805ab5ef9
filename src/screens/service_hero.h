#pragma once
/// The panel at the top of a service's page.

#include <halte/directory.h>

#include "screen_context.h"

namespace halte {

/// What it does and how to reach it. Height taken.
float draw_hero(ScreenContext& screen, Box const& box, Service const& service);

}  // namespace halte
