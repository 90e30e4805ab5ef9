#pragma once
/// What the kernel calls a touchscreen.

#include <string>
#include <vector>

#include "tree.h"

namespace halte {

/// Their names, from /proc/bus/input/devices. A touchscreen says that fingers touch what they point at
/// (INPUT_PROP_DIRECT) and that it tells several of them apart, or udev has found it out (ID_INPUT_TOUCHSCREEN).
std::vector<std::string> read_touch_devices(Tree const& tree);

/// Whether a bitmap of /proc/bus/input/devices, "260800000000003", has that bit. Words have the kernel's own length.
bool has_bit(std::string const& bitmap, unsigned bit);

}  // namespace halte
