#pragma once
/// What the keys of a keyboard mean. It knows numbers of keys, and no window.

#include <halte/input.h>

#include <optional>

namespace halte {

/// The meaning of a key by GLFW's number of it (GLFW_KEY_TAB, ...). Nothing for a key without one: letters, digits, and
/// those that GLFW does not know.
std::optional<KeyMeaning> meaning_of_key(int key, bool shifted);

}  // namespace halte
