#pragma once
/// A frame as a grid of tiles, each with a sum over the shapes that are painted on it, in their order: tiles with equal
/// sums have equal pixels.

#include "shape.h"

#include <vector>

namespace halte {

class FrameSums {
public:
    FrameSums(int width_px, int height_px);

    void add(Shape const& shape);
    /// Where the other, of the same size, looks different: rectangles that have no pixel in common.
    [[nodiscard]] std::vector<PixelRect> differences(FrameSums const& other) const;
    /// What is on the screen is not told by sums that somebody finds in memory.
    void overwrite();

private:
    [[nodiscard]] PixelRect run(int row, int first, int end) const;

    int m_width_px;
    int m_height_px;
    int m_columns;
    int m_rows;
    std::vector<std::uint64_t> m_sums;
};

/// The same area or more of it in a few rectangles that have no pixel in common.
[[nodiscard]] std::vector<PixelRect> few(std::vector<PixelRect> rects);

}  // namespace halte
