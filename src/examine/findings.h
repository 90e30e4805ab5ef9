#pragma once
/// Problems, said in one line of code each.

#include <halte/examine.h>

namespace halte {

using Problems = Problems;

inline Problem fine(std::string id, std::string what) { return {{std::move(id)}, std::move(what), "", Level::ok}; }
inline Problem warn(std::string id, std::string what, std::string cure) {
    return {{std::move(id)}, std::move(what), std::move(cure), Level::warning};
}
inline Problem broken(std::string id, std::string what, std::string cure) {
    return {{std::move(id)}, std::move(what), std::move(cure)};
}
/// Something is there, but not for the user who asks.
inline Problem untold(std::string id, std::string const& what) {
    return warn(std::move(id), what + " cannot be told as this user.", "Run it as root: sudo halte --check.");
}

}  // namespace halte
