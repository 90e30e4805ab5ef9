#pragma once
/// The keys to what helps with every subject. They look lower and plainer than a subject, so that they are not read as
/// one.

#include "screen_context.h"

namespace halte {

/// In a header they are smaller.
enum class ToolsRoom { page, header };

/// In rp, of all of them beside each other.
float tools_width(ScreenContext& screen, ToolsRoom look = ToolsRoom::page);
/// Beside each other where their words stand in one line, else below each other. Height taken.
float draw_tools(ScreenContext& screen, Box const& box, ToolsRoom look = ToolsRoom::page);

}  // namespace halte
