#include <X11/extensions/XInput2.h>

#include <algorithm>
#include <span>

#include "properties.h"

namespace halte {
namespace {

constexpr char separator = '\n';
constexpr char const* attached_to = "attached to";
constexpr char const* is_master = "is a master";

/// A number is given again to another device, so that the name goes with it. That of a master is of free choice.
std::string key_of(XIDeviceInfo const& device) {
    std::string name = device.name;
    std::ranges::replace(name, separator, ' ');
    return std::to_string(device.deviceid) + ' ' + name;
}
std::string key_in(std::string const& name) { return name.substr(0, name.find(separator)); }
std::string property_in(std::string const& name) { return name.substr(name.find(separator) + 1); }
int number_in(std::string const& name) { return std::stoi(name); }

/// No client can set these, and the same device has others when it is plugged in again.
bool is_the_drivers(std::string const& property) {
    return property == "Device Node" || property == "Device Product ID" || property.ends_with(" Default") ||
           property.ends_with(" Available");
}

class InputDevice final : public PropertyOwner {
public:
    InputDevice(Display* display, int number) : PropertyOwner(display), m_number(number) {}

    [[nodiscard]] std::vector<Atom> atoms() const override {
        int count = 0;
        Atom* const listed = XIListProperties(display(), m_number, &count);
        return taken(listed, count);
    }
    [[nodiscard]] std::string value(Atom property) const override {
        PropertyValue value;
        unsigned long count = 0;
        unsigned char* data = nullptr;
        if (XIGetProperty(display(), m_number, property, 0, longest_property, False, XIAnyPropertyType, &value.type,
                          &value.format, &count, &value.left, &data) != Success)
            return {};
        return bytes_of(value, data, count, bytes_of_one(value.format));
    }
    void change(Atom property, std::string const& value) const override {
        PropertyValue told = value_in(value);
        XIChangeProperty(display(), m_number, property, told.type, told.format, XIPropModeReplace,
                         reinterpret_cast<unsigned char*>(told.data.data()),
                         int(told.data.size() / bytes_of_one(told.format)));
    }
    void remove(Atom property) const override { XIDeleteProperty(display(), m_number, property); }
    [[nodiscard]] bool overlooks(std::string const& name, Atom /*property*/) const override {
        return is_the_drivers(name);
    }

private:
    /// XInput has four bytes for a number of four.
    static std::size_t bytes_of_one(int format) { return std::size_t(format / 8); }

    int m_number;
};

void add_properties(Display* display, XIDeviceInfo const& device, Named& found) {
    for (auto const& [name, value] : read_properties(InputDevice(display, device.deviceid)))
        found[key_of(device) + separator + name] = value;
}

void attach(Display* display, int device, std::string const& master) {
    XIAnyHierarchyChangeInfo change{};
    if (master == "0") {
        change.detach = {XIDetachSlave, device};
    } else {
        change.attach = {XIAttachSlave, device, std::stoi(master)};
    }
    XIChangeHierarchy(display, &change, 1);
}

void attach_again(Display* display, std::string const& name, Named const& now, std::string const& master) {
    auto const is = now.find(name);
    if (is == now.end() || is->second != master) attach(display, number_in(name), master);
}

void remove_master(Display* display, int device) {
    XIAnyHierarchyChangeInfo change{};
    change.remove = {XIRemoveMaster, device, XIFloating, 0, 0};
    XIChangeHierarchy(display, &change, 1);
}

}  // namespace

std::string read_devices(Display* display) {
    int count = 0;
    XIDeviceInfo* const devices = XIQueryDevice(display, XIAllDevices, &count);
    Named found;
    for (XIDeviceInfo const& device : std::span(devices, std::size_t(count))) {
        bool const slave =
            device.use == XISlavePointer || device.use == XISlaveKeyboard || device.use == XIFloatingSlave;
        if (slave)
            found[key_of(device) + separator + attached_to] =
                std::to_string(device.use == XIFloatingSlave ? 0 : device.attachment);
        else
            found[key_of(device) + separator + is_master] = "";
        add_properties(display, device, found);
    }
    if (devices != nullptr) XIFreeDeviceInfo(devices);
    return written(found);
}

std::string comparable_devices(std::string const& now, std::string const& was) {
    Named const other = named_in(was);
    Named kept;
    for (auto const& [name, value] : named_in(now)) {
        auto const same_device = other.lower_bound(key_in(name) + separator);
        bool const known = same_device != other.end() && key_in(same_device->first) == key_in(name);
        // Nobody plugs a master in.
        if (known || property_in(name) == is_master) kept[name] = value;
    }
    return written(kept);
}

void put_back_devices(Display* display, std::string const& was) {
    std::string const read = read_devices(display);
    Named const now = named_in(comparable_devices(read, was));
    Named const before = named_in(comparable_devices(was, read));
    for (auto const& [name, value] : now)
        if (property_in(name) == is_master && !before.contains(name)) remove_master(display, number_in(name));
    std::map<int, Named> properties;
    for (auto const& [name, value] : before) {
        Named& of_device = properties[number_in(name)];
        if (property_in(name) == attached_to)
            attach_again(display, name, now, value);
        else if (property_in(name) != is_master)
            of_device[property_in(name)] = value;
    }
    for (auto const& [number, values] : properties) put_back_properties(InputDevice(display, number), values);
}

}  // namespace halte
