#pragma once
/// Where things stand: the few ways in which every screen is composed. Boxes are cut from boxes, before anything is
/// drawn. It draws nothing and knows no language: lengths are reference pixels, from left to right, and the canvas
/// mirrors what is drawn.

#include <halte/lengths.h>
#include <halte/look.h>
#include <algorithm>
#include <utility>

namespace halte {

/// What is left of a box inside edges of that width at both sides, and above and below.
Box inset(Box const& box, float sides, float above_and_below);
/// A box of that size in the middle of another one.
Box centred(Box const& box, float w, float h);
/// Over the whole width, so high, in the middle of the height.
Box centred(Box const& box, float h);
/// Over the whole height, so wide, in the middle of the width.
Box centred_across(Box const& box, float w);
/// The same place without a height: what is drawn in it takes as much as it needs.
Box without_height(Box const& box);
/// As wide as the box, from its top.
Box square_at_top(Box const& box);
/// A key's upper side, on which its words stand: what is left above its lip.
Box face(Box const& key, float lip = 3);

/// A column: each thing stands below the one before, over the whole width.
///     Flow flow(box);
///     flow.add(canvas.words(flow.rest(), title, large)).skip(space::xs);
///     flow.add(canvas.words(flow.rest(), line, small));
///     return flow.height();
class Flow {
public:
    explicit Flow(Box const& column) : m_column(column), m_y(column.y) {}
    /// Where the next thing stands: over the width, down to the column's end; no height where it is full or has none.
    [[nodiscard]] Box rest() const;
    /// What was drawn in rest() took so much.
    Flow& add(float taken);
    Flow& skip(float gap) { return add(gap); }
    /// The same, but nothing is skipped before or after what took no height.
    Flow& add_after(float gap, float taken) { return taken > 0 ? add(gap + taken) : *this; }
    /// Cuts a box of that height.
    Box take(float height);
    [[nodiscard]] float y() const { return m_y; }
    [[nodiscard]] float height() const { return m_y - m_column.y; }

private:
    Box m_column;
    float m_y;
};

/// A row: pieces are cut from both ends of a box, with gaps between them, and keep its height.
class Row {
public:
    explicit Row(Box const& box, float gap = 0) : m_rest(box), m_gap(gap) {}
    Box start(float width);
    Box end(float width);
    /// The piece between what was cut from the start and what was cut from the end.
    [[nodiscard]] Box rest() const { return m_rest; }

private:
    Box m_rest;
    float m_gap;
};

/// The width of each of so many equal columns.
float column_width(float width, int columns, float gap);
/// How many columns of at least `narrowest` fit: 1 to `most`.
int columns_in(float width, float narrowest, float gap, int most);

/// Equal boxes in rows, from the start side.
struct Tiles {
    Box first;  ///< of the first row and column
    int columns = 1;
    float gap = space::l;
    /// So many over the whole width of `place`, from its top, each as high as it.
    static Tiles across(Box const& place, int columns, float gap);
    [[nodiscard]] Box at(int index) const;
    [[nodiscard]] int rows(int count) const { return (count + columns - 1) / columns; }
    [[nodiscard]] float height(int count) const { return float(rows(count)) * (first.h + gap) - gap; }
    /// Draws every item in its box and gives the height of all rows.
    template <typename Items, typename Draw>
    float each(Items const& items, Draw const& draw) const {
        int count = 0;
        for (auto const& item : items) draw(at(count++), item);
        return height(count);
    }
};

/// Items in rows of so many columns, every row as high as its highest item. `draw` gets each one's place (its height is
/// 0), its row, its column and the item, and gives the height that it took.
struct Rows {
    int columns = 1;
    float gap = space::l;  ///< between columns
    float between = 0;     ///< rows
    template <typename Items, typename Draw>
    float each(Box const& box, Items const& items, Draw const& draw) const {
        float const width = column_width(box.w, columns, gap);
        float y = box.y;
        float height = 0;
        int count = 0;
        for (auto const& item : items) {
            int const column = count % columns;
            if (column == 0 && count > 0) y += std::exchange(height, 0.0F) + between;
            Box const place{box.x + float(column) * (width + gap), y, width, 0};
            height = std::max(height, draw(place, count++ / columns, column, item));
        }
        return y + height - box.y;
    }
};

/// The largest of what `length` gives for each item; at least `least`.
template <typename Items, typename Length>
float largest(Items const& items, Length const& length, float least = 0) {
    for (auto const& item : items) least = std::max(least, length(item));
    return least;
}

}  // namespace halte
