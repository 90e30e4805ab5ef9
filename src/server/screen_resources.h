#pragma once
/// Outputs and their pictures' sources, as RandR lists them. They are freed with the value.

#include <X11/extensions/Xrandr.h>

#include <memory>

namespace halte {

struct FreeScreenResources {
    void operator()(XRRScreenResources* resources) const { XRRFreeScreenResources(resources); }
};
using ScreenResources = std::unique_ptr<XRRScreenResources, FreeScreenResources>;

/// Nothing without RandR.
inline ScreenResources resources_of(Display* display) {
    return ScreenResources(XRRGetScreenResourcesCurrent(display, DefaultRootWindow(display)));
}

}  // namespace halte
