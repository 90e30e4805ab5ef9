#pragma once
/// Words to coverage: a string, a style and a width become lines of shaped glyphs. Pango, HarfBuzz and FriBidi work
/// here and nowhere else, so every script, every line break and every mixed direction is theirs. It knows no colour, no
/// screen.

#include <halte/base.h>
#include <halte/source_language.h>
#include <memory>
#include <string>
#include <vector>

namespace halte {

class Faces;

enum class Weight { regular, bold };
enum class Direction { left_to_right, right_to_left };
/// start is the left in a left-to-right language and the right in a right-to-left one.
enum class Alignment { start, centre, end };

struct TextStyle {
    float size = 16;            ///< em, in pixels
    float line_height = 1.36F;  ///< em
    Weight weight = Weight::regular;
    Direction direction = Direction::left_to_right;
    Alignment alignment = Alignment::start;
    std::string language = source_language;  ///< BCP 47; chooses the form of glyphs
    bool digits = false;       ///< a telephone number and nothing else: tabular, left to right, never broken
    float letter_spacing = 0;  ///< pixels; never between letters that are joined
    float word_spacing = 0;    ///< pixels, at a space, and beside the letters' own
};

/// What a text will need, in pixels.
struct TextExtent {
    int width = 0;   ///< of the widest line
    int height = 0;  ///< lines x line height
    int lines = 0;
    bool too_wide = false;   ///< a word did not fit the width and was broken or stands out
    int missing_glyphs = 0;  ///< characters that no installed face can show: they are left out
};

/// 8-bit coverage, row by row, `width` x `height` bytes. The text's box starts at (left, top) inside the image: accents
/// and marks may stand out of the box, so the image is a little larger.
struct TextImage {
    TextExtent extent;
    int width = 0;
    int height = 0;
    int left = 0;
    int top = 0;
    std::vector<std::uint8_t> coverage;
};

/// Words whose glyphs are chosen and whose lines are broken; no ink yet. Shaping is most of what a text costs: who
/// measures a text and then draws it lays it out once. It may outlive its typesetter.
class TextLayout {
public:
    TextLayout(TextLayout&&) noexcept;
    TextLayout& operator=(TextLayout&&) noexcept;
    ~TextLayout();

    [[nodiscard]] TextExtent const& extent() const;
    /// Aligned inside a box of that width, in pixels, or inside the widest line when it is 0.
    [[nodiscard]] TextImage image(int box_width) const;

private:
    friend class Typesetter;
    struct Inside;
    explicit TextLayout(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> m_inside;
};

/// Where a line starts inside a box, both widths in pixels.
int line_start(int line_width, TextStyle const& style, int box_width);

class Typesetter {
public:
    /// Fails with one sentence when no face of the product's family is installed.
    static Result<Typesetter> create();
    Typesetter(Typesetter&&) noexcept;
    Typesetter& operator=(Typesetter&&) noexcept;
    ~Typesetter();

    /// `width` is where lines break, and what they are aligned in, in pixels; 0 never breaks.
    [[nodiscard]] TextLayout lay_out(std::string const& words, TextStyle const& style, int width) const;
    [[nodiscard]] TextExtent measure(std::string const& words, TextStyle const& style, int width) const {
        return lay_out(words, style, width).extent();
    }
    [[nodiscard]] TextImage render(std::string const& words, TextStyle const& style, int width) const {
        return lay_out(words, style, width).image(width);
    }
    /// The words without the characters that no installed face can show.
    [[nodiscard]] std::string showable(std::string const& words, TextStyle const& style) const;

private:
    struct Inside;
    [[nodiscard]] Faces& all_faces() const;
    explicit Typesetter(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> m_inside;
};

}  // namespace halte
