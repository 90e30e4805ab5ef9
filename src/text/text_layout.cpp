#include "text_layout.h"

#include <pango/pangoft2.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace halte {

std::vector<Line> lines_of(PangoLayout* layout) {
    std::vector<Line> lines;
    for (GSList* at = pango_layout_get_lines_readonly(layout); at != nullptr; at = at->next) {
        Line line{static_cast<PangoLayoutLine*>(at->data), {}, {}};
        pango_layout_line_get_pixel_extents(line.line, &line.ink, &line.logical);
        lines.push_back(line);
    }
    return lines;
}

namespace {

PangoAlignment alignment_of(TextStyle const& style) {
    if (style.alignment == Alignment::centre) return PANGO_ALIGN_CENTER;
    bool const right = (style.alignment == Alignment::end) != (style.direction == Direction::right_to_left);
    return right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

int pitch_of(TextStyle const& style) { return std::max(1, int(std::lround(style.size * style.line_height))); }

/// A word that Pango had to break, or that stands out of the width.
bool is_too_wide(PangoLayout* layout, std::vector<Line> const& lines, int width) {
    if (width <= 0) return false;
    return std::any_of(lines.begin(), lines.end(), [&](Line const& line) { return line.logical.width > width + 1; }) ||
           pango_layout_is_ellipsized(layout) != FALSE;
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

/// Where each line is drawn, from the corner of the box.
struct Origin {
    int x;
    int baseline;
};
std::vector<Origin> origins_of(std::vector<Line> const& lines, TextStyle const& style, int box) {
    int const pitch = pitch_of(style);
    std::vector<Origin> origins;
    int top = 0;
    for (Line const& line : lines) {
        int const baseline = top + (pitch - line.logical.height) / 2 - line.logical.y;
        origins.push_back({line_start(line.logical.width, style, box), baseline});
        top += pitch;
    }
    return origins;
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

/// With room for the ink of every line, and a little more: a letter stands on whole pixels.
TextImage empty_image(TextExtent const& extent, std::vector<Line> const& lines, std::vector<Origin> const& origins) {
    constexpr int around = 2;
    constexpr int far = std::numeric_limits<int>::max() / 2;
    int left = far, top = far, right = -far, bottom = -far;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        PangoRectangle const& ink = lines[at].ink;
        if (ink.width == 0) continue;
        left = std::min(left, origins[at].x + ink.x - around);
        right = std::max(right, origins[at].x + ink.x + ink.width + around);
        top = std::min(top, origins[at].baseline + ink.y - around);
        bottom = std::max(bottom, origins[at].baseline + ink.y + ink.height + around);
    }
    if (left == far) return {.extent = extent};
    std::vector<std::uint8_t> coverage(std::size_t(right - left) * std::size_t(bottom - top));
    return {extent, right - left, bottom - top, -left, -top, std::move(coverage)};
}

FT_Bitmap bitmap_on(TextImage& image) {
    FT_Bitmap bitmap{};
    bitmap.rows = unsigned(image.height);
    bitmap.width = unsigned(image.width);
    bitmap.pitch = image.width;
    bitmap.buffer = image.coverage.data();
    bitmap.num_grays = 256;
    bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
    return bitmap;
}

}  // namespace

int line_start(int line_width, TextStyle const& style, int box_width) {
    switch (alignment_of(style)) {
        case PANGO_ALIGN_CENTER:
            return (box_width - line_width) / 2;
        case PANGO_ALIGN_RIGHT:
            return box_width - line_width;
        case PANGO_ALIGN_LEFT:
            break;
    }
    return 0;
}

TextLayout::Inside::Inside(Owned<PangoLayout> layout, TextStyle of, int width)
    : pango(std::move(layout)),
      style(std::move(of)),
      lines(lines_of(pango.get())),
      extent(extent_of(pango.get(), lines, style, width)) {}

TextLayout::TextLayout(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
TextLayout::TextLayout(TextLayout&&) noexcept = default;
TextLayout& TextLayout::operator=(TextLayout&&) noexcept = default;
TextLayout::~TextLayout() = default;

TextExtent const& TextLayout::extent() const { return m_inside->extent; }

TextImage TextLayout::image(int box_width) const {
    auto const& [pango, style, lines, extent] = *m_inside;
    int const box = box_width > 0 ? box_width : extent.width;
    auto const origins = origins_of(lines, style, box);
    TextImage image = empty_image(extent, lines, origins);
    FT_Bitmap bitmap = bitmap_on(image);
    for (std::size_t at = 0; at < lines.size(); ++at)
        pango_ft2_render_layout_line(&bitmap, lines[at].line, image.left + origins[at].x,
                                     image.top + origins[at].baseline);
    crop_to_ink(image);
    return image;
}

}  // namespace halte
