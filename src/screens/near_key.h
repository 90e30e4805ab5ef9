#pragma once
/// From where a list looks: the head of the section that says so, and the key to another place at its end.

#include "screen_context.h"

namespace halte {

/// The heading `title` ("services.near"; with a place that was chosen it names that place) and the key that opens the
/// page of places, beside it or below. Height taken.
float draw_head_with_place(ScreenContext& screen, Box const& box, char const* icon, std::string_view title);

}  // namespace halte
