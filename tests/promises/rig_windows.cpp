// rig-windows: what stands on the root window of DISPLAY, for tests.
//
//   rig-windows list          a line for each mapped window on the root, the topmost last: "ID PID WIDTH HEIGHT"; the
//                             process is 0 where the window does not name one
//   rig-windows cut ID        cuts the connection of the window's program, as a server does that gives up a client
//   rig-windows plant         a plain program as others are: a window over the whole screen that closes on any key
#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>

namespace {

using Connection = std::unique_ptr<Display, int (*)(Display*)>;

Connection connection() {
    Connection display{XOpenDisplay(nullptr), XCloseDisplay};
    if (!display) throw std::runtime_error("There is no X server on this display.");
    // A window may go away between two questions about it.
    XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });
    return display;
}

long process_of(Display* display, Window window) {
    Atom type = None;
    int format = 0;
    unsigned long count = 0;
    unsigned long left = 0;
    unsigned char* bytes = nullptr;
    XGetWindowProperty(display, window, XInternAtom(display, "_NET_WM_PID", False), 0, 1, False, XA_CARDINAL, &type,
                       &format, &count, &left, &bytes);
    std::unique_ptr<unsigned char, int (*)(void*)> const owned{bytes, XFree};
    return format == 32 && count == 1 ? *reinterpret_cast<long*>(bytes) : 0;
}

void list() {
    Connection const display = connection();
    Window root = None;
    Window parent = None;
    Window* children = nullptr;
    unsigned count = 0;
    XQueryTree(display.get(), DefaultRootWindow(display.get()), &root, &parent, &children, &count);
    std::unique_ptr<Window, int (*)(void*)> const owned{children, XFree};
    for (unsigned at = 0; at < count; ++at) {
        XWindowAttributes window{};
        if (XGetWindowAttributes(display.get(), children[at], &window) == 0 || window.map_state != IsViewable) continue;
        std::printf("%lu %ld %d %d\n", children[at], process_of(display.get(), children[at]), window.width,
                    window.height);
    }
}

void cut(Window window) {
    Connection const display = connection();
    XKillClient(display.get(), window);
}

void plant() {
    Connection const display = connection();
    int const screen = DefaultScreen(display.get());
    XSetWindowAttributes wishes{};
    wishes.override_redirect = True;
    wishes.background_pixel = WhitePixel(display.get(), screen);
    wishes.event_mask = KeyPressMask;
    Window const window =
        XCreateWindow(display.get(), DefaultRootWindow(display.get()), 0, 0,
                      unsigned(DisplayWidth(display.get(), screen)), unsigned(DisplayHeight(display.get(), screen)), 0,
                      CopyFromParent, InputOutput, nullptr, CWOverrideRedirect | CWBackPixel | CWEventMask, &wishes);
    XMapRaised(display.get(), window);
    for (XEvent event{}; event.type != KeyPress;) XNextEvent(display.get(), &event);
}

void obey(int count, char** arguments) {
    std::string const verb = count > 1 ? arguments[1] : "";
    if (verb == "list" && count == 2) return list();
    if (verb == "cut" && count == 3) return cut(std::stoul(arguments[2]));
    if (verb == "plant" && count == 2) return plant();
    throw std::runtime_error("usage: rig-windows list | cut ID | plant");
}

}  // namespace

int main(int count, char** arguments) try {
    obey(count, arguments);
    return 0;
} catch (std::exception const& fault) {
    std::cerr << "rig-windows: " << fault.what() << '\n';
    return 1;
}
