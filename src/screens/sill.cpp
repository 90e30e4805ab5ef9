#include <algorithm>

#include "frame.h"
#include "page_key.h"

namespace halte {
namespace {

/// The sill's keys are thinner at their foot than others.
constexpr float lip = 2;

struct EmergencyPart {
    std::string number;
    std::vector<std::string> lines;
};

/// How the emergency key is laid out: with words, with words a little closer, or with the numbers and the icon alone.
struct EmergencyLayout {
    float edges = 44;  ///< what both edges need together
    float icon = 60;
    float gap = 22;
    float beside = space::snug;  ///< between a number and its words
    Type number{.role = TypeRole::emergency, .colour = Colour::lamp_ink, .digits = true};
    Type line{.role = TypeRole::caption, .colour = Colour::lamp_ink, .line_height = 1.22F, .size = 23.0F};
    EmergencyPart medical{};
    EmergencyPart police{};
};

float part_width(ScreenContext& screen, EmergencyLayout const& layout, EmergencyPart const& part) {
    Canvas& canvas = screen.canvas;
    auto const width = [&](std::string const& words) { return canvas.width_of(words, layout.line); };
    float const beside = part.lines.empty() ? 0 : layout.beside + largest(part.lines, width);
    return canvas.width_of(part.number, layout.number) + beside;
}

float width_of(ScreenContext& screen, EmergencyLayout const& layout) {
    float const icon = layout.icon > 0 ? layout.icon + layout.gap : 0;
    float const apart = layout.gap + space::hair + layout.gap;
    return icon + part_width(screen, layout, layout.medical) + apart + part_width(screen, layout, layout.police);
}

bool fits(ScreenContext& screen, EmergencyLayout const& layout, float width) {
    return width_of(screen, layout) <= width - layout.edges;
}

/// At the largest text size no text is smaller than its role says, so it takes the role of smaller text.
void shrink_number(ScreenContext& screen, EmergencyLayout& layout, float size) {
    if (screen.scale() == TypeScale::largest)
        layout.number.role = TypeRole::button;
    else
        layout.number.size = size;
}

/// Without words: the numbers and the icon, smaller and then without the icon on a small screen.
EmergencyLayout numbers_layout(ScreenContext& screen, float width, EmergencyLayout layout) {
    layout.edges = space::xl;
    if (fits(screen, layout, width)) return layout;
    shrink_number(screen, layout, 44);
    layout.edges = space::m;
    layout.icon = icon::frame;
    layout.gap = space::s;
    if (fits(screen, layout, width)) return layout;
    shrink_number(screen, layout, 38);
    layout.icon = 0;
    layout.gap = 9;
    return layout;
}

EmergencyLayout closer(EmergencyLayout layout) {
    layout.edges = space::wide;
    layout.icon = icon::large_key;
    layout.gap = 15;
    layout.beside = 9;
    layout.number.size = 44;
    layout.line.size = 22;
    return layout;
}

/// The words beside the numbers are dropped where they do not fit.
EmergencyLayout emergency_layout(ScreenContext& screen, float width) {
    EmergencyLayout layout;
    EmergencyNumbers const numbers = screen.directory.emergency_numbers();
    layout.medical.number = numbers.ambulance_and_fire;
    layout.police.number = numbers.police;
    if (screen.scale() == TypeScale::largest) return numbers_layout(screen, width, layout);
    EmergencyLayout worded = layout;
    worded.medical.lines = {screen.say("sill.ambulance"), screen.say("sill.fire")};
    worded.police.lines = {screen.say("sill.police")};
    if (screen.tall_script()) worded.line.line_height = letters::taller_line;
    if (fits(screen, worded, width)) return worded;
    worded = closer(worded);
    return fits(screen, worded, width) ? worded : numbers_layout(screen, width, layout);
}

/// A number, and its lines beside it.
void draw_part(ScreenContext& screen, Box const& box, EmergencyLayout const& layout, EmergencyPart const& part) {
    Canvas& canvas = screen.canvas;
    Row row(box, layout.beside);
    Box const number = row.start(canvas.width_of(part.number, layout.number));
    canvas.words(centred(number, canvas.line_of(layout.number)), part.number, layout.number);
    float const line = canvas.line_of(layout.line);
    Flow lines(centred(row.rest(), line * float(part.lines.size())));
    for (std::string const& words : part.lines) canvas.words(lines.take(line), words, layout.line);
}

/// The icon, the two numbers, and a rule between them.
void draw_numbers(ScreenContext& screen, Box const& box, EmergencyLayout const& layout) {
    constexpr float rule = 60;
    Canvas& canvas = screen.canvas;
    Row row(centred_across(box, width_of(screen, layout)), layout.gap);
    if (layout.icon > 0) canvas.icon(centred(row.start(layout.icon), layout.icon), "emergency", Colour::lamp_ink);
    draw_part(screen, row.start(part_width(screen, layout, layout.medical)), layout, layout.medical);
    Box const post = centred(row.start(space::hair), rule);
    canvas.post(post.x, post.y, post.h, Colour::lamp_rule);
    draw_part(screen, row.rest(), layout, layout.police);
}

void draw_emergency(ScreenContext& screen) {
    Box const box = screen.canvas.theme().emergency();
    EmergencyLayout const layout = emergency_layout(screen, box.w);
    Key const key{
        .name = screen.say("sill.emergency", {{"medical", layout.medical.number}, {"police", layout.police.number}}),
        .id = screen.act(Open{Screen::emergency, {}}),
        .look = KeyLook::lamp,
        .always = true};
    screen.canvas.key(box, key, [&] { draw_numbers(screen, face(box, lip), layout); });
}

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
        draw(canvas, centred_across(face(box, lip), layout.content.before() + layout.text), layout.content);
    });
}

}  // namespace

void draw_sill(ScreenContext& screen, Exit exit) {
    Canvas& canvas = screen.canvas;
    canvas.unmirrored([&] {
        canvas.band(canvas.theme().sill(), Colour::sill, [&] {
            draw_emergency(screen);
            draw_page_key(screen);
            if (exit == Exit::shown) draw_leave(screen);
        });
    });
}

}  // namespace halte
