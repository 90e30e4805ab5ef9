#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <set>

#include "judge.h"

namespace halte {

TouchMatrix matrix_for(int rotation) {
    switch (rotation) {
        case 90:
            return {0, 1, 0, -1, 0, 1, 0, 0, 1};
        case 180:
            return {-1, 0, 1, 0, -1, 1, 0, 0, 1};
        case 270:
            return {0, -1, 1, 1, 0, 0, 0, 0, 1};
        default:
            return {1, 0, 0, 0, 1, 0, 0, 0, 1};
    }
}

static bool is_same(TouchMatrix const& one, TouchMatrix const& other) {
    // A hundredth of the screen is less than a finger.
    for (std::size_t at = 0; at < one.size(); ++at)
        if (!(std::abs(one.at(at) - other.at(at)) < 0.01)) return false;
    return true;
}

static Problem judge_present(std::vector<std::string> const& kernels_devices, XServer const* server) {
    std::set<std::string> names(kernels_devices.begin(), kernels_devices.end());
    if (server != nullptr)
        for (XTouchDevice const& device : server->touch_devices) names.insert(device.name);
    if (!names.empty()) return fine("touch.present", fmt::format("Feels fingers: {}.", fmt::join(names, ", ")));
    return broken("touch.present", "No touch device is connected; a mouse works too, but visitors have none.",
                  "Connect the screen's own USB cable as well: the picture comes over another one.");
}

static Problem judge_mapped(int rotation, bool present, XServer const& server) {
    if (server.touch_devices.empty() && !present)
        return warn("touch.mapped", "There is no touch device to be mapped.", "Connect it first.");
    if (server.touch_devices.empty())
        return broken("touch.mapped", "The X server has no touch device.",
                      "Install xserver-xorg-input-libinput, and look for the device in the X server's log.");
    for (XTouchDevice const& device : server.touch_devices)
        if (!is_same(device.matrix, matrix_for(rotation)))
            return broken(
                "touch.mapped",
                fmt::format("Touches of {} land elsewhere than under the finger: its matrix is {:g}, and for a "
                            "picture turned by {} degrees it must be {:g}.",
                            device.name, fmt::join(device.matrix, " "), rotation, fmt::join(matrix_for(rotation), " ")),
                "systemctl restart halte-display.service maps it again; make sure that no other file sets a "
                "TransformationMatrix.");
    return fine("touch.mapped",
                fmt::format("Touches land under the finger, for a picture turned by {} degrees.", rotation));
}

Problem judge_ghosts(Presence note) {
    switch (note) {
        case Presence::absent:
            return fine("touch.ghosts", "No touches that nobody makes were felt since the kiosk was started.");
        case Presence::forbidden:
            return untold("touch.ghosts", "Whether touches were felt that nobody makes");
        case Presence::readable:
            break;
    }
    return warn(
        "touch.ghosts",
        "Since the kiosk was started the screen has reported touches that nobody makes: contacts that lie on it, "
        "or come again and again at one place.",
        "Clean and dry the glass, take away what touches its edge, look at its cable, then restart the kiosk. A "
        "screen that does it again is to be exchanged: visitors find pages covered, or keys pressed.");
}

Problems judge_touch(int rotation, std::vector<std::string> const& kernels_devices, XAnswer const& x_server) {
    auto const* const server = std::get_if<XServer>(&x_server);
    Problems findings{judge_present(kernels_devices, server)};
    if (server != nullptr)
        findings.push_back(judge_mapped(rotation, !kernels_devices.empty(), *server));
    else
        findings.push_back(without_answer("touch.mapped", "Where touches land", std::get<NoAnswer>(x_server)));
    return findings;
}

}  // namespace halte
