#include <halte/mounting.h>

#include <halte/base.h>

namespace halte {

double highest_control_mm(Shelf shelf) {
    constexpr double usual_mm = 1200;
    constexpr double over_a_shelf_mm = 1100;
    return shelf == Shelf::in_front ? over_a_shelf_mm : usual_mm;
}

double top_of_controls_mm(Mounting const& mounting, Reach reach) {
    must(mounting.lower_edge_mm.has_value());
    double const part = reach == Reach::low ? low_part : 1;
    return *mounting.lower_edge_mm + mounting.picture_height_mm * part;
}

Reach first_reach(Mounting const& mounting) {
    if (!mounting.lower_edge_mm) return Reach::everywhere;
    bool const too_high = top_of_controls_mm(mounting, Reach::everywhere) > highest_control_mm(mounting.shelf);
    return too_high ? Reach::low : Reach::everywhere;
}

}  // namespace halte
