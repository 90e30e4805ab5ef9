#pragma once
/// A list inside a scroll area that is too long to be laid out whole: what Canvas::long_list() is told of it.

#include <halte/look.h>

#include <functional>
#include <string>

namespace halte {

struct LongList {
    std::string name;   ///< the same in every frame, of no other list: its heights are remembered by it
    int count = 0;      ///< rows
    float between = 0;  ///< two rows
    /// Draws a row from the top of a place without a height, and gives the height that it took. It is asked, too, while
    /// the canvas measures, and not for every row.
    std::function<float(int, Box const&)> row{};
};

}  // namespace halte
