#include <algorithm>

#include "frame.h"
#include "page_key.h"

namespace halte {
namespace {

struct EmergencyPart {
    std::string number;
    std::vector<std::string> lines;
};

/// How the emergency key is laid out: with words, with words a little closer, or with the numbers and the icon alone.
struct EmergencyLayout {
    float icon = 60;
    float gap = 22;
    float beside = 14;  ///< between a number and its words
    Type number{.role = TypeRole::emergency, .colour = Colour::lamp_ink, .digits = true};
    Type line{.role = TypeRole::caption, .colour = Colour::lamp_ink, .line_height = 1.22F, .size = 23.0F};
    EmergencyPart medical;
    EmergencyPart police;
};

float part_width(Stage& stage, EmergencyLayout const& layout, EmergencyPart const& part) {
    float widest = 0;
    for (std::string const& words : part.lines) widest = std::max(widest, stage.canvas.width_of(words, layout.line));
    return stage.canvas.width_of(part.number, layout.number) + (part.lines.empty() ? 0 : layout.beside + widest);
}

float width_of(Stage& stage, EmergencyLayout const& layout) {
    float const icon = layout.icon > 0 ? layout.icon + layout.gap : 0;
    return icon + 2 * layout.gap + 2 + part_width(stage, layout, layout.medical) +
           part_width(stage, layout, layout.police);
}

/// Without words: the numbers and the icon, smaller and then without the icon on a small screen.
EmergencyLayout numbers_layout(Stage& stage, float width, EmergencyLayout layout) {
    if (width_of(stage, layout) <= width - 24) return layout;
    if (stage.scale() == TypeScale::largest)
        layout.number.role = TypeRole::button;  // a role's largest text is never smaller than its own
    else
        layout.number.size = 44;
    layout.icon = 44;
    layout.gap = 12;
    if (width_of(stage, layout) <= width - 16) return layout;
    layout.icon = 0;
    layout.gap = 9;
    if (layout.number.size) layout.number.size = 38;
    return layout;
}

/// The words beside the numbers are dropped where they do not fit.
EmergencyLayout emergency_layout(Stage& stage, float width) {
    EmergencyLayout layout;
    EmergencyNumbers const numbers = stage.directory.emergency_numbers();
    layout.medical.number = numbers.ambulance_and_fire;
    layout.police.number = numbers.police;
    if (stage.scale() == TypeScale::largest) return numbers_layout(stage, width, layout);
    EmergencyLayout worded = layout;
    worded.medical.lines = {stage.say("sill.ambulance"), stage.say("sill.fire")};
    worded.police.lines = {stage.say("sill.police")};
    if (stage.tall_script()) worded.line.line_height = 1.6F;
    if (width_of(stage, worded) <= width - 44) return worded;
    worded.icon = 48;
    worded.gap = 15;
    worded.beside = 9;
    worded.number.size = 44;
    worded.line.size = 22;
    return width_of(stage, worded) <= width - 32 ? worded : numbers_layout(stage, width, layout);
}

void draw_part(Stage& stage, EmergencyLayout const& layout, EmergencyPart const& part, float x, float middle) {
    Canvas& canvas = stage.canvas;
    float const digits = canvas.width_of(part.number, layout.number);
    float const tall = canvas.line_of(layout.number);
    canvas.words({x, middle - tall / 2, digits, tall}, part.number, layout.number);
    x += digits + layout.beside;
    float const height = canvas.line_of(layout.line);
    float y = middle - height * float(part.lines.size()) / 2;
    for (std::string const& words : part.lines) {
        canvas.words({x, y, canvas.width_of(words, layout.line), height}, words, layout.line);
        y += height;
    }
}

void draw_emergency(Stage& stage) {
    Canvas& canvas = stage.canvas;
    Box const box = canvas.theme().emergency();
    EmergencyLayout const layout = emergency_layout(stage, box.w);
    Key const key{
        .name = stage.say("sill.emergency", {{"medical", layout.medical.number}, {"police", layout.police.number}}),
        .id = stage.act(Open{Screen::emergency, {}}),
        .look = KeyLook::lamp,
        .always = true};
    canvas.key(box, key, [&] {
        float const middle = box.y + box.h / 2 - 1;
        float x = box.x + (box.w - width_of(stage, layout)) / 2;
        if (layout.icon > 0) {
            canvas.icon({x, middle - layout.icon / 2, layout.icon, layout.icon}, "emergency", Colour::lamp_ink);
            x += layout.icon + layout.gap;
        }
        draw_part(stage, layout, layout.medical, x, middle);
        x += part_width(stage, layout, layout.medical) + layout.gap;
        canvas.post(x, middle - 30, 60, Colour::lamp_rule);
        draw_part(stage, layout, layout.police, x + 2 + layout.gap, middle);
    });
}

/// The narrowest width on which words take two lines of about the same length; their own width when they are one word,
/// or when two lines of a tall script would fill the key to its edge.
float leave_width(Stage& stage, std::string const& words, Type const& type, float room) {
    float const whole = stage.canvas.width_of(words, type);
    if (stage.tall_script() && whole <= room) return whole;
    float const line = stage.canvas.line_of(type);
    constexpr int tries = 12;
    for (int step = 0; step < tries; ++step) {
        float const width = whole * (0.52F + 0.04F * float(step));
        bool const two_lines = stage.canvas.height_of(width, words, type) <= 2.1F * line;
        if (two_lines && stage.canvas.fits(width, words, type)) return width;
    }
    return whole;
}

/// How the exit is laid out: its icon beside the words, or the words alone where a small screen has no room for both.
struct LeaveLayout {
    float icon = 48;
    float gap = 20;
    Type type{.role = TypeRole::button, .size = 28.0F};
    float text = 0;
};

float text_in(Stage& stage, std::string const& label, LeaveLayout const& layout, float width) {
    float const room = width - (layout.icon > 0 ? 3 * layout.gap + layout.icon : 2 * 12);
    return std::min(room, leave_width(stage, label, layout.type, room));
}

LeaveLayout leave_layout(Stage& stage, Box const& box, std::string const& label) {
    LeaveLayout layout;
    layout.type.line_height = stage.tall_script() ? 1.5F : 1.16F;
    if (stage.scale() == TypeScale::largest) layout.gap = 14;
    layout.text = text_in(stage, label, layout, box.w);
    bool const fits = stage.canvas.height_of(layout.text, label, layout.type) <= box.h &&
                      stage.canvas.fits(layout.text, label, layout.type);
    if (fits) return layout;
    layout.icon = layout.gap = 0;
    if (!stage.tall_script()) layout.type.line_height = 1.08F;
    layout.text = text_in(stage, label, layout, box.w);
    if (stage.canvas.height_of(layout.text, label, layout.type) > box.h) layout.type.line_height = 1.15F;
    return layout;
}

void draw_leave(Stage& stage) {
    Canvas& canvas = stage.canvas;
    Box const box = canvas.theme().leave();
    std::string const label = stage.say("sill.leave");
    LeaveLayout const layout = leave_layout(stage, box, label);
    float const height = canvas.height_of(layout.text, label, layout.type);
    canvas.key(box, {.name = label, .id = stage.act(Leave{}), .always = true}, [&] {
        float const middle = box.y + box.h / 2 - 1;
        float const icon = layout.icon;
        float const x = box.x + (box.w - icon - layout.gap - layout.text) / 2;
        if (icon > 0) canvas.icon({x, middle - icon / 2, icon, icon}, "erase-and-leave", Colour::ink);
        canvas.words({x + icon + layout.gap, middle - height / 2, layout.text, height}, label, layout.type);
    });
}

}  // namespace

void draw_sill(Stage& stage, Exit exit) {
    Canvas& canvas = stage.canvas;
    canvas.unmirrored([&] {
        canvas.band(canvas.theme().sill(), Colour::sill, [&] {
            draw_emergency(stage);
            draw_page_key(stage);
            if (exit == Exit::shown) draw_leave(stage);
        });
    });
}

}  // namespace halte
