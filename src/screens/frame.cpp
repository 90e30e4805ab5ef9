#include "frame.h"

#include <algorithm>

namespace halte {
namespace {

constexpr float key_gap = 16;
constexpr float icon_side = 38;

float header_key_height(Stage const& stage) { return stage.scale() == TypeScale::largest ? 88 : 84; }

float draw_back(Stage& stage, Box const& header) {
    std::string const label = stage.say("header.back");
    Type const type{.role = TypeRole::button};
    float const text = stage.canvas.width_of(label, type);
    Box const box{header.x, header.y, 22 + icon_side + key_gap + text + 28, header_key_height(stage)};
    stage.canvas.key(box, {.name = label, .action = stage.act(Back{})}, [&] {
        stage.canvas.icon({box.x + 22, box.y + (box.h - icon_side) / 2, icon_side, icon_side}, "back", Colour::ink);
        float const line = stage.canvas.line_of(type);
        stage.canvas.words({box.x + 22 + icon_side + key_gap, box.y + (box.h - line) / 2, text, line}, label, type);
    });
    return box.w;
}

std::string endonym(Stage const& stage) {
    auto const& languages = stage.terminal.languages;
    auto const found = std::find_if(languages.begin(), languages.end(),
                                    [&](Language const& language) { return language.code == stage.visit.language; });
    return found == languages.end() ? stage.visit.language : found->endonym;
}

float draw_tools(Stage& stage, Box const& header) {
    std::string const label = endonym(stage);
    Type const type{.role = TypeRole::button};
    float const text = stage.canvas.width_of(label, type);
    constexpr float pad = 24;
    constexpr float gap = 18;
    float const width = pad + icon_side + gap + text + gap + 2 + gap + 44 + pad;
    Box const box{header.right() - width, header.y, width, header_key_height(stage)};
    int const action = stage.act(Open{Screen::language, {}});
    stage.canvas.key(box, {.name = stage.say("header.language"), .action = action}, [&] {
        float const middle = box.y + box.h / 2 - 1;
        float const line = stage.canvas.line_of(type);
        float x = box.x + pad;
        stage.canvas.icon({x, middle - icon_side / 2, icon_side, icon_side}, "language", Colour::ink);
        x += icon_side + gap;
        stage.canvas.words({x, middle - line / 2, text, line}, label, type);
        x += text + gap;
        stage.canvas.post(x, middle - 20, 40);
        stage.canvas.icon({x + 2 + gap, middle - 22, 44, 44}, "text-size", Colour::ink);
    });
    return width;
}

}  // namespace

Box draw_header(Stage& stage, std::string const& title, bool is_name) {
    Canvas& canvas = stage.canvas;
    Box const header = canvas.theme().header();
    float const back = draw_back(stage, header);
    float const tools = draw_tools(stage, header);
    Box content = canvas.theme().content();
    if (title.empty()) return content;
    Type type{.role = TypeRole::where, .line_height = {}};
    if (is_name) type = name_type(type);
    float const room = header.w - back - tools - 64;
    float const height = canvas.height_of(room, title, type);
    bool const fits = height <= 104 && canvas.width_of(title, type) <= room * 1.9F;
    if (fits) {
        canvas.words({header.x + back + 32, header.y + (header_key_height(stage) - height) / 2, room, height}, title,
                     type);
        return content;
    }
    float const taken = canvas.words({content.x, content.y, content.w, 0}, title, type) + 12;
    content.y += taken;
    content.h -= taken;
    return content;
}

namespace {

struct EmergencyWords {
    std::string number;
    std::vector<std::string> lines;
};

constexpr float emergency_icon = 60;
constexpr float emergency_gap = 22;
constexpr float beside_number = 14;

float width_of(Stage& stage, EmergencyWords const& part, Type const& number, Type const& line) {
    float widest = 0;
    for (std::string const& words : part.lines) widest = std::max(widest, stage.canvas.width_of(words, line));
    return stage.canvas.width_of(part.number, number) + (part.lines.empty() ? 0 : beside_number + widest);
}

void draw_part(Stage& stage, EmergencyWords const& part, float x, float middle, Type const& number, Type const& line) {
    Canvas& canvas = stage.canvas;
    float const digits = canvas.width_of(part.number, number);
    float const tall = canvas.line_of(number);
    canvas.words({x, middle - tall / 2, digits, tall}, part.number, number);
    x += digits + beside_number;
    float const height = canvas.line_of(line);
    float y = middle - height * float(part.lines.size()) / 2;
    for (std::string const& words : part.lines) {
        canvas.words({x, y, canvas.width_of(words, line), height}, words, line);
        y += height;
    }
}

/// The words beside the numbers are dropped where they do not fit: the numbers and the icon stay.
void draw_emergency(Stage& stage) {
    Canvas& canvas = stage.canvas;
    Box const box = canvas.theme().emergency();
    Type const number{.role = TypeRole::emergency, .colour = Colour::lamp_ink, .digits = true};
    bool const arabic = stage.visit.language == "ar";
    Type const line{
        .role = TypeRole::caption, .colour = Colour::lamp_ink, .line_height = arabic ? 1.6F : 1.22F, .size = 23.0F};
    EmergencyWords medical{"112", {stage.say("sill.ambulance"), stage.say("sill.fire")}};
    EmergencyWords police{"101", {stage.say("sill.police")}};
    auto const total = [&] {
        return emergency_icon + emergency_gap + width_of(stage, medical, number, line) + emergency_gap + 2 +
               emergency_gap + width_of(stage, police, number, line);
    };
    bool const all_fits = stage.scale() != TypeScale::largest && total() <= box.w - 44;
    if (!all_fits) medical.lines.clear(), police.lines.clear();
    int const action = stage.act(Open{Screen::emergency, {}});
    Key const key{.name = stage.say("sill.emergency"), .action = action, .look = KeyLook::lamp, .always = true};
    canvas.key(box, key, [&] {
        float const middle = box.y + box.h / 2 - 1;
        float x = box.x + (all_fits ? 28 : (box.w - total()) / 2);
        canvas.icon({x, middle - emergency_icon / 2, emergency_icon, emergency_icon}, "emergency", Colour::lamp_ink);
        x += emergency_icon + emergency_gap;
        draw_part(stage, medical, x, middle, number, line);
        x += width_of(stage, medical, number, line) + emergency_gap;
        canvas.post(x, middle - 30, 60, Colour::lamp_rule);
        draw_part(stage, police, x + 2 + emergency_gap, middle, number, line);
    });
}

/// The narrowest width on which words take two lines of about the same length; their own width when they are one word.
float two_line_width(Stage& stage, std::string const& words, Type const& type) {
    float const whole = stage.canvas.width_of(words, type);
    float const line = stage.canvas.line_of(type);
    for (float width = whole * 0.52F; width < whole; width += whole * 0.04F)
        if (stage.canvas.fits(width, words, type) && stage.canvas.height_of(width, words, type) <= 2.1F * line)
            return width;
    return whole;
}

void draw_leave(Stage& stage) {
    Canvas& canvas = stage.canvas;
    Box const box = canvas.theme().leave();
    std::string const label = stage.say("sill.leave");
    bool const arabic = stage.visit.language == "ar";
    Type const type{.role = TypeRole::button, .line_height = arabic ? 1.5F : 1.16F, .size = 28.0F};
    constexpr float icon = 46;
    constexpr float gap = 20;
    float const room = box.w - 2 * 20 - icon - gap;
    float const text = std::min(room, two_line_width(stage, label, type));
    float const height = canvas.height_of(text, label, type);
    canvas.key(box, {.name = label, .action = stage.act(Leave{}), .always = true}, [&] {
        float const middle = box.y + box.h / 2 - 1;
        float const x = box.x + (box.w - icon - gap - text) / 2;
        canvas.icon({x, middle - icon / 2, icon, icon}, "erase-and-leave", Colour::ink);
        canvas.words({x + icon + gap, middle - height / 2, text, height}, label, type);
    });
}

/// Where more follows: a key, so that dragging is never the only way. At the end it leads back to the top.
void draw_page_down(Stage& stage) {
    Canvas& canvas = stage.canvas;
    if (canvas.scroll_most() <= 1) return;
    Box const box = canvas.theme().page_down();
    bool const at_end = canvas.scroll_left() <= 1;
    std::string const label = stage.say(at_end ? "sill.up" : "sill.down");
    Type const type{.role = TypeRole::button};
    constexpr float icon = 44;
    float const text = canvas.width_of(label, type);
    bool const with_words = box.w >= 28 + icon + 16 + text + 28;
    canvas.key(box, {.name = label, .action = Canvas::page_down_action}, [&] {
        float const middle = box.y + box.h / 2 - 1;
        float const width = with_words ? icon + 16 + text : icon;
        float const x = box.x + (box.w - width) / 2;
        canvas.icon({x, middle - icon / 2, icon, icon}, at_end ? "up" : "down", Colour::ink);
        float const line = canvas.line_of(type);
        if (with_words) canvas.words({x + icon + 16, middle - line / 2, text, line}, label, type);
    });
}

}  // namespace

void draw_sill(Stage& stage, Exit exit) {
    Canvas& canvas = stage.canvas;
    canvas.unmirrored([&] {
        canvas.band(canvas.theme().sill(), Colour::sill, [&] {
            draw_emergency(stage);
            if (exit == Exit::absent) return;
            draw_page_down(stage);
            draw_leave(stage);
        });
    });
}

float unreviewed_note(Stage& stage, Box const& box) {
    if (!stage.unreviewed()) return 0;
    Canvas& canvas = stage.canvas;
    Type const note{.role = TypeRole::caption, .colour = Colour::ink_soft};
    Type const way{.role = TypeRole::button, .size = 25.0F, .language = "fr"};
    Text const french = stage.directory.phrase("unreviewed.read_in_french", {"fr", stage.terminal.profile, {}});
    float const key_width = canvas.width_of(french.words, way) + 56;
    float const icon = stage.icon(34);
    bool const beside = box.w - key_width - icon - 48 > 280 * stage.em();
    float const text_width = beside ? box.w - icon - 16 - key_width - 32 : box.w - icon - 16;
    std::string const words = stage.say("unreviewed.note");
    float const text_height = canvas.height_of(text_width, words, note);
    float const row = beside ? std::max(84.0F, text_height) : text_height;
    canvas.icon({box.x, box.y + (beside ? (row - icon) / 2 : 2), icon, icon}, "info", Colour::accent);
    canvas.words({box.x + icon + 16, box.y + (row - text_height) / 2, text_width, text_height}, words, note);
    Box const key = beside ? Box{box.right() - key_width, box.y + (row - 84) / 2, key_width, 84}
                           : Box{box.x, box.y + text_height + 12, key_width, 84};
    canvas.key(key, {.name = french.words, .action = stage.act(ChooseLanguage{"fr"})}, [&] {
        float const line = canvas.line_of(way);
        Type centred = way;
        centred.alignment = Alignment::centre;
        canvas.words({key.x, key.y + (key.h - line) / 2, key.w, line}, french.words, centred);
    });
    return beside ? row : text_height + 12 + 84;
}

}  // namespace halte
