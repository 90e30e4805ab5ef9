#include <halte/base.h>
#include <cmath>
#include <numbers>

namespace halte {

double distance_km(Coordinates const& from, Coordinates const& to) {
    constexpr double earth_radius_km = 6371.0;
    constexpr double radians = std::numbers::pi / 180;
    double const half_north = (to.latitude - from.latitude) * radians / 2;
    double const half_east = (to.longitude - from.longitude) * radians / 2;
    double const haversine = std::pow(std::sin(half_north), 2) + std::cos(from.latitude * radians) *
                                                                     std::cos(to.latitude * radians) *
                                                                     std::pow(std::sin(half_east), 2);
    return 2 * earth_radius_km * std::asin(std::sqrt(haversine));
}

}  // namespace halte
