#pragma once
/// The outputs of the rig's server and what they show, by xrandr. A test that changes them does so on a RigInstead.

#include <optional>
#include <string>
#include <vector>

namespace halte::rig {

/// Runs it with these words. Throws std::runtime_error, with what it complained of, when it fails.
std::string xrandr(std::vector<std::string> const& words);

/// The first one, or nothing.
std::optional<std::string> output_that_is(std::string const& connected_or_disconnected);

/// `timing` as of a mode line: the dot clock in MHz and eight numbers.
void add_mode(std::string const& output, std::string const& name, std::string const& timing);

}  // namespace halte::rig
