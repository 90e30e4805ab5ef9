#include "root_size.h"

#include <X11/Xlib.h>

/// glfw3native.h declares it, but wants headers of another library (Xrandr) for that.
extern "C" Display* glfwGetX11Display();

namespace halte {

RootSize ask_root_size() {
    Display* const display = glfwGetX11Display();
    Window root = None;
    int x = 0, y = 0;
    unsigned width = 0, height = 0, border = 0, depth = 0;
    XGetGeometry(display, DefaultRootWindow(display), &root, &x, &y, &width, &height, &border, &depth);
    return {int(width), int(height)};
}

}  // namespace halte
