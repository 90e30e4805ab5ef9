#pragma once
/// A text as numbers of glyphs, shaped with the product's own fonts and settings.

#include <memory>

#include "text_needles.h"

namespace halte::test {

/// Holds a text as Pango does while the typesetter lays it out.
class ShapedText {
public:
    /// `language` is BCP 47, as a style of the typesetter has it; `font` is a name in Pango's form.
    ShapedText(std::string const& text, std::string const& language, char const* font);
    /// The glyphs of each run, in the order in which Pango keeps them.
    [[nodiscard]] std::vector<Letters> runs() const;

private:
    std::shared_ptr<void> m_layout;
};

/// Only pieces: of freed memory the first glyph is the first thing to go.
std::vector<Needle> glyph_needles(std::string const& canary, std::string const& text, std::string const& language);

}  // namespace halte::test
