// plain-program: a program as others are, on DISPLAY: a window over the whole screen that closes on any key. For tests.
#include <X11/Xlib.h>

#include <cstdio>
#include <memory>

int main() {
    std::unique_ptr<Display, int (*)(Display*)> const display{XOpenDisplay(nullptr), XCloseDisplay};
    if (!display) return std::fputs("plain-program: There is no X server on this display.\n", stderr), 1;
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
    return 0;
}
