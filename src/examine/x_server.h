#pragma once
/// What an X server says of its outputs and of the devices that feel fingers. Xlib is used here only.

#include <array>
#include <string>
#include <variant>
#include <vector>

#include "tree.h"

namespace halte {

/// A Coordinate Transformation Matrix, row by row: from where a finger is on the glass to where it is in the picture,
/// both from 0 to 1.
using TouchMatrix = std::array<double, 9>;

struct XOutput {
    std::string name;  ///< "HDMI-1"
    bool connected = false;
    bool on = false;
    int rotation = 0;  ///< degrees clockwise that the picture is turned
    int width_px = 0;  ///< of what it shows, turned
    int height_px = 0;
};

struct XTouchDevice {
    std::string name;
    TouchMatrix matrix{};
};

struct XServer {
    int width_px = 0;  ///< of the root window
    int height_px = 0;
    std::vector<XOutput> outputs;
    std::vector<XTouchDevice> touch_devices;
    bool tells_clients = true;  ///< which process each one is: what dead ones have left can be ended
};

enum class NoAnswer {
    not_running,
    forbidden,  ///< to this user
    silent      ///< it takes the question, and says nothing within a few seconds
};

/// Of the kiosk's own server where its key is, which DISPLAY and XAUTHORITY of this process name from then on; else of
/// the one that DISPLAY names.
std::variant<XServer, NoAnswer> ask_x_server(Tree const& tree);

}  // namespace halte
