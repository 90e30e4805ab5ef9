#include <fmt/format.h>
#include <halte/mounting.h>
#include <halte/screen_shape.h>

#include <cmath>

#include "judge.h"

namespace halte {
namespace {

/// Whether every control stands where it can be reached.
bool is_reachable(Mounting const& mounting, Reach reach) {
    return *mounting.lower_edge_mm >= lowest_control_mm &&
           top_of_controls_mm(mounting, reach) <= highest_control_mm(mounting.shelf);
}

/// The highest lower edge with which that holds.
double highest_edge(Mounting const& mounting, Reach reach) {
    Mounting const on_the_floor{0, mounting.picture_height_mm, mounting.shelf};
    return highest_control_mm(mounting.shelf) - top_of_controls_mm(on_the_floor, reach);
}

std::string turning(Mounting const& mounting, double width_mm) {
    Mounting const turned{mounting.lower_edge_mm, width_mm, mounting.shelf};
    for (Reach const reach : {Reach::everywhere, Reach::low})
        if (is_reachable(turned, reach))
            return fmt::format(" Or hang it the other way round: its keys then stand up to {:.0f} mm{}.",
                               top_of_controls_mm(turned, reach), reach == Reach::low ? ", brought down" : "");
    return "";
}

std::string cure_for(Mounting const& mounting, double width_mm) {
    double const everywhere = highest_edge(mounting, Reach::everywhere);
    double const low = highest_edge(mounting, Reach::low);
    std::string const turned = turning(mounting, width_mm);
    if (low < lowest_control_mm)
        return fmt::format(
            "No height is right for a picture that is {:.0f} mm high: take a screen of at most {:.0f} mm.{}",
            mounting.picture_height_mm, std::floor((highest_control_mm(mounting.shelf) - lowest_control_mm) / low_part),
            turned);
    if (everywhere < lowest_control_mm)
        return fmt::format(
            "Mount it so that the lower edge of the picture is {:.0f} to {:.0f} mm above the floor: its keys, brought "
            "down, can then be reached.{}",
            lowest_control_mm, low, turned);
    return fmt::format(
        "Mount it so that the lower edge of the picture is {:.0f} to {:.0f} mm above the floor, or up to {:.0f} mm "
        "with "
        "its keys brought down.{}",
        lowest_control_mm, everywhere, low, turned);
}

std::string heights(Mounting const& mounting) {
    return fmt::format(
        "Keys stand {:.0f} to {:.0f} mm above the floor, and up to {:.0f} mm when they are brought down; {:.0f} to "
        "{:.0f} mm can be reached from a wheelchair{} (EN 301 549, 8.3).",
        *mounting.lower_edge_mm, top_of_controls_mm(mounting, Reach::everywhere),
        top_of_controls_mm(mounting, Reach::low), lowest_control_mm, highest_control_mm(mounting.shelf),
        mounting.shelf == Shelf::in_front ? " over a shelf" : "");
}

}  // namespace

PictureSize picture_of(double diagonal_inches, int width, int height) {
    double const mm = diagonal_inches * mm_per_inch / std::hypot(width, height);
    return {width * mm, height * mm};
}

Problem judge_reach(std::optional<double> lower_edge_mm, PictureSize const& picture, Shelf shelf) {
    if (!lower_edge_mm)
        return warn("reach.height", "Whether somebody in a wheelchair reaches every key cannot be told.",
                    "Measure from the floor to the lower edge of the picture, and write it under [place] as "
                    "mounting_height_mm.");
    Mounting const mounting{lower_edge_mm, picture.height_mm, shelf};
    if (is_reachable(mounting, Reach::everywhere)) return fine("reach.height", heights(mounting));
    std::string const cure = cure_for(mounting, picture.width_mm);
    if (is_reachable(mounting, Reach::low))
        return warn("reach.height", heights(mounting) + " Every visit begins with the keys brought down.", cure);
    return broken("reach.height", heights(mounting), cure);
}

}  // namespace halte
