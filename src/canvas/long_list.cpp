/// Of a long list what can be seen is laid out, and what the next step needs: half a page above it for the focus that
/// goes back, and below it as much as a turn of the page looks at, from where a turn that still runs will end.
#include <fmt/format.h>

#include <halte/long_list.h>

#include <algorithm>

#include "inside.h"

namespace halte {
namespace {

constexpr float pages_above = 0.5F;
constexpr float pages_below = 2.25F;  ///< the one that can be seen included
constexpr float usual_rp = 170;       ///< of a row of cards, as long as none was laid out
constexpr std::size_t most_lists = 32;

/// Rows have other heights in another width or another writing.
std::string name_of(LongList const& list, float width, FrameStyle const& style) {
    return fmt::format("{} {} {} {} {}", list.name, width, int(style.scale), int(style.spacing),
                       style.written.language);
}

}  // namespace

LongRows& Canvas::Inside::rows_of(LongList const& list, float width) {
    std::string name = name_of(list, width, style);
    if (long_rows.size() >= most_lists && !long_rows.contains(name)) long_rows.clear();
    LongRows& rows = long_rows[std::move(name)];
    rows.expect(list.count, usual_row > 0 ? usual_row : usual_rp);
    return rows;
}

float Canvas::long_list(Box const& box, LongList const& list) {
    Inside& in = *m_inside;
    float const scale = in.theme.px_per_rp();
    LongRows& rows = in.rows_of(list, box.w);
    if (in.measuring) {
        float const page = float(in.scroll.viewport.h) / scale;
        float const top = (float(in.scroll.viewport.y) + in.scroll.offset) / scale - box.y;
        rows.lay_out(top - pages_above * page, top + pages_below * page,
                     [&](int row) { return list.row(row, {box.x, 0, box.w, 0}) + list.between; });
        in.usual_row = rows.usual();
        return std::max(0.0F, rows.height() - list.between);
    }
    float y = box.y + rows.top_of(rows.first());
    for (int row = rows.first(); row < rows.end(); ++row) y += list.row(row, {box.x, y, box.w, 0}) + list.between;
    return std::max(0.0F, rows.height() - list.between);
}

}  // namespace halte
