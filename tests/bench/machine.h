#pragma once
/// What the figures were measured on, in a few lines above the table: whoever compares them with others needs it.

#include <string>

namespace halte::rig::bench {

/// Lines that end with a break each. The X server is the rig's: it is asked what draws.
std::string machine_head();

}  // namespace halte::rig::bench
