#pragma once
/// Where the rows of a long list stand while only those around what can be seen have been laid out. What is laid out
/// has its true height and keeps its place; a row that was never laid out counts as high as rows usually are. Going
/// down from the top everything that was seen stands exactly; what follows is an estimate, which every row that comes
/// near mends, below what can be seen. Pure: lengths are reference pixels from the top of the list.

#include <functional>
#include <vector>

namespace halte {

class LongRows {
public:
    using HeightOf = std::function<float(int)>;

    /// So many rows. While none was laid out, each counts `usual`; from then on as the first ones are on average. When
    /// there are more or fewer than before, those that were laid out keep their heights.
    void expect(int count, float usual);
    /// Lays out the rows that reach into `top` to `bottom`, with `height_of`; and those between them and the ones that
    /// were laid out before, where these are near. What was measured in an earlier call is measured again in that part:
    /// a card says something else when the clock goes on.
    void lay_out(float top, float bottom, HeightOf const& height_of);

    [[nodiscard]] float height() const;
    [[nodiscard]] float usual() const { return m_usual; }
    [[nodiscard]] float top_of(int row) const;
    /// The rows that lay_out() was called for last: from the first up to the end, which is none of them.
    [[nodiscard]] int first() const { return m_first_wanted; }
    [[nodiscard]] int end() const { return m_end_wanted; }

private:
    [[nodiscard]] int end_known() const { return m_first + int(m_heights.size()); }
    [[nodiscard]] float bottom_known() const;
    [[nodiscard]] bool is_near(float top, float bottom) const;
    void begin_anew(float top, float bottom);
    void measure_again(float top, float bottom, HeightOf const& height_of);
    void extend_up(float top, HeightOf const& height_of);
    void extend_down(float bottom, HeightOf const& height_of);
    void find_wanted(float top, float bottom);

    int m_count = 0;
    float m_usual = 0;
    int m_first = 0;               ///< of the rows that were laid out
    float m_top = 0;               ///< where it stands
    std::vector<float> m_heights;  ///< of the first and of those that follow it
    int m_first_wanted = 0;
    int m_end_wanted = 0;
};

}  // namespace halte
