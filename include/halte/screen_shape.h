#pragma once
/// How large a screen is, as a technician measures it, and whether every control has room on it. The drawing, the
/// layout audit and `halte --check` ask here, so that what is drawn and what is refused cannot differ. One reference
/// pixel (rp) is 0.248 mm: a pixel of a 21.5" screen of 1920x1080.

#include <optional>
#include <string>

namespace halte {

inline constexpr double mm_per_inch = 25.4;

struct ScreenShape {
    int width_px = 1920;
    int height_px = 1080;
    double diagonal_inches = 21.5;
    double viewing_distance_mm = 600;
};

/// From pixels to millimetres and to reference pixels.
struct ScreenScale {
    float mm_per_px = 1;
    float comfort = 1;  ///< larger screens are read from a little further away and have the room
    float px_per_rp = 1;
};
ScreenScale scale_of(ScreenShape const& shape);

/// The smallest picture on which every page is clean in the layout audit, in every language and text size.
inline constexpr int smallest_width_mm = 129;
inline constexpr int smallest_height_mm = 86;
bool has_room(ScreenShape const& shape);

/// What does not fit, in one sentence for a technician, and its cure.
struct ScreenFault {
    std::string what;
    std::string cure;
};
/// Of a picture without room for every control. It is shown all the same: most of it can be used.
std::optional<ScreenFault> fault_of_size(ScreenShape const& shape);

/// From how far away the largest text can be read (EN 301 549, 5.1.4), at most: larger letters would not fit the keys.
double furthest_reading_mm(ScreenShape const& shape);
std::optional<ScreenFault> fault_of_distance(ScreenShape const& shape);

}  // namespace halte
