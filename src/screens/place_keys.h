#pragma once
/// Keys with the name of a place, in a grid.

#include "screen_context.h"

namespace halte {

struct PlaceKey {
    std::string name;
    std::string name_language;  ///< empty: words of the screen
    std::string local_name;     ///< beside the name; may be empty
    std::string line;           ///< below it; may be empty
    char const* icon = nullptr;
    bool chosen = false;
    What what;
};

/// As many columns as every name has room for. Height taken.
float draw_place_keys(ScreenContext& screen, Box const& box, std::vector<PlaceKey> const& keys);

}  // namespace halte
