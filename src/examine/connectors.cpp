#include "connectors.h"

#include <halte/screen_shape.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <tuple>

namespace halte {

double PictureSize::diagonal_inches() const { return std::hypot(width_mm, height_mm) / mm_per_inch; }

std::string x_name(std::string_view kernel_name) {
    constexpr std::string_view prefix = "HDMI-A-";
    if (!kernel_name.starts_with(prefix)) return std::string(kernel_name);
    return "HDMI-" + std::string(kernel_name.substr(prefix.size()));
}

/// Bytes as VESA's E-EDID 1.4 has them: 21 and 22 in centimetres; 66 to 68 of the first detailed timing in millimetres.
std::optional<PictureSize> size_in_edid(std::string const& edid) {
    if (edid.size() < 128 || edid.compare(0, 8, std::string("\0\xFF\xFF\xFF\xFF\xFF\xFF\0", 8)) != 0)
        return std::nullopt;
    auto const byte = [&](std::size_t at) { return unsigned(static_cast<unsigned char>(edid[at])); };
    PictureSize const rough{byte(21) * 10.0, byte(22) * 10.0};
    PictureSize const exact{double(byte(66) | (byte(68) & 0xF0U) << 4U), double(byte(67) | (byte(68) & 0x0FU) << 8U)};
    bool const has_rough = rough.width_mm > 0 && rough.height_mm > 0;
    bool const has_exact = (byte(54) | byte(55)) != 0 && exact.width_mm > 0 && exact.height_mm > 0;
    // Some televisions write their shape there, 160 by 90, or 16 by 9.
    auto const agree = [](double one, double other) { return std::abs(one - other) <= 10; };
    bool const agreed = agree(rough.width_mm, exact.width_mm) && agree(rough.height_mm, exact.height_mm);
    if (has_exact && (agreed || !has_rough)) return exact;
    return has_rough ? std::optional(rough) : std::nullopt;
}

/// "HDMI-A-1" of "card0-HDMI-A-1"; empty for what is no socket.
static std::string socket_of(std::string const& name) {
    std::size_t const dash = name.find('-');
    return name.starts_with("card") && dash != std::string::npos ? name.substr(dash + 1) : "";
}

static Connector read_connector(Tree const& tree, std::string const& folder, std::string const& socket) {
    Connector connector{.name = x_name(socket)};
    // The preferred mode stands first.
    std::sscanf(tree.line(folder + "/modes").c_str(), "%5dx%5d", &connector.width_px, &connector.height_px);
    connector.size = size_in_edid(tree.text(folder + "/edid").value_or(""));
    return connector;
}

std::vector<Connector> read_connectors(Tree const& tree) {
    std::vector<std::tuple<int, std::string, Connector>> found;
    for (std::string const& name : tree.names("/sys/class/drm")) {
        std::string const folder = "/sys/class/drm/" + name;
        std::string const socket = socket_of(name);
        if (socket.empty() || tree.line(folder + "/status") != "connected") continue;
        int const number = std::atoi(tree.line(folder + "/connector_id").c_str());
        found.emplace_back(number, name, read_connector(tree, folder, socket));
    }
    std::sort(found.begin(), found.end(), [](auto const& a, auto const& b) {
        return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
    });
    std::vector<Connector> connectors;
    for (auto& [number, name, connector] : found) connectors.push_back(std::move(connector));
    return connectors;
}

}  // namespace halte
