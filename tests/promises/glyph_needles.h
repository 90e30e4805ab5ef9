#pragma once
/// A text as numbers of glyphs, shaped with the product's own fonts and settings.

#include "needle.h"

namespace halte::test {

/// Nothing when the fonts are not there. `language` is BCP 47, as a style of the typesetter has it.
std::vector<Needle> glyph_needles(std::string const& canary, std::string const& text, std::string const& language);

}  // namespace halte::test
