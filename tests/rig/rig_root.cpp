// rig-root: leaves the root window of DISPLAY as programs that are gone may have left it.
//
//   rig-root dead-manager   the mark of a window manager whose window is gone
//   rig-root manager-that-lies   the mark names a window that has none
//   rig-root garbage        properties that desktops leave, of wrong types and formats, empty and huge
//   rig-root manager        the mark of a window manager that runs, until the standard input ends
//   rig-root retained       a black window that stays when its program ends, a cursor and a background
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/cursorfont.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace {

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

bool obey(Root const& root, std::string const& wish) {
    if (wish == "dead-manager") return leave_mark(root, true), true;
    if (wish == "manager-that-lies") return leave_mark(root, false), true;
    if (wish == "manager") {
        leave_mark(root, true);
        XSync(root.display, False);
        return std::puts("done"), std::fflush(stdout), std::getchar(), true;
    }
    if (wish == "garbage") return leave_garbage(root), true;
    if (wish == "retained") return leave_retained(root), true;
    return false;
}

}  // namespace

int main(int count, char** words) {
    std::unique_ptr<Display, int (*)(Display*)> const server(XOpenDisplay(nullptr), XCloseDisplay);
    if (!server) return std::fprintf(stderr, "rig-root: There is no X server on this display.\n"), 1;
    bool const obeyed = count == 2 && obey({server.get(), DefaultRootWindow(server.get())}, words[1]);
    if (!obeyed) std::fprintf(stderr, "usage: rig-root dead-manager|manager-that-lies|manager|garbage|retained\n");
    XSync(server.get(), False);
    return obeyed ? 0 : 64;
}
