#include "emergency_key.h"

#include <algorithm>
#include <optional>

namespace halte {
namespace {

constexpr float digits_line = 0.9F;  ///< nothing of a digit stands below its line

struct EmergencyPart {
    std::string number;
    std::vector<std::string> lines;
};

/// How the emergency key is laid out: with words beside the numbers, a little closer, with words below them, or with
/// the numbers and the icon alone.
struct EmergencyLayout {
    float edges = 44;  ///< what both edges need together
    float icon = 60;
    float gap = 22;
    float beside = space::snug;  ///< between a number and its words
    bool below = false;          ///< the words stand below their number
    bool stacked = false;        ///< the second number stands below the first one
    Type number{.role = TypeRole::emergency, .colour = Colour::lamp_ink, .digits = true};
    Type line{.role = TypeRole::caption, .colour = Colour::lamp_ink, .line_height = 1.22F, .size = 23.0F};
    EmergencyPart medical{};
    EmergencyPart police{};
};

float part_width(ScreenContext& screen, EmergencyLayout const& layout, EmergencyPart const& part) {
    Canvas& canvas = screen.canvas;
    auto const width = [&](std::string const& words) { return canvas.width_of(words, layout.line); };
    float const number = canvas.width_of(part.number, layout.number);
    if (part.lines.empty()) return number;
    float const words = largest(part.lines, width);
    return layout.below ? std::max(number, words) : number + layout.beside + words;
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
    if (fits(screen, layout, width)) return layout;
    layout.stacked = true;
    layout.number.line_height = digits_line;
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

/// What a number and the words below it take of the key's height.
float height_below(ScreenContext& screen, EmergencyLayout const& layout) {
    return screen.canvas.line_of(layout.number) + screen.canvas.line_of(layout.line);
}

/// The same with a smaller number, so that a line of words has room below it.
EmergencyLayout lower(ScreenContext& screen, EmergencyLayout layout) {
    constexpr float line = 1.05F;
    layout.below = true;
    layout.edges = space::xl;
    layout.number.role = TypeRole::title;
    layout.number.line_height = digits_line;
    layout.line.size.reset();
    layout.line.one_line = true;
    layout.line.line_height = screen.tall_script() ? letters::close_line : line;
    layout.police.lines = {screen.say("sill.police")};
    return layout;
}

/// Where words beside the numbers would be too wide, as at the largest text size: a line of them below each number. Of
/// the two that 112 has the first stands alone where both have no room, and the icon is left out before that. Nothing
/// where no words fit.
std::optional<EmergencyLayout> below_layout(ScreenContext& screen, Box const& box, EmergencyLayout const& usual) {
    EmergencyLayout layout = lower(screen, usual);
    if (height_below(screen, layout) > face(box, lip::frame).h) return std::nullopt;
    std::string const first = screen.say("sill.ambulance");
    for (std::string const& words : {first + screen.comma() + screen.say("sill.fire"), first}) {
        layout.medical.lines = {words};
        for (float const side : {usual.icon, 0.0F}) {
            layout.icon = side;
            if (fits(screen, layout, box.w)) return layout;
        }
    }
    return std::nullopt;
}

/// With words, or nothing where none fit.
std::optional<EmergencyLayout> worded_layout(ScreenContext& screen, Box const& box, EmergencyLayout const& usual) {
    if (screen.scale() == TypeScale::largest) return below_layout(screen, box, usual);
    EmergencyLayout worded = usual;
    worded.medical.lines = {screen.say("sill.ambulance"), screen.say("sill.fire")};
    worded.police.lines = {screen.say("sill.police")};
    if (screen.tall_script()) worded.line.line_height = letters::taller_line;
    if (fits(screen, worded, box.w)) return worded;
    worded = closer(worded);
    return fits(screen, worded, box.w) ? std::optional(worded) : below_layout(screen, box, usual);
}

EmergencyLayout spaced(EmergencyLayout layout, TextSpacing spacing) {
    layout.number.spacing = layout.line.spacing = spacing;
    return layout;
}

/// The words beside the numbers are dropped where they do not fit, but more space between letters before them.
EmergencyLayout emergency_layout(ScreenContext& screen, Box const& box) {
    EmergencyLayout layout;
    EmergencyNumbers const numbers = screen.directory.emergency_numbers();
    layout.medical.number = numbers.ambulance_and_fire;
    layout.police.number = numbers.police;
    for (TextSpacing const spacing : screen.spacings())
        if (auto const worded = worded_layout(screen, box, spaced(layout, spacing))) return *worded;
    EmergencyLayout const alone = numbers_layout(screen, box.w, layout);
    return fits(screen, alone, box.w) ? alone : numbers_layout(screen, box.w, spaced(layout, TextSpacing::usual));
}

void draw_part_below(ScreenContext& screen, Box const& box, EmergencyLayout const& layout, EmergencyPart const& part) {
    Canvas& canvas = screen.canvas;
    Type number = layout.number;
    Type line = layout.line;
    number.alignment = line.alignment = Alignment::centre;
    Flow flow(centred(box, height_below(screen, layout)));
    canvas.words(flow.take(canvas.line_of(number)), part.number, number);
    canvas.words(flow.take(canvas.line_of(line)), part.lines.front(), line);
}

/// A number, and its lines beside it.
void draw_part(ScreenContext& screen, Box const& box, EmergencyLayout const& layout, EmergencyPart const& part) {
    if (layout.below) return draw_part_below(screen, box, layout, part);
    Canvas& canvas = screen.canvas;
    Row row(box, layout.beside);
    Box const number = row.start(canvas.width_of(part.number, layout.number));
    canvas.words(centred(number, canvas.line_of(layout.number)), part.number, layout.number);
    float const line = canvas.line_of(layout.line);
    Flow lines(centred(row.rest(), line * float(part.lines.size())));
    for (std::string const& words : part.lines) canvas.words(lines.take(line), words, layout.line);
}

/// The numbers alone, below each other.
void draw_stacked(ScreenContext& screen, Box const& box, EmergencyLayout const& layout) {
    constexpr float apart = space::xs;
    Canvas& canvas = screen.canvas;
    float const line = canvas.line_of(layout.number);
    float const width = canvas.width_of(layout.medical.number, layout.number);
    Flow flow(centred(centred_across(box, width), 2 * line + apart));
    canvas.words(flow.take(line), layout.medical.number, layout.number);
    Box const between = flow.take(apart);
    canvas.rule(between.x, between.y + apart / 2, between.w, Colour::lamp_rule);
    canvas.words(flow.take(line), layout.police.number, layout.number);
}

/// The icon, the two numbers, and a rule between them.
void draw_numbers(ScreenContext& screen, Box const& box, EmergencyLayout const& layout) {
    constexpr float rule = 60;
    if (layout.stacked) return draw_stacked(screen, box, layout);
    Canvas& canvas = screen.canvas;
    Row row(centred_across(box, width_of(screen, layout)), layout.gap);
    if (layout.icon > 0) canvas.icon(centred(row.start(layout.icon), layout.icon), "emergency", Colour::lamp_ink);
    draw_part(screen, row.start(part_width(screen, layout, layout.medical)), layout, layout.medical);
    Box const post = centred(row.start(space::hair), rule);
    canvas.post(post.x, post.y, post.h, Colour::lamp_rule);
    draw_part(screen, row.rest(), layout, layout.police);
}

}  // namespace

void draw_emergency_key(ScreenContext& screen) {
    Box const box = screen.canvas.theme().emergency();
    EmergencyLayout const layout = emergency_layout(screen, box);
    Key const key{
        .name = screen.say("sill.emergency", {{"medical", layout.medical.number}, {"police", layout.police.number}}),
        .id = screen.act(Open{Screen::emergency, {}}),
        .look = KeyLook::lamp,
        .always = true};
    screen.canvas.key(box, key, [&] { draw_numbers(screen, face(box, lip::frame), layout); });
}

}  // namespace halte
