#include "windows.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <memory>
#include <stdexcept>

namespace halte::rig {
namespace {

/// A connection of its own, for which a window that goes away between two questions about it is no fault.
class Server {
public:
    Server() : m_usual(XSetErrorHandler([](Display*, XErrorEvent*) { return 0; })) {
        if (!m_display) throw std::runtime_error("There is no X server on this display.");
    }
    ~Server() {
        m_display.reset();
        XSetErrorHandler(m_usual);
    }
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;
    [[nodiscard]] Display* get() const { return m_display.get(); }

private:
    XErrorHandler m_usual;
    std::unique_ptr<Display, int (*)(Display*)> m_display{XOpenDisplay(nullptr), XCloseDisplay};
};

pid_t owner_of(Display* display, Window window) {
    Atom type = None;
    int format = 0;
    unsigned long count = 0;
    unsigned long left = 0;
    unsigned char* bytes = nullptr;
    XGetWindowProperty(display, window, XInternAtom(display, "_NET_WM_PID", False), 0, 1, False, XA_CARDINAL, &type,
                       &format, &count, &left, &bytes);
    std::unique_ptr<unsigned char, int (*)(void*)> const owned{bytes, XFree};
    return format == 32 && count == 1 ? pid_t(*reinterpret_cast<long*>(bytes)) : 0;
}

}  // namespace

std::vector<RootWindow> root_windows() {
    Server const server;
    Window root = None;
    Window parent = None;
    Window* children = nullptr;
    unsigned count = 0;
    XQueryTree(server.get(), DefaultRootWindow(server.get()), &root, &parent, &children, &count);
    std::unique_ptr<Window, int (*)(void*)> const owned{children, XFree};
    std::vector<RootWindow> windows;
    for (unsigned at = 0; at < count; ++at) {
        XWindowAttributes window{};
        if (XGetWindowAttributes(server.get(), children[at], &window) == 0 || window.map_state != IsViewable) continue;
        windows.push_back({children[at], owner_of(server.get(), children[at])});
    }
    return windows;
}

std::optional<RootWindow> top_window() {
    auto const all = root_windows();
    if (all.empty() || all.back().owner == 0) return std::nullopt;
    return all.back();
}

void cut_connection(RootWindow const& window) {
    Server const server;
    XKillClient(server.get(), window.id);
}

void cover_for_a_moment(int x, int y, int width, int height) {
    Server const server;
    XSetWindowAttributes attributes{};
    attributes.override_redirect = True;
    attributes.background_pixel = 0x00AA00;
    Window const window =
        XCreateWindow(server.get(), DefaultRootWindow(server.get()), x, y, unsigned(width), unsigned(height), 0,
                      CopyFromParent, InputOutput, nullptr, CWOverrideRedirect | CWBackPixel, &attributes);
    XMapRaised(server.get(), window);
    XSync(server.get(), False);
    XDestroyWindow(server.get(), window);
    XSync(server.get(), False);
}

}  // namespace halte::rig
