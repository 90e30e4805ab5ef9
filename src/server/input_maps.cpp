#include <X11/XKBlib.h>
#include <X11/Xutil.h>

#include <array>

#include "keyboard_map.h"

namespace halte {

std::string read_pointer_map(Display* display) {
    std::array<unsigned char, 256> map{};
    int const count = XGetPointerMapping(display, map.data(), int(map.size()));
    return {map.begin(), map.begin() + count};
}

/// Every button is itself beyond those that are written down.
static std::string with_buttons(std::string map, std::size_t count) {
    while (map.size() < count) map.push_back(char(map.size() + 1));
    return map;
}

std::string comparable_pointer_map(std::string const& now, std::string const& was) {
    return with_buttons(now, was.size());
}

void put_back_pointer_map(Display* display, std::string const& was) {
    std::size_t const count = read_pointer_map(display).size();
    std::string const map = with_buttons(was, count);
    // A button that is held makes the server refuse; the caller sees that it has.
    XSetPointerMapping(display, reinterpret_cast<unsigned char const*>(map.data()), int(count));
}

std::string read_modifier_map(Display* display) {
    XModifierKeymap* const map = XGetModifierMapping(display);
    if (map == nullptr) return {};
    constexpr std::size_t modifiers = 8;
    std::string const keys(reinterpret_cast<char const*>(map->modifiermap),
                           modifiers * std::size_t(map->max_keypermod));
    XFreeModifiermap(map);
    return keys;
}

void put_back_modifier_map(Display* display, std::string const& was) {
    constexpr std::size_t modifiers = 8;
    std::string keys = was;
    XModifierKeymap map{int(was.size() / modifiers), reinterpret_cast<KeyCode*>(keys.data())};
    XSetModifierMapping(display, &map);
}

std::string read_key_map(Display* display) {
    int first = 0, last = 0, columns = 0;
    XDisplayKeycodes(display, &first, &last);
    KeySym* const symbols = XGetKeyboardMapping(display, KeyCode(first), last - first + 1, &columns);
    if (symbols == nullptr) return {};
    Named map = components_of(display, XkbUseCoreKbd);
    for (int at = 0; at < (last - first + 1) * columns; ++at) add(map["keys"], symbols[at]);
    XFree(symbols);
    return written(map);
}

/// The server reads the map anew: single keys that are put back leave it wider than it was.
void put_back_key_map(Display* display, std::string const& was) { load_map(display, XkbUseCoreKbd, named_in(was)); }

}  // namespace halte
