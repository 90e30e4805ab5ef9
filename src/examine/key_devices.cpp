#include "key_devices.h"

#include <halte/keys.h>
#include <linux/input.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "touch_devices.h"

namespace halte {
namespace {

constexpr int x_servers_offset = lowest_key_code;  ///< evdev's number 0 is the X server's 8

/// The keys of one event device, without the buttons of mice and game pads, which have higher numbers.
std::set<int> keys_of(Tree const& tree, std::string const& device) {
    std::string const bitmap = tree.line(device + "/capabilities/key");
    std::set<int> keys;
    for (int code = lowest_key_code + 1; code <= highest_key_code; ++code)
        if (has_bit(bitmap, unsigned(code - x_servers_offset))) keys.insert(code);
    return keys;
}

/// "usb-0000:00:14.0-2/input1" is a part of the device at "usb-0000:00:14.0-2". A device that does not say where it is
/// plugged in is one of its own.
std::string place_of(Tree const& tree, std::string const& device) {
    std::string const path = tree.line(device + "/phys");
    std::size_t const part = path.rfind("/input");
    return part == std::string::npos ? device : path.substr(0, part);
}

struct Parts {
    std::string name;
    std::set<int> keys;
    bool built_in = false;
};

/// The whole device has the shortest of its parts' names: "USB Keyboard", not "USB Keyboard System Control".
void add_part(Parts& whole, std::string const& name, std::set<int> const& keys) {
    if (whole.name.empty() || name.size() < whole.name.size()) whole.name = name;
    whole.keys.insert(keys.begin(), keys.end());
}

}  // namespace

std::vector<KeyDevice> read_key_devices(Tree const& tree) {
    std::map<std::string, Parts> by_place;
    for (std::string const& handler : tree.names("/sys/class/input")) {
        if (!handler.starts_with("event")) continue;
        std::string const device = "/sys/class/input/" + handler + "/device";
        std::set<int> const keys = keys_of(tree, device);
        if (keys.empty()) continue;
        Parts& whole = by_place[place_of(tree, device)];
        add_part(whole, tree.line(device + "/name"), keys);
        whole.built_in = std::strtol(tree.line(device + "/id/bustype").c_str(), nullptr, 16) == BUS_HOST;
    }
    std::vector<KeyDevice> found;
    for (auto const& [place, whole] : by_place)
        found.push_back({whole.name, {whole.keys.begin(), whole.keys.end()}, whole.built_in});
    return found;
}

}  // namespace halte
