#pragma once
/// What is written down of an X server, as bytes, and back.

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace halte {

/// A value as the bytes that it has in memory, and back.
template <class Value>
void add(std::string& bytes, Value const& value) {
    bytes.append(reinterpret_cast<char const*>(&value), sizeof value);
}
template <class Value>
Value take(std::string_view& bytes) {
    Value value{};
    std::size_t const size = std::min(sizeof value, bytes.size());
    std::copy_n(bytes.begin(), size, reinterpret_cast<char*>(&value));
    bytes.remove_prefix(size);
    return value;
}

/// Names with values, as bytes, and back. What is cut short ends the map.
using Named = std::map<std::string, std::string>;
std::string written(Named const& values);
Named named_in(std::string_view bytes);

}  // namespace halte
