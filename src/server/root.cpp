#include <X11/Xatom.h>
#include <X11/Xutil.h>

#include <algorithm>
#include <array>
#include <functional>
#include <span>

#include "aspects.h"

namespace halte {
namespace {

constexpr char const* picture_property = "_XROOTPMAP_ID";
constexpr std::array of_the_picture{picture_property, "ESETROOT_PMAP_ID"};
/// The calm ground of every screen (design tokens), where there is no picture.
constexpr unsigned long ground = 0xF7F3EA;
constexpr long longest_words = 1 << 16;  ///< of a property, in words of four bytes

/// Xlib has a long for each number of four bytes.
std::size_t bytes_of_one(int format) { return format == 32 ? sizeof(long) : std::size_t(format / 8); }

std::string value_of(Display* display, Atom property) {
    Atom type = None;
    int format = 0;
    unsigned long count = 0, left = 0;
    unsigned char* data = nullptr;
    std::string value;
    Window const root = DefaultRootWindow(display);
    if (XGetWindowProperty(display, root, property, 0, longest_words, False, AnyPropertyType, &type, &format, &count,
                           &left, &data) != Success)
        return value;
    add(value, type);
    add(value, format);
    value.append(reinterpret_cast<char const*>(data), count * bytes_of_one(format));
    if (data != nullptr) XFree(data);
    return value;
}

/// As value_of() gives it of a property that is not there.
bool value_is_none(std::string_view value) { return value.empty() || take<Atom>(value) == None; }

std::vector<Atom> properties_of_root(Display* display) {
    int count = 0;
    Atom* const listed = XListProperties(display, DefaultRootWindow(display), &count);
    std::vector<Atom> const atoms(listed, listed + count);
    if (listed != nullptr) XFree(listed);
    return atoms;
}

Pixmap picture_in(std::string_view property) {
    auto const type = take<Atom>(property);
    auto const format = take<int>(property);
    bool const one = type == XA_PIXMAP && format == 32 && property.size() == sizeof(long);
    return one ? Pixmap(take<long>(property)) : None;
}

/// None when the properties say anything else than one picture.
Pixmap picture_of_root(Display* display) {
    Pixmap found = None;
    for (char const* const name : of_the_picture) {
        std::string const value = value_of(display, XInternAtom(display, name, False));
        Pixmap const named = picture_in(value);
        bool const other = found != None && named != found;
        if (!value_is_none(value) && (named == None || other)) return None;
        if (named != None) found = named;
    }
    return found;
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

std::string read_root_properties(Display* display) {
    Named found;
    for (Atom const atom : properties_of_root(display)) {
        std::string const name = name_of(display, atom);
        if (std::ranges::find(of_the_picture, name) == of_the_picture.end()) found[name] = value_of(display, atom);
    }
    return written(found);
}

void put_back_root_properties(Display* display, std::string const& was) {
    Named const before = named_in(was);
    Named const now = named_in(read_root_properties(display));
    Window const root = DefaultRootWindow(display);
    for (Atom const atom : properties_of_root(display)) {
        std::string const name = name_of(display, atom);
        bool const picture = std::ranges::find(of_the_picture, name) != of_the_picture.end();
        if (!picture && !before.contains(name)) XDeleteProperty(display, root, atom);
    }
    for (auto const& [name, value] : before) {
        if (now.contains(name) && now.at(name) == value) continue;
        std::string_view bytes = value;
        auto const type = take<Atom>(bytes);
        auto const format = take<int>(bytes);
        if (format == 0) continue;
        XChangeProperty(display, root, XInternAtom(display, name.c_str(), False), type, format, PropModeReplace,
                        reinterpret_cast<unsigned char const*>(bytes.data()), int(bytes.size() / bytes_of_one(format)));
    }
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
        for (char const* const name : of_the_picture) XDeleteProperty(display, root, XInternAtom(display, name, False));
        XSetWindowBackground(display, root, ground);
    }
    XForceScreenSaver(display, ScreenSaverReset);
    XUndefineCursor(display, root);
    XClearWindow(display, root);
}

}  // namespace halte
