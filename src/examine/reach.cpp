#include <fmt/format.h>
#include <halte/screen_shape.h>

#include <cmath>

#include "judge.h"

namespace halte {
namespace {

// Annex C of EN 301 549 asks for 1200 mm where the clause has 1220: whoever keeps to the lower number keeps to both.
constexpr double highest_mm = 1200;
constexpr double lowest_mm = 380;

std::string cure_for(double height_mm) {
    if (height_mm > highest_mm - lowest_mm)
        return fmt::format(
            "No height is right for a picture that is {:.0f} mm high: take a screen of at most {:.0f} mm, or "
            "hang it the other way round.",
            height_mm, highest_mm - lowest_mm);
    return fmt::format("Mount it so that the lower edge of the picture is {:.0f} to {:.0f} mm above the floor.",
                       lowest_mm, highest_mm - height_mm);
}

}  // namespace

PictureSize picture_of(double diagonal_inches, int width, int height) {
    double const mm = diagonal_inches * mm_per_inch / std::hypot(width, height);
    return {width * mm, height * mm};
}

Problem judge_reach(std::optional<double> lower_edge_mm, PictureSize const& picture) {
    if (!lower_edge_mm)
        return warn("reach.height", "Whether somebody in a wheelchair reaches every key cannot be told.",
                    "Measure from the floor to the lower edge of the picture, and write it under [place] as "
                    "mounting_height_mm.");
    double const upper_edge_mm = *lower_edge_mm + picture.height_mm;
    bool const reachable = *lower_edge_mm >= lowest_mm && upper_edge_mm <= highest_mm;
    std::string const what = fmt::format(
        "Keys stand {:.0f} to {:.0f} mm above the floor; {:.0f} to {:.0f} mm can be reached from a wheelchair "
        "(EN 301 549, 8.3).",
        *lower_edge_mm, upper_edge_mm, lowest_mm, highest_mm);
    return reachable ? fine("reach.height", what) : broken("reach.height", what, cure_for(picture.height_mm));
}

}  // namespace halte
