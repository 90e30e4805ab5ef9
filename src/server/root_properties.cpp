#include <algorithm>

#include "properties.h"
#include "root_picture.h"

namespace halte {
namespace {

class Root final : public PropertyOwner {
public:
    using PropertyOwner::PropertyOwner;

    [[nodiscard]] std::vector<Atom> atoms() const override {
        int count = 0;
        Atom* const listed = XListProperties(display(), root(), &count);
        return taken(listed, count);
    }
    [[nodiscard]] std::string value(Atom property) const override { return value_of_root(display(), property); }
    void change(Atom property, std::string const& value) const override {
        PropertyValue const told = value_in(value);
        XChangeProperty(display(), root(), property, told.type, told.format, PropModeReplace,
                        reinterpret_cast<unsigned char const*>(told.data.data()),
                        int(told.data.size() / bytes_in_xlib(told.format)));
    }
    void remove(Atom property) const override { XDeleteProperty(display(), root(), property); }
    /// Those that name the root's picture: it changes when a display is plugged in.
    [[nodiscard]] bool overlooks(std::string const& name, Atom /*property*/) const override {
        return std::ranges::find(names_of_picture, name) != names_of_picture.end();
    }

    [[nodiscard]] std::vector<std::string> overlooked() const override {
        return {names_of_picture.begin(), names_of_picture.end()};
    }

private:
    [[nodiscard]] Window root() const { return DefaultRootWindow(display()); }
};

}  // namespace

std::string value_of_root(Display* display, Atom property) {
    PropertyValue value;
    unsigned long count = 0;
    unsigned char* data = nullptr;
    if (XGetWindowProperty(display, DefaultRootWindow(display), property, 0, longest_property, False, AnyPropertyType,
                           &value.type, &value.format, &count, &value.left, &data) != Success)
        return {};
    return bytes_of(value, data, count, bytes_in_xlib(value.format));
}

std::string read_root_properties(Display* display) { return written(read_properties(Root(display))); }

void put_back_root_properties(Display* display, std::string const& was) {
    put_back_properties(Root(display), named_in(was));
}

}  // namespace halte
