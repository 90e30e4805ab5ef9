#include "window_manager_mark.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <memory>
#include <optional>

namespace halte {
namespace {

/// The window that the mark of `window` names, as the specification has it: one value of 32 bits, of the type WINDOW.
/// Nothing when there is another value, or no such window.
std::optional<Window> named_by(Display* display, Window window, Atom mark) {
    Atom type = None;
    int format = 0;
    unsigned long count = 0, left = 0;
    unsigned char* data = nullptr;
    if (XGetWindowProperty(display, window, mark, 0, 1, False, AnyPropertyType, &type, &format, &count, &left, &data) !=
        Success)
        return std::nullopt;
    std::unique_ptr<unsigned char, int (*)(void*)> const owned(data, XFree);
    if (type != XA_WINDOW || format != 32 || count != 1) return std::nullopt;
    return Window(*reinterpret_cast<unsigned long const*>(data));  // Xlib keeps 32 bits in a long
}

int overlook(Display* /*display*/, XErrorEvent* /*a window that is gone*/) { return 0; }

}  // namespace

void remove_mark_of_dead_window_manager() {
    std::unique_ptr<Display, int (*)(Display*)> const server(XOpenDisplay(nullptr), XCloseDisplay);
    if (!server) return;
    auto* const before = XSetErrorHandler(overlook);
    Atom const mark = XInternAtom(server.get(), "_NET_SUPPORTING_WM_CHECK", False);
    Window const root = DefaultRootWindow(server.get());
    auto const manager = named_by(server.get(), root, mark);
    // A window manager that runs has the same mark on its own window.
    bool const lives = manager && named_by(server.get(), *manager, mark) == manager;
    if (!lives) XDeleteProperty(server.get(), root, mark);
    XSync(server.get(), False);
    XSetErrorHandler(before);
}

}  // namespace halte
