#pragma once
/// What the keys of a keypad do, while somebody uses them: a strip of hints above the sill, and the rows of the page
/// about keys.

#include "screen_context.h"

namespace halte {

/// Draws it at the foot of a column of the page, while keys are used and until the next page, and gives what is left of
/// the column above it. All of it where there is no legend: no key was used here, or the screen is small.
Box draw_legend(ScreenContext& screen, Box const& column);

/// A picture of a key, and what it does.
float draw_key_row(ScreenContext& screen, Box const& box, std::string_view icon, std::string const& words);

}  // namespace halte
