/// What belongs to each input device, below the master's: the map of a keyboard with its locks, the buttons of a
/// pointer. A device that was plugged in or out meanwhile is not compared.
#include <X11/XKBlib.h>
#include <X11/extensions/XInput.h>
#include <X11/extensions/XInput2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <span>

#include "keyboard_map.h"

namespace halte {
namespace {

struct FreeDevices {
    void operator()(XIDeviceInfo* devices) const { XIFreeDeviceInfo(devices); }
};

bool is_keyboard(XIDeviceInfo const& device) { return device.use == XISlaveKeyboard || device.use == XIMasterKeyboard; }

bool is_single_pointer(XIDeviceInfo const& device) {
    if (device.use != XISlavePointer) return false;
    return std::ranges::any_of(std::span(device.classes, std::size_t(device.num_classes)),
                               [](XIAnyClassInfo const* each) { return each->type == XIButtonClass; });
}

/// Calls `what` with the number and the name of each that is one.
template <class What>
void for_each(Display* display, bool (*is_one)(XIDeviceInfo const&), What const& what) {
    int count = 0;
    std::unique_ptr<XIDeviceInfo, FreeDevices> const devices(XIQueryDevice(display, XIAllDevices, &count));
    for (XIDeviceInfo const& device : std::span(devices.get(), std::size_t(devices ? count : 0)))
        if (is_one(device)) what(device.deviceid, std::to_string(device.deviceid) + ' ' + device.name);
}

/// Locked and latched modifiers and groups.
using Held = std::array<unsigned, 4>;
Held held_by(Display* display, unsigned keyboard) {
    XkbStateRec state{};
    if (XkbGetState(display, keyboard, &state) != Success) return {};
    return {state.locked_mods, state.latched_mods, state.locked_group, state.latched_group};
}

void let_hold(Display* display, unsigned keyboard, Held const& was) {
    constexpr unsigned every_modifier = 0xFF;
    XkbLatchModifiers(display, keyboard, every_modifier, was[1]);
    XkbLockModifiers(display, keyboard, every_modifier, was[0]);
    XkbLatchGroup(display, keyboard, was[3]);
    XkbLockGroup(display, keyboard, was[2]);
}

/// A pointer of the first version of the extension, which alone has maps of single ones. The server forgets that it was
/// opened with the connection, or when it is closed.
class OpenPointer {
public:
    OpenPointer(Display* display, int number) : m_display(display), m_device(XOpenDevice(display, XID(number))) {}
    ~OpenPointer() {
        if (m_device != nullptr) XCloseDevice(m_display, m_device);
    }
    OpenPointer(OpenPointer const&) = delete;
    OpenPointer& operator=(OpenPointer const&) = delete;

    [[nodiscard]] std::string buttons() const {
        std::array<unsigned char, 256> map{};
        int const count =
            m_device == nullptr ? 0 : XGetDeviceButtonMapping(m_display, m_device, map.data(), unsigned(map.size()));
        return {map.begin(), map.begin() + std::clamp(count, 0, int(map.size()))};
    }
    void set_buttons(std::string map) const {
        if (m_device != nullptr)
            XSetDeviceButtonMapping(m_display, m_device, reinterpret_cast<unsigned char*>(map.data()), int(map.size()));
    }

private:
    Display* m_display;
    XDevice* m_device;
};

Named keyboard_record(Display* display, unsigned number) {
    Named record = components_of(display, number);
    record["map"] = map_of(display, number);
    add(record["held"], held_by(display, number));
    return record;
}

}  // namespace

std::string read_keyboards(Display* display) {
    Named found;
    for_each(display, is_keyboard, [&](int number, std::string const& key) {
        found[key] = written(keyboard_record(display, unsigned(number)));
    });
    return written(found);
}

std::string comparable_each(std::string const& now, std::string const& was) {
    Named const other = named_in(was);
    Named kept = named_in(now);
    std::erase_if(kept, [&](auto const& each) { return !other.contains(each.first); });
    return written(kept);
}

void put_back_keyboards(Display* display, std::string const& was) {
    Named const now = named_in(read_keyboards(display));
    for (auto const& [key, before] : named_in(was)) {
        auto const is = now.find(key);
        if (is == now.end() || is->second == before) continue;
        auto const number = unsigned(std::stoul(key));
        Named record = named_in(before);
        if (named_in(is->second)["map"] != record["map"]) {
            load_map(display, number, record);
            put_back_controls_in(display, number, record["map"]);
        }
        std::string_view held = record["held"];
        let_hold(display, number, take<Held>(held));
    }
}

std::string read_buttons(Display* display) {
    Named found;
    for_each(display, is_single_pointer,
             [&](int number, std::string const& key) { found[key] = OpenPointer(display, number).buttons(); });
    return written(found);
}

/// Those that are held make the server refuse; the caller sees that it has.
void put_back_buttons(Display* display, std::string const& was) {
    Named const now = named_in(read_buttons(display));
    for (auto const& [key, map] : named_in(was)) {
        auto const is = now.find(key);
        if (is != now.end() && is->second != map && is->second.size() == map.size())
            OpenPointer(display, std::stoi(key)).set_buttons(map);
    }
}

}  // namespace halte
