#include "text_needles.h"

#include <fmt/format.h>
#include <glib.h>

#include <algorithm>
#include <memory>

namespace halte::test {
namespace {

using Bytes = std::vector<std::uint8_t>;
using Words = std::unique_ptr<char, decltype(&g_free)>;

Letters letters_of(char const* utf8) {
    glong count = 0;
    gunichar* letters = g_utf8_to_ucs4_fast(utf8, -1, &count);
    Letters text(letters, letters + count);
    g_free(letters);
    return text;
}

std::string utf8_of(Letters const& letters) {
    std::string text;
    for (char32_t const letter : letters) {
        char bytes[6];
        text.append(bytes, std::size_t(g_unichar_to_utf8(letter, bytes)));
    }
    return text;
}

Letters through(Letters const& letters, char* (*change)(char const*, gssize)) {
    return letters_of(Words(change(utf8_of(letters).c_str(), -1), &g_free).get());
}

Letters as_it_is(Letters const& letters) { return letters; }
Letters in_capitals(Letters const& letters) { return through(letters, &g_utf8_strup); }
Letters in_small_letters(Letters const& letters) { return through(letters, &g_utf8_strdown); }
Letters backwards(Letters const& letters) { return {letters.rbegin(), letters.rend()}; }
Letters taken_apart(Letters const& letters) {
    return through(letters,
                   [](char const* text, gssize size) { return g_utf8_normalize(text, size, G_NORMALIZE_NFD); });
}
Letters without_accents(Letters const& letters) {
    Letters bare = taken_apart(letters);
    std::erase_if(bare, [](char32_t letter) { return g_unichar_type(letter) == G_UNICODE_NON_SPACING_MARK; });
    return bare;
}
Letters small_without_accents(Letters const& letters) { return in_small_letters(without_accents(letters)); }

Bytes in_utf8(Letters const& letters) {
    std::string const text = utf8_of(letters);
    return {text.begin(), text.end()};
}

/// Canaries need no surrogates: their letters are of the first plane.
template <int size, bool big>
Bytes in_units(Letters const& letters) {
    Bytes bytes;
    for (char32_t const letter : letters)
        for (int at = 0; at < size; ++at) bytes.push_back(std::uint8_t(letter >> 8 * (big ? size - 1 - at : at)));
    return bytes;
}

std::string percent_escaped(std::string const& text) {
    return Words(g_uri_escape_string(text.c_str(), nullptr, FALSE), &g_free).get();
}

std::string json_escaped(Letters const& letters) {
    std::string text;
    for (char32_t const letter : letters)
        text += letter < 128 ? std::string(1, char(letter)) : fmt::format("\\u{:04x}", std::uint32_t(letter));
    return text;
}

Needle needle_of(std::string const& canary, std::string const& encoding, std::string const& text) {
    return {canary, encoding, {text.begin(), text.end()}};
}

void add_unless_there(std::vector<Needle>& needles, Needle needle) {
    bool const there = std::ranges::any_of(needles, [&](Needle const& each) {
        return each.bytes == needle.bytes && each.chunk == needle.chunk && each.stride == needle.stride;
    });
    if (!there) needles.push_back(std::move(needle));
}

}  // namespace

std::vector<Spelling> const& spellings() {
    static std::vector<Spelling> const all = {
        {"as it is", "what was put in", as_it_is},
        {"capitals", "a style or a comparison may change the case", in_capitals},
        {"small letters", "a search index may change the case", in_small_letters},
        {"no accents", "a search index may leave out the accents", without_accents},
        {"small, no accents", "both, as the snapshot's index is made", small_without_accents},
        {"taken apart", "HarfBuzz may part letters from their accents", taken_apart},
        {"backwards", "a line of the other direction is kept in the order in which it is drawn", backwards},
    };
    return all;
}

std::vector<Layout> const& letter_layouts() {
    static std::vector<Layout> const all = {
        {"UTF-8", "std::string, SQLite, Pango", in_utf8},
        {"UTF-16LE", "SQLite's other encoding, ImGui's ImWchar", in_units<2, false>},
        {"UTF-16BE", "the names in font files, XIM", in_units<2, true>},
        {"UTF-32LE", "FriBidi, GLib's gunichar", in_units<4, false>},
        {"UTF-32BE", "the same from another machine", in_units<4, true>},
        {"UTF-32 every 20 bytes", "hb_glyph_info_t before a text is shaped", in_units<4, false>, 4, 20},
    };
    return all;
}

std::vector<Layout> const& glyph_layouts() {
    static std::vector<Layout> const all = {
        {"16 bits", "how font files number their glyphs", in_units<2, false>},
        {"16 bits, big-endian", "the same inside a font file's tables", in_units<2, true>},
        {"32 bits", "an array of FT_UInt, hb_codepoint_t or PangoGlyph", in_units<4, false>},
        {"32 bits every 20 bytes", "PangoGlyphInfo, and hb_glyph_info_t after a text is shaped", in_units<4, false>, 4,
         20},
    };
    return all;
}

std::vector<OtherForm> const& other_forms() {
    static std::vector<OtherForm> const all = {
        {"percent-escaped", "a web address"},
        {"JSON-escaped", "a report or a log"},
        {"six letters, six glyphs", "what is left of a text when the memory around it is used again"},
    };
    return all;
}

std::vector<Needle> whole_text_needles(std::string const& canary, std::string const& text) {
    Letters const letters = letters_of(text.c_str());
    std::vector<Needle> needles;
    for (Spelling const& spelling : spellings())
        for (Layout const& layout : letter_layouts())
            add_unless_there(needles, {canary, fmt::format("{}, {}", layout.name, spelling.name),
                                       layout.lay_out(spelling.spell(letters)), layout.chunk, layout.stride});
    add_unless_there(needles, needle_of(canary, other_forms()[0].name, percent_escaped(text)));
    add_unless_there(needles, needle_of(canary, other_forms()[1].name, json_escaped(letters)));
    return needles;
}

void add_fragments(std::vector<Needle>& needles, std::string const& canary, std::string const& what,
                   Letters const& letters, Layout const& layout) {
    for (std::size_t at = 0; at + fragment <= letters.size(); ++at)
        add_unless_there(needles, {canary, fmt::format("six {} in {}", what, layout.name),
                                   layout.lay_out(letters.substr(at, fragment)), layout.chunk, layout.stride});
}

std::vector<Needle> text_needles(std::string const& canary, std::string const& text) {
    std::vector<Needle> needles = whole_text_needles(canary, text);
    for (Layout const& layout : letter_layouts())
        add_fragments(needles, canary, "letters", letters_of(text.c_str()), layout);
    return needles;
}

}  // namespace halte::test
