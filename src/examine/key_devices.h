#pragma once
/// What the kernel calls keypads, keyboards and switch interfaces: all that has keys.

#include <string>
#include <vector>

#include "tree.h"

namespace halte {

/// The keys are those that a device says it could send. Many keypads claim all those of a keyboard.
struct KeyDevice {
    std::string name;
    std::vector<int> keys;  ///< by the X server's numbers, ascending
    bool built_in = false;  ///< a part of the machine, such as its power button
};

/// From /sys/class/input. A device that is plugged in once is one here, though the kernel may take it for several: a
/// keyboard and its volume keys. Mice and whatever else has no key that the X server could send are left out.
std::vector<KeyDevice> read_key_devices(Tree const& tree);

}  // namespace halte
