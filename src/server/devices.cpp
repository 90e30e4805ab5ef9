#include <X11/extensions/XInput2.h>

#include <array>
#include <span>

#include "aspects.h"

namespace halte {
namespace {

constexpr long longest_words = 1 << 12;  ///< of a property, in words of four bytes
constexpr char separator = '\n';
constexpr char const* attached_to = "attached to";
constexpr char const* is_master = "is a master";

/// A number is given again to another device, so that the name goes with it.
std::string key_of(XIDeviceInfo const& device) { return std::to_string(device.deviceid) + ' ' + device.name; }
std::string key_in(std::string const& name) { return name.substr(0, name.find(separator)); }
std::string property_in(std::string const& name) { return name.substr(name.find(separator) + 1); }
int number_in(std::string const& name) { return std::stoi(name); }

std::string value_of(Display* display, int device, Atom property) {
    Atom type = None;
    int format = 0;
    unsigned long count = 0, left = 0;
    unsigned char* data = nullptr;
    std::string value;
    if (XIGetProperty(display, device, property, 0, longest_words, False, XIAnyPropertyType, &type, &format, &count,
                      &left, &data) != Success)
        return value;
    add(value, type);
    add(value, format);
    // XInput has four bytes for a number of four.
    value.append(reinterpret_cast<char const*>(data), count * std::size_t(format / 8));
    if (data != nullptr) XFree(data);
    return value;
}

/// No client can set these, and the same device has others when it is plugged in again.
bool is_the_drivers(std::string const& property) {
    return property == "Device Node" || property == "Device Product ID" || property.ends_with(" Default") ||
           property.ends_with(" Available");
}

void add_properties(Display* display, XIDeviceInfo const& device, Named& found) {
    int count = 0;
    Atom* const atoms = XIListProperties(display, device.deviceid, &count);
    for (Atom const atom : std::span(atoms, std::size_t(count))) {
        std::string const name = name_of(display, atom);
        if (!is_the_drivers(name)) found[key_of(device) + separator + name] = value_of(display, device.deviceid, atom);
    }
    if (atoms != nullptr) XFree(atoms);
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

void remove_master(Display* display, int device) {
    XIAnyHierarchyChangeInfo change{};
    change.remove = {XIRemoveMaster, device, XIFloating, 0, 0};
    XIChangeHierarchy(display, &change, 1);
}

/// The names of atoms that only look like others end with their number.
Atom atom_of(Display* display, std::string const& name) {
    auto const mark = name.find('\x01');
    return mark == std::string::npos ? XInternAtom(display, name.c_str(), False)
                                     : Atom(std::stoul(name.substr(mark + 1)));
}

void take_away(Display* display, std::string const& name) {
    std::string const property = property_in(name);
    if (property == is_master)
        remove_master(display, number_in(name));
    else if (property != attached_to)
        XIDeleteProperty(display, number_in(name), atom_of(display, property));
}

void put_back_property(Display* display, int device, std::string const& name, std::string_view bytes) {
    auto const type = take<Atom>(bytes);
    auto const format = take<int>(bytes);
    if (format == 0) return;
    std::string data(bytes);
    XIChangeProperty(display, device, XInternAtom(display, name.c_str(), False), type, format, XIPropModeReplace,
                     reinterpret_cast<unsigned char*>(data.data()), int(data.size()) / (format / 8));
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
        if (!before.contains(name)) take_away(display, name);
    for (auto const& [name, value] : before) {
        if (now.contains(name) && now.at(name) == value) continue;
        if (property_in(name) == attached_to)
            attach(display, number_in(name), value);
        else
            put_back_property(display, number_in(name), property_in(name), value);
    }
}

}  // namespace halte
