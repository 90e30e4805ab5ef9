#pragma once
/// All that a server holds of one keyboard's map, as bytes that can be compared.

#include <string>

#include "aspects.h"

namespace halte {

/// `keyboard` is a device's number, or XkbUseCoreKbd. Types, symbols, actions, behaviours, what was set explicitly,
/// modifiers, interpretations, lights, names and controls; not the geometry, which nobody looks at. Empty when the
/// device has no such map.
std::string map_of(Display* display, unsigned keyboard);
/// What the map was put together from: "symbols" is "pc+us+inet(evdev)".
Named components_of(Display* display, unsigned keyboard);
/// The server reads the map anew.
void load_map(Display* display, unsigned keyboard, Named const& components);
/// As map_of() has them.
void put_back_controls_in(Display* display, unsigned keyboard, std::string const& map);

}  // namespace halte
