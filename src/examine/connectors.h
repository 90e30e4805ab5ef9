#pragma once
/// The sockets for screens, as the kernel tells of them in /sys/class/drm, and what is plugged into them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tree.h"

namespace halte {

struct PictureSize {
    double width_mm = 0;
    double height_mm = 0;
    [[nodiscard]] double diagonal_inches() const;
};

struct Connector {
    std::string name;  ///< as the X server has it: "HDMI-1"
    int width_px = 0;  ///< of the screen's preferred mode; 0 when there is none
    int height_px = 0;
    std::optional<PictureSize> size;  ///< as the screen itself says; projectors and some televisions do not
};

/// Those with a screen, in the kernel's own order, which is the X server's.
std::vector<Connector> read_connectors(Tree const& tree);

/// "HDMI-1" for the kernel's "HDMI-A-1"; other names are the same.
std::string x_name(std::string_view kernel_name);
/// What an EDID says of the picture, in whole millimetres where it says so, else in centimetres.
std::optional<PictureSize> size_in_edid(std::string const& edid);

}  // namespace halte
