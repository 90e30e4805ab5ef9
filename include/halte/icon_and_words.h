#pragma once
/// An icon beside words, in one line or several: on keys, in headings, in notes. It draws on a canvas and knows nothing
/// of what the words say.

#include <halte/canvas.h>
#include <halte/lengths.h>
#include <string>

namespace halte {

/// An icon before words; the words alone where `side` is 0.
struct IconAndWords {
    std::string icon{};
    std::string words{};
    Type type{};
    float side = icon::note;
    float gap = space::m;
    Colour colour = Colour::accent;
    [[nodiscard]] float before() const { return side > 0 ? side + gap : 0; }  ///< in front of the words
};
/// Where the icon stands beside words of several lines.
enum class IconAt { middle, first_line };

/// In one line.
float width_of(Canvas& canvas, IconAndWords const& what);
float height_of(Canvas& canvas, float width, IconAndWords const& what);
/// Over the whole width of the box, in the middle of its height, or from its top where it has none. Height taken.
float draw(Canvas& canvas, Box const& box, IconAndWords const& what, IconAt at = IconAt::middle);
/// In the middle of a box, as wide as one line, or as the box where that is narrower.
void draw_centred(Canvas& canvas, Box const& box, IconAndWords const& what);

}  // namespace halte
