// pointer-past: what the X server of DISPLAY tells of fingers to any program that asks.
//
//   pointer-past          prints "pointer X Y", where the pointer is; "past X Y MILLISECONDS" for each place where it
//   was,
//                         in pixels; and "device NAME X Y" for the same of each device, in its own measure
#include <X11/Xlib.h>
#include <X11/extensions/XInput.h>

#include <cstdio>
#include <memory>

namespace {

using Server = std::unique_ptr<Display, int (*)(Display*)>;

void print_pointer(Display* display) {
    Window root = 0, child = 0;
    int x = 0, y = 0, own_x = 0, own_y = 0;
    unsigned buttons = 0;
    XQueryPointer(display, DefaultRootWindow(display), &root, &child, &x, &y, &own_x, &own_y, &buttons);
    std::printf("pointer %d %d\n", x, y);
}

void print_past(Display* display) {
    int count = 0;
    XTimeCoord* const places = XGetMotionEvents(display, DefaultRootWindow(display), 1, CurrentTime, &count);
    for (int at = 0; at < count; ++at) std::printf("past %d %d %lu\n", places[at].x, places[at].y, places[at].time);
    if (places != nullptr) XFree(places);
}

void print_past_of(Display* display, XDeviceInfo const& about) {
    XDevice* const device = XOpenDevice(display, about.id);
    if (device == nullptr) return;
    int count = 0, mode = 0, axes = 0;
    XDeviceTimeCoord* const places = XGetDeviceMotionEvents(display, device, 1, CurrentTime, &count, &mode, &axes);
    for (int at = 0; places != nullptr && axes > 1 && at < count; ++at)
        std::printf("device %s %d %d\n", about.name, places[at].data[0], places[at].data[1]);
    if (places != nullptr) XFreeDeviceMotionEvents(places);
    XCloseDevice(display, device);
}

}  // namespace

int main() {
    Server const server(XOpenDisplay(nullptr), &XCloseDisplay);
    if (!server) return std::fprintf(stderr, "pointer-past: There is no X server on this display.\n"), 1;
    // A device without places, such as a keyboard, is no reason to end.
    XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });
    print_pointer(server.get());
    print_past(server.get());
    int count = 0;
    XDeviceInfo* const devices = XListInputDevices(server.get(), &count);
    for (int at = 0; at < count; ++at)
        if (devices[at].use != IsXPointer && devices[at].use != IsXKeyboard) print_past_of(server.get(), devices[at]);
    if (devices != nullptr) XFreeDeviceList(devices);
    return 0;
}
