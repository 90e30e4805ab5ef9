#include "pointer_past.h"

#include <X11/Xlib.h>

/// glfw3native.h declares it, but wants headers of another library (Xrandr) for that.
extern "C" Display* glfwGetX11Display();

namespace halte {
namespace {

/// Twice as many as places are remembered, so that the queue through which they go has none of the old ones either.
/// Even, so that the last one is the corner.
constexpr int moves = 512;

}  // namespace

void overwrite_pointer_past() {
    Display* const display = glfwGetX11Display();
    // A place that is the last one again would be no move. The server counts them to the device that was touched last.
    for (int at = 0; at < moves; ++at)
        XWarpPointer(display, None, DefaultRootWindow(display), 0, 0, 0, 0, (at + 1) % 2, 0);
}

}  // namespace halte
