#include "presses.h"

#include <X11/Xlib.h>
#include <X11/Xproto.h>

/// glfw3native.h declares it, but wants headers of another library (Xrandr) for that.
extern "C" Display* glfwGetX11Display();
/// Xlibint.h declares it, among macros that no C++ can live with. It replaces Xlib's translation of one kind of event,
/// and gives the one that served until then.
using Translation = Bool (*)(Display*, XEvent*, xEvent*);
extern "C" Translation XESetWireToEvent(Display* display, int kind, Translation translation);

namespace halte {
namespace {

/// Xlib gives its translations nothing of ours.
struct Noted {
    Translation usual = nullptr;
    unsigned long window = None;
    std::deque<PressPlace> places;
};
Noted& noted() {
    static Noted of_this_process;
    return of_this_process;
}

/// Xlib calls it for every press in the moment in which it comes into the queue that GLFW reads.
Bool translate(Display* display, XEvent* event, xEvent* wire) {
    Bool const wanted = noted().usual(display, event, wire);
    XButtonEvent const& press = event->xbutton;
    if (wanted == True && press.button == Button1 && press.window == noted().window)
        noted().places.push_back({float(press.x), float(press.y)});
    return wanted;
}

}  // namespace

void note_presses(unsigned long x_window) {
    noted().window = x_window;
    noted().usual = XESetWireToEvent(glfwGetX11Display(), ButtonPress, translate);
}

std::optional<PressPlace> place_of_this_press() {
    // The event of this press has left the queue, so that at most as many presses as wait there may follow it.
    forget_presses_told(noted().places, std::size_t(XQLength(glfwGetX11Display())) + 1);
    if (noted().places.empty()) return std::nullopt;
    PressPlace const place = noted().places.front();
    noted().places.pop_front();
    return place;
}

void forget_presses_told(std::deque<PressPlace>& noted, std::size_t waiting_events) {
    while (noted.size() > waiting_events) noted.pop_front();
}

}  // namespace halte
