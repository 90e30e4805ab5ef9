#pragma once
/// The forms that a text may take in memory. They are data, each with its reason: `memory-search encodings` prints
/// them.

#include "needle.h"

namespace halte::test {

using Letters = std::u32string;

/// What becomes of the letters before they are bytes.
struct Spelling {
    char const* name;
    char const* reason;
    Letters (*spell)(Letters const&);
};
/// How letters, or the numbers of glyphs, become bytes.
struct Layout {
    char const* name;
    char const* reason;
    std::vector<std::uint8_t> (*lay_out)(Letters const&);
    std::size_t chunk = 1;
    std::size_t stride = 1;
};
std::vector<Spelling> const& spellings();
std::vector<Layout> const& letter_layouts();
std::vector<Layout> const& glyph_layouts();
/// Forms that are not a spelling in a layout.
struct OtherForm {
    char const* name;
    char const* reason;
};
std::vector<OtherForm> const& other_forms();

/// Pieces of letters or glyphs, as long as this: memory that was given back is used again from its begin, so that a
/// whole text is soon gone from it while most of it is still there.
constexpr std::size_t fragment = 6;
void add_fragments(std::vector<Needle>& needles, std::string const& canary, std::string const& what,
                   Letters const& letters, Layout const& layout);

std::vector<Needle> text_needles(std::string const& canary, std::string const& text);
/// The same for a text that is too common in pieces, such as a number: only whole.
std::vector<Needle> whole_text_needles(std::string const& canary, std::string const& text);

}  // namespace halte::test
