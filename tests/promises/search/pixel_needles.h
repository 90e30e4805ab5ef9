#pragma once
/// Secrets as pixels: a text's coverage, a QR code's modules and pixels, and rows of a screenshot.

#include "needle.h"

namespace halte::test {

/// A row of the text's coverage at each size and weight that a screen may use, as the typesetter makes it and as it
/// lies in a texture. Nothing when the fonts are not there.
std::vector<Needle> coverage_needles(std::string const& canary, std::string const& text, std::string const& language);

/// Two rows of the QR code of `text`: as libqrencode's bytes, as the screen's modules, and as pixels of every size.
std::vector<Needle> code_needles(std::string const& canary, std::string const& text);

/// The vertices of those two rows as ImGui keeps them, when the code is drawn into a picture that begins at `x` and is
/// `width` pixels wide.
std::vector<Needle> vertex_needles(std::string const& canary, std::string const& text, int x, int width);

struct PixelRectangle {
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;
};
/// Pieces of the row of that part of a screenshot (a PPM file) on which the most changes. Throws std::runtime_error
/// with a sentence when it has no piece that is like no other.
std::vector<Needle> screenshot_needles(std::string const& canary, std::string const& file, PixelRectangle const& part);

}  // namespace halte::test
