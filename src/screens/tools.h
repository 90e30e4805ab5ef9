#pragma once
/// The keys to what helps with every subject. They look lower and plainer than a subject, so that they are not read as
/// one.

#include "screen_context.h"

namespace halte {

/// `close`: smaller, for the room that a header leaves.
enum class ToolsLook { usual, close };

/// In rp, of all of them beside each other.
float tools_width(ScreenContext& screen);
/// Beside each other where their words stand in one line, else below each other. Height taken.
float draw_tools(ScreenContext& screen, Box const& box, ToolsLook look = ToolsLook::usual);

}  // namespace halte
