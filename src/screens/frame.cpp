#include "frame.h"

#include <algorithm>

namespace halte {
namespace {

constexpr float key_gap = 16;
constexpr float normal_icon = 42;

float icon_side(Stage const& stage) { return stage.scale() == TypeScale::normal ? normal_icon : 48; }

float header_key_height(Stage const& stage) { return stage.scale() == TypeScale::largest ? 88 : 84; }

float draw_back(Stage& stage, Box const& header) {
    float const side = icon_side(stage);
    std::string const label = stage.say("header.back");
    Type const type{.role = TypeRole::button};
    float const text = stage.canvas.width_of(label, type);
    Box const box{header.x, header.y, 22 + side + key_gap + text + 28, header_key_height(stage)};
    stage.canvas.key(box, {.name = label, .action = stage.act(Back{})}, [&] {
        stage.canvas.icon({box.x + 22, box.y + (box.h - side) / 2, side, side}, "back", Colour::ink);
        float const line = stage.canvas.line_of(type);
        stage.canvas.words({box.x + 22 + side + key_gap, box.y + (box.h - line) / 2, text, line}, label, type);
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
    float const side = icon_side(stage);
    constexpr float pad = 24;
    constexpr float gap = 18;
    float const width = pad + side + gap + text + gap + 2 + gap + 44 + pad;
    Box const box{header.right() - width, header.y, width, header_key_height(stage)};
    int const action = stage.act(Open{Screen::language, {}});
    stage.canvas.key(box, {.name = stage.say("header.language"), .action = action}, [&] {
        float const middle = box.y + box.h / 2 - 1;
        float const line = stage.canvas.line_of(type);
        float x = box.x + pad;
        stage.canvas.icon({x, middle - side / 2, side, side}, "language", Colour::ink);
        x += side + gap;
        stage.canvas.words({x, middle - line / 2, text, line}, label, type);
        x += text + gap;
        stage.canvas.post(x, middle - 20, 40);
        stage.canvas.icon({x + 2 + gap, middle - 22, 44, 44}, "text-size", Colour::ink);
    });
    return width;
}

}  // namespace

Box draw_header(Stage& stage, std::string const& title, std::string const& language) {
    Canvas& canvas = stage.canvas;
    Box const header = canvas.theme().header();
    float const back = draw_back(stage, header);
    float const tools = draw_tools(stage, header);
    Box content = canvas.theme().content();
    if (title.empty()) return content;
    Type type{.role = TypeRole::where, .line_height = {}};
    if (!language.empty()) type = name_type(type, language);
    float const room = header.w - back - tools - 64;
    float const height = canvas.height_of(room, title, type);
    bool const fits = height <= 104 && canvas.fits(room, title, type) && canvas.width_of(title, type) <= room * 1.9F;
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
