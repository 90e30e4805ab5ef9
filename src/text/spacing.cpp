#include "spacing.h"

#include <algorithm>
#include <utility>

namespace halte {
namespace {

/// The letters of a cursive script are joined, and a gap would tear the word. Arabic is the only such script that we
/// have a face for. CSS does the same (Text 3, 7.2.1), and WCAG 2.2, SC 1.4.12, exempts what a script does not use.
bool is_cursive(gunichar letter) { return g_unichar_get_script(letter) == G_UNICODE_SCRIPT_ARABIC; }

/// Marks and joiners belong to the letter before them, and a kashida prolongs its join.
bool goes_with_letter_before(gunichar letter) {
    constexpr gunichar kashida = 0x0640;
    return letter == kashida || g_unichar_get_script(letter) == G_UNICODE_SCRIPT_INHERITED;
}

/// What stands around a letter, in Pango's units; `before` is what stands around the one before it.
int gap_of(gunichar letter, int before, TextStyle const& style) {
    if (goes_with_letter_before(letter)) return before;
    if (is_cursive(letter) || g_unichar_type(letter) == G_UNICODE_FORMAT) return 0;
    bool const space = g_unichar_type(letter) == G_UNICODE_SPACE_SEPARATOR;
    return int((style.letter_spacing + (space ? style.word_spacing : 0)) * PANGO_SCALE);
}

void add_gap(PangoAttrList* attributes, int gap, std::size_t from, std::size_t end) {
    if (gap == 0 || from == end) return;
    PangoAttribute* attribute = pango_attr_letter_spacing_new(gap);
    attribute->start_index = guint(from);
    attribute->end_index = guint(end);
    pango_attr_list_insert(attributes, attribute);
}

}  // namespace

/// One attribute for each stretch of letters with the same gap: Pango shapes what has one attribute as a whole.
void add_spacing(PangoAttrList* attributes, std::string const& shown, TextStyle const& style) {
    if (style.letter_spacing == 0 && style.word_spacing == 0) return;
    int gap = 0;
    std::size_t from = 0;
    std::size_t at = 0;
    while (at < shown.size()) {
        char const* here = shown.data() + at;
        // Text that a technician wrote may end within a letter.
        gunichar const letter = g_utf8_get_char_validated(here, gssize(shown.size() - at));
        int const next = gap_of(letter, gap, style);
        if (next != gap) add_gap(attributes, std::exchange(gap, next), std::exchange(from, at), at);
        at = std::min(shown.size(), at + std::size_t(g_utf8_next_char(here) - here));
    }
    add_gap(attributes, gap, from, shown.size());
}

}  // namespace halte
