#include <X11/Xatom.h>

#include <algorithm>
#include <array>
#include <span>

#include "aspects.h"

namespace halte {
namespace {

constexpr char const* picture_property = "_XROOTPMAP_ID";
constexpr std::array of_the_picture{picture_property, "ESETROOT_PMAP_ID"};
/// The calm ground of every screen (design tokens), where there is no picture.
constexpr unsigned long ground = 0xF7F3EA;
constexpr long longest_words = 1 << 16;  ///< of a property, in words of four bytes

std::string name_of(Display* display, Atom atom) {
    char* const name = atom == None ? nullptr : XGetAtomName(display, atom);
    std::string const words = name == nullptr ? "" : name;
    if (name != nullptr) XFree(name);
    return words;
}

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

std::vector<Atom> properties_of_root(Display* display) {
    int count = 0;
    Atom* const listed = XListProperties(display, DefaultRootWindow(display), &count);
    std::vector<Atom> const atoms(listed, listed + count);
    if (listed != nullptr) XFree(listed);
    return atoms;
}

Pixmap picture_of_root(Display* display) {
    std::string const value = value_of(display, XInternAtom(display, picture_property, False));
    std::string_view bytes = value;
    auto const type = take<Atom>(bytes);
    take<int>(bytes);
    return type == XA_PIXMAP && bytes.size() >= sizeof(long) ? Pixmap(take<long>(bytes)) : None;
}

/// A picture whose owner is gone is none.
bool is_there(Display* display, Pixmap picture) {
    Window root = None;
    int x = 0, y = 0;
    unsigned width = 0, height = 0, border = 0, depth = 0;
    return picture != None && XGetGeometry(display, picture, &root, &x, &y, &width, &height, &border, &depth) != 0;
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
    for (auto const& [name, value] : now)
        if (!before.contains(name)) XDeleteProperty(display, root, XInternAtom(display, name.c_str(), False));
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

void set_background_anew(Display* display) {
    Window const root = DefaultRootWindow(display);
    Pixmap const picture = picture_of_root(display);
    if (is_there(display, picture))
        XSetWindowBackgroundPixmap(display, root, picture);
    else
        XSetWindowBackground(display, root, ground);
    XUndefineCursor(display, root);
    XClearWindow(display, root);
}

}  // namespace halte
