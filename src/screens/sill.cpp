#include <algorithm>
#include <array>
#include <vector>

#include "balanced.h"
#include "emergency_key.h"
#include "frame.h"
#include "lowering_key.h"
#include "page_key.h"

namespace halte {
namespace {

/// How the exit is laid out: its icon beside the words, or the words alone where a small screen has no room for both.
struct LeaveLayout {
    IconAndWords content;
    float text = 0;  ///< width of the words
};

LeaveLayout with_text(ScreenContext& screen, IconAndWords const& content, float width) {
    float const edges = content.side > 0 ? 2 * content.gap : 2 * space::s;
    float const room = width - content.before() - edges;
    return {content, std::min(room, balanced_width(screen, content.words, content.type, room))};
}

bool fits(ScreenContext& screen, LeaveLayout const& layout, float height) {
    std::string const& words = layout.content.words;
    return screen.canvas.height_of(layout.text, words, layout.content.type) <= height &&
           screen.canvas.fits(layout.text, words, layout.content.type);
}

/// The ways to lay it out, the best first: what gives way is the icon, then the air between letters and lines, then
/// the size of the words.
struct LeaveTry {
    bool icon;
    float line;
    TextSpacing spacing = TextSpacing::usual;
    float share = 1;  ///< of the size of the words
};
std::vector<LeaveTry> leave_tries(bool tall, TextSpacing spacing) {
    constexpr float line = 1.16F;
    constexpr float closer_line = 1.08F;
    constexpr float close_tall_line = 1.15F;
    constexpr std::array smaller{0.9F, 0.8F, 0.7F, 0.6F};
    std::vector<LeaveTry> tries{{true, tall ? letters::tall_line : line, spacing},
                                {false, tall ? letters::tall_line : closer_line, spacing}};
    float const closest = tall ? close_tall_line : closer_line;
    if (tall || spacing != TextSpacing::usual) tries.push_back({false, closest});
    for (float const share : smaller) tries.push_back({false, closest, TextSpacing::usual, share});
    return tries;
}

LeaveLayout leave_layout(ScreenContext& screen, Box const& box, std::string const& label) {
    LeaveLayout layout;
    for (LeaveTry const& each : leave_tries(screen.tall_script(), screen.canvas.style().spacing)) {
        IconAndWords const content{.icon = "erase-and-leave",
                                   .words = label,
                                   .type = {.role = TypeRole::button,
                                            .line_height = each.line,
                                            .size = letters::key,
                                            .share = each.share,
                                            .spacing = each.spacing},
                                   .side = each.icon ? icon::large_key : 0,
                                   .gap = screen.scale() == TypeScale::largest ? space::snug : space::l,
                                   .colour = Colour::ink};
        layout = with_text(screen, content, box.w);
        if (fits(screen, layout, box.h)) break;
    }
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
            if (exit == Exit::shown && screen.visit.phase != Phase::veiled) draw_lowering_key(screen);
            if (exit == Exit::shown) draw_leave(screen);
        });
    });
}

}  // namespace halte
