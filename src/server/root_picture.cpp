#include "root_picture.h"

#include <X11/Xatom.h>
#include <X11/Xutil.h>

#include <functional>

#include "properties.h"

namespace halte {
namespace {

/// The calm ground of every screen (design tokens), where there is no picture.
constexpr unsigned long ground = 0xF7F3EA;

Pixmap picture_in(PropertyValue const& property) {
    bool const one = property.type == XA_PIXMAP && property.format == 32 && property.data.size() == sizeof(long);
    std::string_view bytes = property.data;
    return one ? Pixmap(take<long>(bytes)) : None;
}

/// A picture whose owner is gone is none.
bool is_there(Display* display, Pixmap picture) {
    Window root = None;
    int x = 0, y = 0;
    unsigned width = 0, height = 0, border = 0, depth = 0;
    return picture != None && XGetGeometry(display, picture, &root, &x, &y, &width, &height, &border, &depth) != 0;
}

/// Of every pixel; it finds what somebody has drawn.
std::string sum_of(Display* display, Pixmap picture) {
    Window root = None;
    int x = 0, y = 0;
    unsigned width = 0, height = 0, border = 0, depth = 0;
    XGetGeometry(display, picture, &root, &x, &y, &width, &height, &border, &depth);
    XImage* const image = XGetImage(display, picture, 0, 0, width, height, AllPlanes, ZPixmap);
    if (image == nullptr) return {};
    std::string_view const bytes(image->data, std::size_t(image->bytes_per_line) * height);
    std::string sum;
    add(sum, std::hash<std::string_view>()(bytes));
    XDestroyImage(image);
    return sum;
}

}  // namespace

Pixmap picture_of_root(Display* display) {
    Pixmap found = None;
    for (char const* const name : names_of_picture) {
        PropertyValue const value = value_in(value_of_root(display, XInternAtom(display, name, False)));
        Pixmap const named = picture_in(value);
        bool const other = found != None && named != found;
        if (value.type != None && (named == None || other)) return None;
        if (named != None) found = named;
    }
    return found;
}

std::string read_picture(Display* display) {
    Pixmap const picture = picture_of_root(display);
    std::string bytes;
    add(bytes, is_there(display, picture) ? picture : None);
    return is_there(display, picture) ? bytes + sum_of(display, picture) : bytes;
}

/// Who painted it could paint it again; what somebody has drawn into it only goes with the server.
void keep_picture(Display* /*display*/, std::string const& /*was*/) {}

std::string comparable_picture(std::string const& now, std::string const& was) {
    std::string_view one = now, other = was;
    auto const mine = take<Pixmap>(one);
    auto const theirs = take<Pixmap>(other);
    return mine != None && theirs != None && mine != theirs ? "" : now;
}

void set_anew(Display* display) {
    Window const root = DefaultRootWindow(display);
    Pixmap const picture = picture_of_root(display);
    if (is_there(display, picture)) {
        XSetWindowBackgroundPixmap(display, root, picture);
    } else {
        for (char const* const name : names_of_picture)
            XDeleteProperty(display, root, XInternAtom(display, name, False));
        XSetWindowBackground(display, root, ground);
    }
    XForceScreenSaver(display, ScreenSaverReset);
    XUndefineCursor(display, root);
    XClearWindow(display, root);
}

}  // namespace halte
