#pragma once
/// Findings, said in one line of code each.

#include <halte/examine.h>

namespace halte {

using Findings = std::vector<Finding>;

inline Finding fine(std::string id, std::string what) { return {std::move(id), Level::ok, std::move(what), ""}; }
inline Finding warn(std::string id, std::string what, std::string cure) {
    return {std::move(id), Level::warning, std::move(what), std::move(cure)};
}
inline Finding broken(std::string id, std::string what, std::string cure) {
    return {std::move(id), Level::failure, std::move(what), std::move(cure)};
}
/// Something is there, but not for the user who asks.
inline Finding untold(std::string id, std::string const& what) {
    return warn(std::move(id), what + " cannot be told as this user.", "Run it as root: sudo halte --check.");
}

}  // namespace halte
