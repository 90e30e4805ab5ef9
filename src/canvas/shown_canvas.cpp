// What the loop of a visit asks of a canvas, beside ahead.cpp.
#include <halte/shown_canvas.h>

#include "inside.h"

namespace halte {

static constexpr Milliseconds cheap_frame{12};
static constexpr Milliseconds usual_interval{16};
static constexpr Milliseconds longest_interval{100};  // a page turn of 200 ms is still seen to move

Result<ShownCanvas> ShownCanvas::create(ScreenShape const& shape, IconSource icons, bool on_screen) {
    Typesetter typesetter = TRY(Typesetter::create());
    ShownCanvas canvas(std::make_unique<Inside>(shape, std::move(icons), std::move(typesetter), on_screen));
    canvas.open();
    canvas.place_pictures();
    return canvas;
}

ShownCanvas ShownCanvas::create(ScreenShape const& shape, IconSource icons, Typesetter typesetter) {
    return ShownCanvas(std::make_unique<Inside>(shape, std::move(icons), std::move(typesetter), true));
}

void ShownCanvas::open() {
    if (m_inside->on_screen) m_inside->painter.open();
}
void ShownCanvas::place_pictures() { m_inside->pictures.open(); }
void ShownCanvas::rehearse_changes() { m_inside->painter.rehearse_changes(); }
std::vector<PixelRect> ShownCanvas::paint(int age) { return m_inside->painter.paint(age); }

/// Ten frames of most of a screen are more than the page itself costs: where the processor paints them, a page that
/// stands at once is kinder than one that fades in.
void ShownCanvas::start_transition(Instant now) {
    if (m_inside->motion_is_cheap()) m_inside->transition = now;
}

bool Canvas::Inside::motion_is_cheap() const { return frame_cost <= cheap_frame && !painter.shades_by_processor(); }

/// As each frame of a fade would, it must have painted most of the screen.
void ShownCanvas::learn_cost(Milliseconds of_frame_painted_last) {
    std::int64_t const all = std::int64_t(m_inside->shape.width_px) * m_inside->shape.height_px;
    if (m_inside->painter.painted_px() > all / 2) m_inside->frame_cost = of_frame_painted_last;
}

Milliseconds ShownCanvas::frame_interval() const {
    bool const cheap = m_inside->frame_cost <= cheap_frame;
    return cheap ? usual_interval : std::min(m_inside->frame_cost * 2, longest_interval);
}

void ShownCanvas::forget_motion() {
    m_inside->transition.reset();
    m_inside->touch.release();
}

void ShownCanvas::forget_pictures() {
    m_inside->pictures.forget();
    m_inside->painter.forget();
    m_inside->ahead.reset();
    m_inside->long_rows.clear();  // they are named after what was looked for
    m_inside->heights.clear();
    m_inside->heights_state.clear();
}

}  // namespace halte
