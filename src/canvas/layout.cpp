#include <halte/layout.h>

namespace halte {

Box inset(Box const& box, float sides, float above_and_below) {
    return {box.x + sides, box.y + above_and_below, box.w - 2 * sides, box.h - 2 * above_and_below};
}

Box centred(Box const& box, float w, float h) { return {box.x + (box.w - w) / 2, box.y + (box.h - h) / 2, w, h}; }
Box centred(Box const& box, float h) { return {box.x, box.y + (box.h - h) / 2, box.w, h}; }
Box centred_across(Box const& box, float w) { return {box.x + (box.w - w) / 2, box.y, w, box.h}; }
Box without_height(Box const& box) { return {box.x, box.y, box.w, 0}; }
Box square_at_top(Box const& box) { return {box.x, box.y, box.w, box.w}; }
Box face(Box const& key, float lip) { return {key.x, key.y, key.w, key.h - lip}; }

Box Flow::rest() const { return {m_column.x, m_y, m_column.w, std::max(0.0F, m_column.bottom() - m_y)}; }

Flow& Flow::add(float taken) {
    m_y += taken;
    return *this;
}

Box Flow::take(float height) {
    Box const box{m_column.x, m_y, m_column.w, height};
    m_y += height;
    return box;
}

Box Row::start(float width) {
    Box const piece{m_rest.x, m_rest.y, width, m_rest.h};
    float const right = m_rest.right();
    m_rest.x = m_rest.x + width + m_gap;
    m_rest.w = right - m_rest.x;
    return piece;
}

Box Row::end(float width) {
    Box const piece{m_rest.right() - width, m_rest.y, width, m_rest.h};
    m_rest.w -= width + m_gap;
    return piece;
}

float column_width(float width, int columns, float gap) { return (width - gap * float(columns - 1)) / float(columns); }

int columns_in(float width, float narrowest, float gap, int most) {
    return std::clamp(int((width + gap) / (narrowest + gap)), 1, most);
}

Tiles Tiles::across(Box const& place, int columns, float gap) {
    return {{place.x, place.y, column_width(place.w, columns, gap), place.h}, columns, gap};
}

Box Tiles::at(int index) const {
    int const row = index / columns;
    int const column = index % columns;
    return {first.x + float(column) * (first.w + gap), first.y + float(row) * (first.h + gap), first.w, first.h};
}

}  // namespace halte
