#include <X11/extensions/Xrandr.h>

#include <algorithm>

#include "aspects.h"

namespace halte {
namespace {

struct Size {
    unsigned width = 0;
    unsigned height = 0;
};

Size size_of_root(Display* display) {
    Window root = None;
    int x = 0, y = 0;
    unsigned border = 0, depth = 0;
    Size size;
    XGetGeometry(display, DefaultRootWindow(display), &root, &x, &y, &size.width, &size.height, &border, &depth);
    return size;
}

/// Of what is on the screen nothing changes: it shows the same corner of a larger or smaller picture. As many
/// millimetres as the core protocol has for the first size: they are told to nobody here.
void resize(Display* display, Size size) {
    int const screen = DefaultScreen(display);
    XRRSetScreenSize(display, DefaultRootWindow(display), int(size.width), int(size.height),
                     DisplayWidthMM(display, screen), DisplayHeightMM(display, screen));
}

}  // namespace

std::string read_size(Display* display) {
    Size const size = size_of_root(display);
    std::string bytes;
    add(bytes, size.width);
    add(bytes, size.height);
    return bytes;
}

void clear_stale_rows(Display* display, std::string const& size_at_start) {
    std::string_view bytes = size_at_start;
    auto const width = take<unsigned>(bytes);
    auto const height = take<unsigned>(bytes);
    Size const now = size_of_root(display);
    if (now.width >= width && now.height >= height) return;
    resize(display, {std::max(now.width, width), std::max(now.height, height)});
    XClearWindow(display, DefaultRootWindow(display));
    XSync(display, False);
    resize(display, now);
    XSync(display, False);
}

}  // namespace halte
