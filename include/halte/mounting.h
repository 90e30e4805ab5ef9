#pragma once
/// How high a screen hangs, and which of its controls somebody in a wheelchair reaches (EN 301 549, 8.3.2 and 8.3.3). A
/// visitor process and `halte --check` ask here, so that what is shown and what is told cannot differ.

#include <halte/appearance.h>
#include <optional>

namespace halte {

/// The part of a picture's height, from its foot, in which all controls stand once they were brought down.
inline constexpr double low_part = 0.55;

enum class Shelf { absent, in_front };
struct Mounting {
    std::optional<double> lower_edge_mm;  ///< of the picture, above the floor; nothing where nobody has measured it
    double picture_height_mm = 0;
    Shelf shelf = Shelf::absent;  ///< or a sink, or a case: over which one has to reach
};

inline constexpr double lowest_control_mm = 380;
/// Annex C asks for 1200 mm where the clause has 1220: whoever keeps to the lower number keeps to both.
double highest_control_mm(Shelf shelf);
/// Where the highest place of a control is, above the floor. The lower edge must be known.
double top_of_controls_mm(Mounting const& mounting, Reach reach);
/// How a visit begins: low where controls would stand higher than can be reached.
Reach first_reach(Mounting const& mounting);

}  // namespace halte
