#include <halte/server.h>

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/shape.h>
#include <unistd.h>

#include <span>

namespace halte {
namespace {

bool stands_on_root(Display* display, Window window) {
    Window root = None, parent = None;
    Window* children = nullptr;
    unsigned count = 0;
    bool const told = XQueryTree(display, window, &root, &parent, &children, &count) != 0;
    if (children != nullptr) XFree(children);
    return told && parent == root;
}

void forget_shapes(Display* display, Window window) {
    int event = 0, error = 0;
    if (XShapeQueryExtension(display, &event, &error) == False) return;
    for (int const kind : {ShapeBounding, ShapeClip, ShapeInput})
        XShapeCombineMask(display, window, kind, 0, 0, None, ShapeSet);
}

}  // namespace

void set_window_anew(XConnection connection, unsigned long window, WindowPlace const& place) {
    auto* const display = static_cast<Display*>(connection);
    if (!stands_on_root(display, window))
        XReparentWindow(display, window, DefaultRootWindow(display), place.x, place.y);
    XSetWindowAttributes plain{};
    plain.background_pixmap = None;  // what was there before stays until it is drawn over
    plain.bit_gravity = ForgetGravity;
    plain.win_gravity = NorthWestGravity;
    plain.backing_store = NotUseful;
    plain.save_under = False;
    plain.do_not_propagate_mask = 0;
    XChangeWindowAttributes(display, window,
                            CWBackPixmap | CWBitGravity | CWWinGravity | CWBackingStore | CWSaveUnder | CWDontPropagate,
                            &plain);
    forget_shapes(display, window);
    XWindowChanges there{place.x, place.y, place.width, place.height, 0, None, Above};
    XConfigureWindow(display, window, CWX | CWY | CWWidth | CWHeight | CWBorderWidth | CWStackMode, &there);
}

void set_properties_anew(XConnection connection, unsigned long window) {
    auto* const display = static_cast<Display*>(connection);
    int count = 0;
    Atom* const listed = XListProperties(display, window, &count);
    for (Atom const each : std::span(listed, std::size_t(count))) XDeleteProperty(display, window, each);
    if (listed != nullptr) XFree(listed);
    long const owner = getpid();
    XChangeProperty(display, window, XInternAtom(display, "_NET_WM_PID", False), XA_CARDINAL, 32, PropModeReplace,
                    reinterpret_cast<unsigned char const*>(&owner), 1);
}

}  // namespace halte
