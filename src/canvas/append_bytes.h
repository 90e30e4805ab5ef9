#pragma once
/// Keys of hash tables that are made thousands of times in a frame.

#include <string>

namespace halte {

/// As they lie in memory: for values without padding.
template <class Value>
void append_bytes(std::string& key, Value const& value) {
    key.append(reinterpret_cast<char const*>(&value), sizeof value);
}

}  // namespace halte
