#include <fmt/format.h>
#include <halte/screen_shape.h>

#include <algorithm>
#include <cmath>

namespace halte {
namespace {

constexpr float mm_per_rp = 0.248F;
constexpr float comfort_base_mm = 268;
/// Below that the smallest letters would have fewer than eleven pixels: on a very large screen of few pixels
/// everything is a little larger than asked for instead.
constexpr float fewest_px_per_rp = 0.5F;
/// The largest text in rp, and what of a millimetre's distance an em must have to be seen at 0.7 degrees: Noto Sans has
/// a cap height of 0.714 em.
constexpr float largest_em = 42;
constexpr float em_per_mm = 0.069F;

float mm_of_a_pixel(ScreenShape const& shape) {
    return float(shape.diagonal_inches * mm_per_inch / std::hypot(shape.width_px, shape.height_px));
}

float comfort_of(ScreenShape const& shape, float mm_per_px) {
    float const short_side_mm = float(std::min(shape.width_px, shape.height_px)) * mm_per_px;
    return std::clamp(std::sqrt(short_side_mm / comfort_base_mm), 1.0F, 1.4F);
}

std::string in_mm(ScreenShape const& shape) {
    double const mm = double(scale_of(shape).mm_per_px);
    return fmt::format("{:.0f} mm wide and {:.0f} mm high", shape.width_px * mm, shape.height_px * mm);
}

}  // namespace

ScreenScale scale_of(ScreenShape const& shape) {
    float const mm_per_px = mm_of_a_pixel(shape);
    float const comfort = comfort_of(shape, mm_per_px);
    return {mm_per_px, comfort, std::max(mm_per_rp * comfort / mm_per_px, fewest_px_per_rp)};
}

bool has_room(ScreenShape const& shape) {
    float const px_per_rp = scale_of(shape).px_per_rp;
    // Half a millimetre is what a diagonal in tenths of an inch cannot tell.
    constexpr float least_width = (smallest_width_mm - 0.5F) / mm_per_rp;
    constexpr float least_height = (smallest_height_mm - 0.5F) / mm_per_rp;
    return float(shape.width_px) / px_per_rp >= least_width && float(shape.height_px) / px_per_rp >= least_height;
}

std::optional<ScreenFault> fault_of_size(ScreenShape const& shape) {
    if (has_room(shape)) return std::nullopt;
    return ScreenFault{
        fmt::format("The picture is {}, too small for every key to be free and large enough to touch.", in_mm(shape)),
        fmt::format("It must be at least {} mm wide and {} mm high. If it is, measure its diagonal, and write it under "
                    "[screen] as diagonal_inches; if not, take a larger screen, or turn it.",
                    smallest_width_mm, smallest_height_mm)};
}

double furthest_reading_mm(ScreenShape const& shape) {
    return double(largest_em * scale_of(shape).comfort / em_per_mm);
}

std::optional<ScreenFault> fault_of_distance(ScreenShape const& shape) {
    double const furthest = std::floor(furthest_reading_mm(shape));
    if (shape.viewing_distance_mm <= furthest) return std::nullopt;
    return ScreenFault{fmt::format("The largest text can be read from {:.0f} mm away on this screen, and the settings "
                                   "say that eyes are {:.0f} mm away.",
                                   furthest, shape.viewing_distance_mm),
                       fmt::format("Let people come closer, and write under [screen]: viewing_distance_mm = {:.0f}. A "
                                   "larger screen has larger letters.",
                                   furthest)};
}

}  // namespace halte
