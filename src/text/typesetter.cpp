#include <halte/text.h>
#include <pango/pango.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "faces.h"
#include "spacing.h"
#include "text_layout.h"

namespace halte {
namespace {

/// A number keeps its order inside a right-to-left sentence (Unicode's isolates) and its groups on one line.
std::string isolated(std::string const& number) {
    std::string unbroken;
    for (char const letter : number) {
        if (letter == ' ')
            unbroken += "\u00A0";
        else
            unbroken += letter;
    }
    return "\u2066" + unbroken + "\u2069";
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// In a sentence, too, the groups of a number stay together: on one line, and in their order where the sentence runs
/// from right to left. A space that may break would end the number (Unicode's bidirectional algorithm, W4).
std::string with_whole_numbers(std::string const& words) {
    std::string whole;
    for (std::size_t at = 0; at < words.size(); ++at) {
        bool const inside = at > 0 && at + 1 < words.size() && is_digit(words[at - 1]) && is_digit(words[at + 1]);
        if (words[at] == ' ' && inside)
            whole += "\u00A0";
        else
            whole += words[at];
    }
    return whole;
}

void add_attributes(PangoLayout* layout, std::string const& shown, TextStyle const& style) {
    PangoAttrList* attributes = pango_attr_list_new();
    add_spacing(attributes, shown, style);
    if (style.digits) pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

void set_font(PangoLayout* layout, TextStyle const& style) {
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family_static(font, Faces::family);
    pango_font_description_set_weight(font, style.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, std::round(style.size * 4) / 4 * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
}

/// Pango breaks lines with half a letter's space at both of their ends, and then takes it away: they may be that much
/// longer. A joined letter at an end has none.
void break_lines(PangoLayout* layout, TextStyle const& style, int width) {
    if (width <= 0) return;
    pango_layout_set_width(layout, width * PANGO_SCALE + int(style.letter_spacing * PANGO_SCALE));
    if (style.letter_spacing == 0) return;
    auto const lines = lines_of(layout);
    bool const out =
        std::any_of(lines.begin(), lines.end(), [&](Line const& line) { return line.logical.width > width; });
    if (out) pango_layout_set_width(layout, width * PANGO_SCALE);
}

/// Where in the text a character stands that no face can show, as bytes. Nobody reads an empty box.
std::vector<std::size_t> missing_in(std::vector<Line> const& lines) {
    std::vector<std::size_t> missing;
    for (Line const& line : lines)
        for (GSList* at = line.line->runs; at != nullptr; at = at->next) {
            auto const* run = static_cast<PangoLayoutRun*>(at->data);
            for (int glyph = 0; glyph < run->glyphs->num_glyphs; ++glyph)
                if ((run->glyphs->glyphs[glyph].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 &&
                    run->glyphs->glyphs[glyph].glyph != PANGO_GLYPH_EMPTY)
                    missing.push_back(std::size_t(run->item->offset + run->glyphs->log_clusters[glyph]));
        }
    std::sort(missing.begin(), missing.end());
    return missing;
}

bool begins_a_character(char byte) { return (std::uint8_t(byte) & 0xC0U) != 0x80U; }

/// The words without those characters, and without the doubled space that one would leave.
std::string without(std::string const& words, std::vector<std::size_t> const& missing) {
    std::string shown;
    bool dropping = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (begins_a_character(words[at])) dropping = std::binary_search(missing.begin(), missing.end(), at);
        bool const doubled = words[at] == ' ' && (shown.empty() || shown.back() == ' ');
        if (!dropping && !doubled) shown += words[at];
    }
    return shown;
}

Owned<PangoLayout> laid_out(Faces& faces, std::string const& words, TextStyle const& style, int width) {
    bool const rtl = style.direction == Direction::right_to_left && !style.digits;
    Owned<PangoLayout> layout(
        pango_layout_new(faces.context_of(style.language, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR)));
    std::string const shown = style.digits ? isolated(words) : with_whole_numbers(words);
    set_font(layout.get(), style);
    add_attributes(layout.get(), shown, style);
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD);
    pango_layout_set_text(layout.get(), shown.c_str(), int(shown.size()));
    if (!style.digits) break_lines(layout.get(), style, width);
    return layout;
}

}  // namespace

struct Typesetter::Inside {
    Faces usual;
    std::unique_ptr<Faces> all;  ///< there when a text needed them
};

Typesetter::Typesetter(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
Typesetter::Typesetter(Typesetter&&) noexcept = default;
Typesetter& Typesetter::operator=(Typesetter&&) noexcept = default;
Typesetter::~Typesetter() = default;

Result<Typesetter> Typesetter::create() {
    auto usual = Faces::open(Faces::Choice::usual);
    if (!usual) usual = Faces::open(Faces::Choice::all);  // another edition of the family, with other names of files
    if (usual) return Typesetter(std::make_unique<Inside>(Inside{std::move(*usual), nullptr}));
    return failure("The fonts of the Noto family are not installed (Debian: fonts-noto-core).", ExitCode::no_graphics);
}

/// Where they cannot be opened the usual ones must do: a letter less is better than no page.
Faces& Typesetter::all_faces() const {
    if (m_inside->all == nullptr)
        if (auto all = Faces::open(Faces::Choice::all)) m_inside->all = std::make_unique<Faces>(std::move(*all));
    return m_inside->all != nullptr ? *m_inside->all : m_inside->usual;
}

/// Most texts need the usual faces only. A character that no face can show is counted, and then the rest is laid out
/// without it.
TextLayout Typesetter::lay_out(std::string const& words, TextStyle const& style, int width) const {
    auto const by = [&](Faces& faces, std::string const& shown) {
        return std::make_unique<TextLayout::Inside>(laid_out(faces, shown, style, width), style, width);
    };
    auto layout = by(m_inside->usual, words);
    if (layout->extent.missing_glyphs > 0) layout = by(all_faces(), words);
    if (int const missing = layout->extent.missing_glyphs; missing > 0) {
        layout = by(all_faces(), showable(words, style));
        layout->extent.missing_glyphs = missing;
    }
    return TextLayout(std::move(layout));
}

std::string Typesetter::showable(std::string const& words, TextStyle const& style) const {
    TextStyle plain = style;
    plain.digits = false;  // which would add letters of its own
    Owned<PangoLayout> const layout = laid_out(all_faces(), words, plain, 0);
    if (pango_layout_get_unknown_glyphs_count(layout.get()) == 0) return words;
    return without(with_whole_numbers(words), missing_in(lines_of(layout.get())));
}

}  // namespace halte
