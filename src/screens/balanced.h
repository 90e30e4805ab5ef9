#pragma once
/// Words on a key of the sill, in two lines that are about as long as each other.

#include "screen_context.h"

namespace halte {

/// The narrowest width on which words take two lines of about the same length; their own width when they are one word,
/// or when two lines of a tall script would fill the key to its edge.
float balanced_width(ScreenContext& screen, std::string const& words, Type const& type, float room);

}  // namespace halte
