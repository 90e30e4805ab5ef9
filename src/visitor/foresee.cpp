// While a finger rests on a key, the page behind it is drawn: where the processor paints, most of what a page costs has
// passed when the finger is lifted.
#include <halte/change.h>

#include "inside.h"

namespace halte {

/// The end of a visit is not foreseen: what it shows overwrites the screen.
void VisitorLoop::Inside::foresee() {
    auto const expected = m_parts.canvas.expected();
    Moment const moment{m_parts.clock.wall(), m_parts.clock.now()};
    if (!expected || moment.now < expected->from || m_stale || m_parts.canvas.moving()) return;
    What const* const what = m_actions.find(expected->key);
    if (what == nullptr || (m_foreseen && m_foreseen->key == expected->key)) return;
    Foreseen next_page{expected->key, next(m_visit, {moment.now, *what}), moment.wall, {}};
    Change const change = change_between(m_visit, next_page.visit);
    if (!change.layout || change.phase) return;
    m_parts.canvas.draw_ahead(m_parts.surface.buffer_age(), [&] {
        next_page.actions = draw(next_page.visit, m_parts.directory, m_parts.terminal, moment, m_parts.canvas);
    });
    m_foreseen = std::move(next_page);
}

/// Nothing when another frame is due.
std::optional<Actions> VisitorLoop::Inside::foreseen(Moment const& moment) {
    auto page = std::exchange(m_foreseen, std::nullopt);
    bool const is_due = page && page->wall == moment.wall && !change_between(page->visit, m_visit).drawn;
    if (!is_due || !m_parts.canvas.show_ahead()) return std::nullopt;
    return std::move(page->actions);
}

}  // namespace halte
