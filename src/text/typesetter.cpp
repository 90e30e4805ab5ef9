#include <halte/text.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include <algorithm>
#include <cmath>

#include "fonts_conf.h"
#include "spacing.h"

namespace halte {

/// Not in the anonymous namespace: a Typesetter holds some.
struct Unreference {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class Object>
using Owned = std::unique_ptr<Object, Unreference>;

namespace {

constexpr char const* family = "Noto Sans";

/// Outlines are drawn as designed: hinting would bend letters that stand a centimetre tall.
void draw_as_designed(FcPattern* pattern, gpointer /*unused*/) {
    FcPatternDel(pattern, FC_HINT_STYLE);
    FcPatternAddInteger(pattern, FC_HINT_STYLE, FC_HINT_NONE);
    FcPatternDel(pattern, FC_ANTIALIAS);
    FcPatternAddBool(pattern, FC_ANTIALIAS, FcTrue);
}

/// Only the faces of fonts/fonts.conf, whatever else is installed: what a terminal shows does not depend on its
/// desktop. To be called before there is a font map, which would read the system's configuration and every font's cache
/// in a thread of its own if this process had none.
bool use_own_fonts() {
    FcConfig* config = FcConfigCreate();
    auto const* text = reinterpret_cast<FcChar8 const*>(fonts_conf());
    bool const usable = FcConfigParseAndLoadFromMemory(config, text, FcTrue) == FcTrue &&
                        FcConfigBuildFonts(config) == FcTrue && FcConfigSetCurrent(config) == FcTrue;
    FcConfigDestroy(config);
    return usable;
}

PangoAlignment alignment_of(TextStyle const& style) {
    if (style.alignment == Alignment::centre) return PANGO_ALIGN_CENTER;
    bool const right = (style.alignment == Alignment::end) != (style.direction == Direction::right_to_left);
    return right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

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
    pango_font_description_set_family_static(font, family);
    pango_font_description_set_weight(font, style.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, std::round(style.size * 4) / 4 * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
}

struct Line {
    PangoLayoutLine* line = nullptr;
    PangoRectangle logical{};  ///< pixels
};

std::vector<Line> lines_of(PangoLayout* layout) {
    std::vector<Line> lines;
    for (GSList* at = pango_layout_get_lines_readonly(layout); at != nullptr; at = at->next) {
        Line line{static_cast<PangoLayoutLine*>(at->data), {}};
        pango_layout_line_get_pixel_extents(line.line, nullptr, &line.logical);
        lines.push_back(line);
    }
    return lines;
}

int pitch_of(TextStyle const& style) { return std::max(1, int(std::lround(style.size * style.line_height))); }

/// A word that Pango had to break, or that stands out of the width.
bool is_too_wide(PangoLayout* layout, std::vector<Line> const& lines, int width) {
    if (width <= 0) return false;
    return std::any_of(lines.begin(), lines.end(), [&](Line const& line) { return line.logical.width > width + 1; }) ||
           pango_layout_is_ellipsized(layout) != FALSE;
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

TextExtent extent_of(PangoLayout* layout, std::vector<Line> const& lines, TextStyle const& style, int width) {
    TextExtent extent;
    for (Line const& line : lines) extent.width = std::max(extent.width, line.logical.width);
    extent.lines = int(lines.size());
    extent.height = extent.lines * pitch_of(style);
    extent.too_wide = is_too_wide(layout, lines, width);
    extent.missing_glyphs = pango_layout_get_unknown_glyphs_count(layout);
    return extent;
}

int aligned_x(Line const& line, TextStyle const& style, int box) {
    switch (alignment_of(style)) {
        case PANGO_ALIGN_CENTER:
            return (box - line.logical.width) / 2;
        case PANGO_ALIGN_RIGHT:
            return box - line.logical.width;
        case PANGO_ALIGN_LEFT:
            break;
    }
    return 0;
}

/// Where the widest line starts: no other starts before it.
int indent_of(std::vector<Line> const& lines, TextStyle const& style, int box) {
    int indent = box;
    for (Line const& line : lines) indent = std::min(indent, aligned_x(line, style, box));
    return indent;
}

/// All its bytes are the same, and the first is zero: comparing memory is faster than looking at each byte.
bool is_empty(std::uint8_t const* row, int width) { return row[0] == 0 && std::equal(row, row + width - 1, row + 1); }

/// Empty rows and columns cost memory and drawing; what is left starts where the ink starts.
void crop_to_ink(TextImage& image) {
    int left = image.width;
    int right = 0;
    int top = image.height;
    int bottom = 0;
    for (int y = 0; y < image.height; ++y) {
        std::uint8_t const* row = &image.coverage[std::size_t(y) * std::size_t(image.width)];
        if (is_empty(row, image.width)) continue;
        left = int(std::find_if(row, row + left, [](std::uint8_t ink) { return ink != 0; }) - row);
        for (int last = image.width; last > right; --last)
            if (row[last - 1] != 0) right = last;
        top = std::min(top, y);
        bottom = y + 1;
    }
    if (right <= left) left = right = top = bottom = 0;
    std::vector<std::uint8_t> ink;
    ink.reserve(std::size_t(right - left) * std::size_t(bottom - top));
    for (int y = top; y < bottom; ++y) {
        auto const row = image.coverage.begin() + std::ptrdiff_t(y) * image.width;
        ink.insert(ink.end(), row + left, row + right);
    }
    image.coverage = std::move(ink);
    image.width = right - left;
    image.height = bottom - top;
    image.left -= left;
    image.top -= top;
}

}  // namespace

struct Typesetter::Inside {
    Owned<PangoFontMap> map;
    Owned<PangoContext> context;

    [[nodiscard]] Owned<PangoLayout> lay_out(std::string const& words, TextStyle const& style, int width) const {
        bool const rtl = style.direction == Direction::right_to_left && !style.digits;
        pango_context_set_base_dir(context.get(), rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
        pango_context_set_language(context.get(), pango_language_from_string(style.language.c_str()));
        Owned<PangoLayout> layout(pango_layout_new(context.get()));
        std::string const shown = style.digits ? isolated(words) : with_whole_numbers(words);
        set_font(layout.get(), style);
        add_attributes(layout.get(), shown, style);
        pango_layout_set_auto_dir(layout.get(), FALSE);
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD);
        pango_layout_set_text(layout.get(), shown.c_str(), int(shown.size()));
        if (!style.digits) break_lines(layout.get(), style, width);
        return layout;
    }
};

Typesetter::Typesetter(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
Typesetter::Typesetter(Typesetter&&) noexcept = default;
Typesetter& Typesetter::operator=(Typesetter&&) noexcept = default;
Typesetter::~Typesetter() = default;

Result<Typesetter> Typesetter::create() {
    Failure const no_fonts =
        failure("The fonts of the Noto family are not installed (Debian: fonts-noto-core).", ExitCode::no_graphics);
    if (!use_own_fonts()) return no_fonts;
    auto inside = std::make_unique<Inside>();
    inside->map.reset(pango_ft2_font_map_new());
    pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(inside->map.get()), draw_as_designed, nullptr, nullptr);
    inside->context.reset(pango_font_map_create_context(inside->map.get()));
    if (pango_font_map_get_family(inside->map.get(), family) == nullptr) return no_fonts;
    return Typesetter(std::move(inside));
}

TextExtent Typesetter::measure(std::string const& words, TextStyle const& style, int width) const {
    Owned<PangoLayout> const layout = m_inside->lay_out(words, style, width);
    TextExtent const whole = extent_of(layout.get(), lines_of(layout.get()), style, width);
    if (whole.missing_glyphs == 0) return whole;
    TextExtent shown = measure_shown(words, style, width);
    shown.missing_glyphs = whole.missing_glyphs;
    return shown;
}

TextExtent Typesetter::measure_shown(std::string const& words, TextStyle const& style, int width) const {
    Owned<PangoLayout> const layout = m_inside->lay_out(showable(words, style), style, width);
    return extent_of(layout.get(), lines_of(layout.get()), style, width);
}

std::string Typesetter::showable(std::string const& words, TextStyle const& style) const {
    TextStyle plain = style;
    plain.digits = false;  // which would add letters of its own
    Owned<PangoLayout> const layout = m_inside->lay_out(words, plain, 0);
    if (pango_layout_get_unknown_glyphs_count(layout.get()) == 0) return words;
    return without(with_whole_numbers(words), missing_in(lines_of(layout.get())));
}

TextImage Typesetter::render(std::string const& words, TextStyle const& style, int width) const {
    Owned<PangoLayout> layout = m_inside->lay_out(words, style, width);
    if (pango_layout_get_unknown_glyphs_count(layout.get()) > 0)
        layout = m_inside->lay_out(showable(words, style), style, width);
    std::vector<Line> const lines = lines_of(layout.get());
    TextImage image;
    image.extent = extent_of(layout.get(), lines, style, width);
    int const box = width > 0 ? width : image.extent.width;
    int const around = int(std::ceil(style.size * 0.4F));
    int const indent = indent_of(lines, style, box);
    image.left = around - indent;
    image.top = around;
    image.width = image.extent.width + 2 * around;
    image.height = image.extent.height + 2 * around;
    image.coverage.assign(std::size_t(image.width) * std::size_t(image.height), 0);
    FT_Bitmap bitmap{};
    bitmap.rows = unsigned(image.height);
    bitmap.width = unsigned(image.width);
    bitmap.pitch = image.width;
    bitmap.buffer = image.coverage.data();
    bitmap.num_grays = 256;
    bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
    int const pitch = pitch_of(style);
    int top = around;
    for (Line const& line : lines) {
        int const baseline = top + (pitch - line.logical.height) / 2 - line.logical.y;
        pango_ft2_render_layout_line(&bitmap, line.line, image.left + aligned_x(line, style, box), baseline);
        top += pitch;
    }
    crop_to_ink(image);
    return image;
}

}  // namespace halte
