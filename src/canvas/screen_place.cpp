#include "screen_place.h"

#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>

#include <algorithm>
#include <span>

/// glfw3native.h declares it, but wants headers of another library (Xrandr) for that.
extern "C" Display* glfwGetX11Display();

namespace halte {
namespace {

ScreenPlace ask_root(Display* display) {
    Window root = None;
    int x = 0, y = 0;
    unsigned width = 0, height = 0, border = 0, depth = 0;
    XGetGeometry(display, DefaultRootWindow(display), &root, &x, &y, &width, &height, &border, &depth);
    return {0, 0, int(width), int(height)};
}

/// Monitors came with RandR 1.5. A server does not change its version.
bool knows_monitors(Display* display) {
    int event = 0, error = 0, major = 0, minor = 0;
    return XRRQueryExtension(display, &event, &error) == True && XRRQueryVersion(display, &major, &minor) != 0 &&
           (major > 1 || minor >= 5);
}

std::vector<Monitor> ask_monitors(Display* display) {
    static bool const known = knows_monitors(display);
    std::vector<Monitor> monitors;
    if (!known) return monitors;
    int count = 0;
    XRRMonitorInfo* const told = XRRGetMonitors(display, DefaultRootWindow(display), True, &count);
    if (told == nullptr) return monitors;
    for (XRRMonitorInfo const& one : std::span(told, std::size_t(std::max(count, 0))))
        monitors.push_back({{one.x, one.y, one.width, one.height}, one.primary != 0});
    XRRFreeMonitors(told);
    return monitors;
}

}  // namespace

std::optional<ScreenPlace> place_of_main(std::vector<Monitor> const& monitors) {
    if (monitors.empty()) return std::nullopt;
    auto const main = std::ranges::find_if(monitors, &Monitor::main);
    ScreenPlace const& place = (main == monitors.end() ? monitors.front() : *main).place;
    if (place.width <= 0 || place.height <= 0) return std::nullopt;
    return place;
}

/// A terminal that nobody uses asks every three seconds, and each answer wakes it once.
ScreenPlace ask_screen_place() {
    Display* const display = glfwGetX11Display();
    std::optional<ScreenPlace> const place = place_of_main(ask_monitors(display));
    return place ? *place : ask_root(display);
}

}  // namespace halte
