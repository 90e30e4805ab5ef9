#include "long_rows.h"

#include <algorithm>
#include <numeric>

namespace halte {

void LongRows::expect(int count, float usual) {
    m_count = count;
    if (m_first > count) *this = LongRows{};
    m_count = count;
    if (end_known() > count) m_heights.resize(std::size_t(count - m_first));
    if (m_heights.empty()) m_usual = usual;
}

float LongRows::bottom_known() const { return std::accumulate(m_heights.begin(), m_heights.end(), m_top); }

float LongRows::height() const { return bottom_known() + float(m_count - end_known()) * m_usual; }

float LongRows::top_of(int row) const {
    if (row < m_first) return m_top * float(row) / float(m_first);
    if (row >= end_known()) return bottom_known() + float(row - end_known()) * m_usual;
    return std::accumulate(m_heights.begin(), m_heights.begin() + (row - m_first), m_top);
}

/// So far apart, in rows, nothing between is laid out: the list was not scrolled there, it jumped.
bool LongRows::is_near(float top, float bottom) const {
    constexpr float most_between = 64;
    float const apart = most_between * m_usual;
    return !m_heights.empty() && bottom > m_top - apart && top < bottom_known() + apart;
}

void LongRows::lay_out(float top, float bottom, HeightOf const& height_of) {
    m_first_wanted = m_end_wanted = 0;
    top = std::max(top, 0.0F);
    if (bottom <= top || top >= height()) return;
    bool const is_first_time = m_heights.empty();
    if (is_near(top, bottom))
        measure_again(top, bottom, height_of);
    else
        begin_anew(top, bottom);
    extend_up(top, height_of);
    // Where more rows stand above than were thought to have room there, they get it.
    while (m_first > 0 && m_top <= 0) {
        m_top = float(m_first) * m_usual;
        extend_up(top, height_of);
    }
    if (m_first == 0) m_top = 0;
    extend_down(bottom, height_of);
    if (is_first_time && m_first == 0) m_usual = bottom_known() / float(m_heights.size());
    find_wanted(top, bottom);
}

/// From the end where that is wanted, so that what follows the list stays in its place; else from the first row that is
/// wanted.
void LongRows::begin_anew(float top, float bottom) {
    float const all = height();
    bool const from_end = top > 0 && bottom >= all;
    int const row = from_end ? m_count : std::clamp(int(top / all * float(m_count)), 0, m_count - 1);
    m_top = from_end ? all : top_of(row);
    m_first = row;
    m_heights.clear();
}

void LongRows::measure_again(float top, float bottom, HeightOf const& height_of) {
    float y = m_top;
    for (std::size_t at = 0; at < m_heights.size() && y < bottom; ++at) {
        if (y + m_heights[at] > top) m_heights[at] = height_of(m_first + int(at));
        y += m_heights[at];
    }
}

void LongRows::extend_up(float top, HeightOf const& height_of) {
    std::vector<float> above;
    while (m_first > 0 && m_top > top) {
        above.push_back(height_of(--m_first));
        m_top -= above.back();
    }
    m_heights.insert(m_heights.begin(), above.rbegin(), above.rend());
}

void LongRows::extend_down(float bottom, HeightOf const& height_of) {
    for (float y = bottom_known(); end_known() < m_count && y < bottom; y += m_heights.back())
        m_heights.push_back(height_of(end_known()));
}

void LongRows::find_wanted(float top, float bottom) {
    m_first_wanted = m_end_wanted = end_known();
    float y = m_top;
    for (std::size_t at = 0; at < m_heights.size() && y < bottom; ++at) {
        int const row = m_first + int(at);
        y += m_heights[at];
        if (y > top) m_first_wanted = std::min(m_first_wanted, row);
        m_end_wanted = row + 1;
    }
}

}  // namespace halte
