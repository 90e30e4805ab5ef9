#pragma once
/// The emergency numbers of the records as a picture: what people see when no visitor process can draw at all.

#include <halte/base.h>

#include <cstdint>
#include <vector>

namespace halte {

struct SafePage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;  ///< RGB, top row first
};

/// The numbers stand side by side on a page that is wider than high, else one below the other. Fails when they do not
/// fit with all their words.
Result<SafePage> draw_safe_page(int width, int height);

}  // namespace halte
