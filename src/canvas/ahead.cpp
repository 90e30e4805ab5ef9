// The page that may come next, drawn while nobody waits for it.
#include <halte/shown_canvas.h>

#include "inside.h"

namespace halte {

void Canvas::Inside::swap_frames() {
    std::swap(static_cast<KeptFrame&>(*this), ahead->frame);
    painter.exchange(ahead->painting);
    theme.set_contrast(style.contrast);
    theme.set_reach(style.reach);
}

std::optional<Expected> ShownCanvas::expected() const {
    return m_inside->motion_is_cheap() ? std::nullopt : m_inside->touch.expected();
}

void ShownCanvas::draw_ahead(int age, std::function<void()> const& draw) {
    Inside& in = *m_inside;
    in.ahead.emplace();
    in.swap_frames();
    in.drawing_ahead = true;
    draw();
    in.drawing_ahead = false;
    in.painter.paint_ahead(age);
    in.swap_frames();
}

bool ShownCanvas::show_ahead() {
    if (!m_inside->ahead) return false;
    m_inside->swap_frames();
    m_inside->ahead.reset();
    return true;
}

}  // namespace halte
