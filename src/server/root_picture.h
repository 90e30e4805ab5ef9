#pragma once
/// The picture of the root window, which shows while no visitor process can draw: the page of the emergency numbers.

#include <X11/Xlib.h>

#include <array>
#include <string>

namespace halte {

/// The properties of the root window that name it.
constexpr std::array names_of_picture{"_XROOTPMAP_ID", "ESETROOT_PMAP_ID"};

/// None when the properties say anything else than one picture. It may be gone.
Pixmap picture_of_root(Display* display);

/// The value of a property of the root window, as PropertyOwner gives it.
std::string value_of_root(Display* display, Atom property);

}  // namespace halte
