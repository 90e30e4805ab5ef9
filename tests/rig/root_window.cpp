#include "root_window.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/cursorfont.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace halte::rig {
namespace {

using Connection = std::unique_ptr<Display, int (*)(Display*)>;

Connection connect() {
    Connection display{XOpenDisplay(nullptr), XCloseDisplay};
    if (!display) throw std::runtime_error("There is no X server on this display.");
    return display;
}

struct Root {
    Display* display;
    Window window;

    [[nodiscard]] Atom atom(std::string const& name) const { return XInternAtom(display, name.c_str(), False); }
    void set(std::string const& name, Atom type, int format, void const* bytes, int count) const {
        set(window, name, type, format, bytes, count);
    }
    void set(Window on, std::string const& name, Atom type, int format, void const* bytes, int count) const {
        XChangeProperty(display, on, atom(name), type, format, PropModeReplace,
                        static_cast<unsigned char const*>(bytes), count);
    }
    [[nodiscard]] Window child() const {
        return XCreateSimpleWindow(display, window, 0, 0, 400, 300, 0, 0, BlackPixel(display, 0));
    }
};

/// `marked`: the window has the mark, too, as long as it lives.
void leave_mark(Root const& root, bool marked) {
    Window const manager = root.child();
    root.set("_NET_SUPPORTING_WM_CHECK", XA_WINDOW, 32, &manager, 1);
    if (marked) root.set(manager, "_NET_SUPPORTING_WM_CHECK", XA_WINDOW, 32, &manager, 1);
    std::vector<Atom> const supported{root.atom("_NET_WM_STATE"), root.atom("_NET_WM_STATE_ABOVE"),
                                      root.atom("_NET_FRAME_EXTENTS"), 0, 0x1FFFFFFF};
    root.set("_NET_SUPPORTED", XA_ATOM, 32, supported.data(), int(supported.size()));
    if (!marked) XSetCloseDownMode(root.display, RetainPermanent);
}

void leave_garbage(Root const& root) {
    constexpr int large = 1'000'000;
    std::vector<char> const noise(large, '\xC3');
    std::string const resources =
        "Xft.dpi: nan\nXft.dpi: -1e99\n*: *\n" + std::string(large, 'x') + "\nXft.dpi:\t1e30\n";
    long const number = -1;
    root.set("RESOURCE_MANAGER", XA_STRING, 8, resources.data(), int(resources.size()));
    root.set("_NET_SUPPORTING_WM_CHECK", XA_WINDOW, 8, noise.data(), 1);
    root.set("_NET_SUPPORTED", XA_STRING, 8, noise.data(), large);
    root.set("_NET_WORKAREA", XA_CARDINAL, 32, &number, 1);
    root.set("_NET_CURRENT_DESKTOP", XA_CARDINAL, 32, &number, 1);
    root.set("_NET_ACTIVE_WINDOW", XA_WINDOW, 16, noise.data(), 3);
    root.set("_XROOTPMAP_ID", XA_PIXMAP, 32, &number, 1);
    root.set("ESETROOT_PMAP_ID", XA_PIXMAP, 32, &number, 1);
    root.set("_XKB_RULES_NAMES", XA_STRING, 8, noise.data(), large);
    root.set("XdndProxy", XA_WINDOW, 32, &number, 1);
}

void leave_retained(Root const& root) {
    Window const black = root.child();
    XMapRaised(root.display, black);
    XDefineCursor(root.display, root.window, XCreateFontCursor(root.display, XC_watch));
    XSetWindowBackground(root.display, root.window, 0x00FF00);
    XClearWindow(root.display, root.window);
    XSetCloseDownMode(root.display, RetainPermanent);
}

void leave(Root const& root, RootLeft as) {
    switch (as) {
        case RootLeft::dead_manager:
            return leave_mark(root, true);
        case RootLeft::manager_that_lies:
            return leave_mark(root, false);
        case RootLeft::garbage:
            return leave_garbage(root);
        case RootLeft::retained:
            return leave_retained(root);
    }
}

}  // namespace

void leave_root(RootLeft as) {
    Connection const display = connect();
    leave({display.get(), DefaultRootWindow(display.get())}, as);
    XSync(display.get(), False);
}

struct RunningManager::Connection {
    rig::Connection display = connect();
};

RunningManager::RunningManager() : m_connection(std::make_unique<Connection>()) {
    Display* const display = m_connection->display.get();
    leave_mark({display, DefaultRootWindow(display)}, true);
    XSync(display, False);
}
RunningManager::~RunningManager() = default;

}  // namespace halte::rig
