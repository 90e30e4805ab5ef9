#include <algorithm>

#include "emergency_key.h"
#include "frame.h"
#include "page_key.h"

namespace halte {
namespace {

/// The sill's keys are thinner at their foot than others.

/// The narrowest width on which words take two lines of about the same length; their own width when they are one word,
/// or when two lines of a tall script would fill the key to its edge.
float leave_width(ScreenContext& screen, std::string const& words, Type const& type, float room) {
    constexpr int tries = 12;
    constexpr float first_share = 0.52F;
    constexpr float step_share = 0.04F;
    constexpr float two_lines = 2.1F;
    float const whole = screen.canvas.width_of(words, type);
    if (screen.tall_script() && whole <= room) return whole;
    float const highest = two_lines * screen.canvas.line_of(type);
    for (int step = 0; step < tries; ++step) {
        float const width = whole * (first_share + step_share * float(step));
        if (screen.canvas.height_of(width, words, type) <= highest && screen.canvas.fits(width, words, type))
            return width;
    }
    return whole;
}

/// How the exit is laid out: its icon beside the words, or the words alone where a small screen has no room for both.
struct LeaveLayout {
    IconAndWords content;
    float text = 0;  ///< width of the words
};

LeaveLayout with_text(ScreenContext& screen, IconAndWords const& content, float width) {
    float const edges = content.side > 0 ? 2 * content.gap : 2 * space::s;
    float const room = width - content.before() - edges;
    return {content, std::min(room, leave_width(screen, content.words, content.type, room))};
}

bool fits(ScreenContext& screen, LeaveLayout const& layout, float height) {
    std::string const& words = layout.content.words;
    return screen.canvas.height_of(layout.text, words, layout.content.type) <= height &&
           screen.canvas.fits(layout.text, words, layout.content.type);
}

LeaveLayout leave_layout(ScreenContext& screen, Box const& box, std::string const& label) {
    constexpr float line = 1.16F;
    constexpr float closer_line = 1.08F;
    constexpr float close_line = 1.15F;
    IconAndWords content{.icon = "erase-and-leave",
                         .words = label,
                         .type = {.role = TypeRole::button, .size = letters::key},
                         .side = icon::large_key,
                         .gap = screen.scale() == TypeScale::largest ? space::snug : space::l,
                         .colour = Colour::ink};
    content.type.line_height = screen.tall_script() ? letters::tall_line : line;
    LeaveLayout layout = with_text(screen, content, box.w);
    if (fits(screen, layout, box.h)) return layout;
    content.side = 0;
    if (!screen.tall_script()) content.type.line_height = closer_line;
    layout = with_text(screen, content, box.w);
    bool const too_high = screen.canvas.height_of(layout.text, label, content.type) > box.h;
    if (too_high) layout.content.type.line_height = close_line;
    return layout;
}

void draw_leave(ScreenContext& screen) {
    Canvas& canvas = screen.canvas;
    Box const box = canvas.theme().leave();
    std::string const label = screen.say("sill.leave");
    LeaveLayout const layout = leave_layout(screen, box, label);
    canvas.key(box, {.name = label, .id = screen.act(Leave{}), .always = true}, [&] {
        draw(canvas, centred_across(face(box, lip::frame), layout.content.before() + layout.text), layout.content);
    });
}

}  // namespace

void draw_sill(ScreenContext& screen, Exit exit) {
    Canvas& canvas = screen.canvas;
    canvas.unmirrored([&] {
        canvas.band(canvas.theme().sill(), Colour::sill, [&] {
            draw_emergency_key(screen);
            draw_page_key(screen);
            if (exit == Exit::shown) draw_leave(screen);
        });
    });
}

}  // namespace halte
