#pragma once
/// Where a turn of the page stops, so that what fits on a page is whole at one of the stops: a card, a code, a panel, a
/// paragraph with its title. A code that is half on each of two pages could not be read. Pure geometry over the tree of
/// the frame drawn last; pixels.

#include <halte/accessibility.h>

namespace halte {

struct Scrolled {
    AccessibilityTree const* tree = nullptr;
    PixelRect viewport;     ///< of the scroll area
    float offset = 0;       ///< at which the tree was drawn
    float most_scroll = 0;  ///< the largest offset
    float page = 0;         ///< the longest turn
    float foot = 0;         ///< how much of the viewport's foot is too pale to be read while more follows
    float margin = 0;       ///< what stays free above that with which a stop begins
};

/// The offset after one turn from `here`: farther than that, and `most_scroll` at the latest.
float next_stop(Scrolled const& list, float here);

}  // namespace halte
