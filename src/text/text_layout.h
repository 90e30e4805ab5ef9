#pragma once
/// A TextLayout inside: Pango's layout and its lines.

#include <halte/text.h>
#include <pango/pango.h>

#include "owned.h"

namespace halte {

struct Line {
    PangoLayoutLine* line = nullptr;  ///< the layout's own, as long as the layout is not changed
    PangoRectangle logical{};         ///< pixels
    PangoRectangle ink{};             ///< pixels, rounded outwards
};
std::vector<Line> lines_of(PangoLayout* layout);

struct TextLayout::Inside {
    Inside(Owned<PangoLayout> layout, TextStyle style, int width);

    Owned<PangoLayout> pango;
    TextStyle style;
    std::vector<Line> lines;
    TextExtent extent;
};

}  // namespace halte
