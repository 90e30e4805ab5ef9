#include "frame.h"

#include <algorithm>

namespace halte {
namespace {

constexpr float key_gap = 16;
constexpr float normal_icon = 42;

float icon_side(Stage const& stage) { return stage.scale() == TypeScale::normal ? normal_icon : 48; }

float header_key_height(Stage const& stage) {
    return stage.scale() == TypeScale::largest && !stage.canvas.theme().compact() ? 88 : 84;
}

float draw_back(Stage& stage, Box const& header) {
    float const side = icon_side(stage);
    std::string const label = stage.say("header.back");
    Type const type{.role = TypeRole::button};
    float const text = stage.canvas.width_of(label, type);
    Box const box{header.x, header.y, 22 + side + key_gap + text + 28, header_key_height(stage)};
    stage.canvas.key(box, {.name = label, .id = stage.act(Back{})}, [&] {
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

/// What the key for language and text size shows. Where the header has no room for all of it, the drawing of text sizes
/// goes first; the language's own name only where it does not fit beside the way back.
struct ToolsLook {
    float pad = 24;
    float gap = 18;
    bool words = true;
    bool text_size = true;
};

float tools_width(Stage& stage, ToolsLook const& look) {
    float width = look.pad + icon_side(stage) + look.pad;
    if (look.words) width += look.gap + stage.canvas.width_of(endonym(stage), {.role = TypeRole::button});
    if (look.text_size) width += look.gap + 2 + look.gap + 44;
    return width;
}

ToolsLook tools_look(Stage& stage, float room) {
    ToolsLook const full{};
    if (tools_width(stage, full) <= room) return full;
    ToolsLook const language{.pad = 16, .gap = 14, .text_size = false};
    if (tools_width(stage, language) <= room) return language;
    return {.pad = 16, .gap = 14, .words = false};
}

float draw_tools(Stage& stage, Box const& header, float room) {
    ToolsLook const look = tools_look(stage, room);
    float const width = tools_width(stage, look);
    float const side = icon_side(stage);
    Type const type{.role = TypeRole::button};
    Box const box{header.right() - width, header.y, width, header_key_height(stage)};
    stage.canvas.key(box, {.name = stage.say("header.language"), .id = stage.act(Open{Screen::language, {}})}, [&] {
        float const middle = box.y + box.h / 2 - 1;
        float const line = stage.canvas.line_of(type);
        float x = box.x + look.pad;
        stage.canvas.icon({x, middle - side / 2, side, side}, "language", Colour::ink);
        x += side + look.gap;
        if (look.words) {
            float const text = stage.canvas.width_of(endonym(stage), type);
            stage.canvas.words({x, middle - line / 2, text, line}, endonym(stage), type);
            x += text + look.gap;
        }
        if (!look.text_size) return;
        stage.canvas.post(x, middle - 20, 40);
        stage.canvas.icon({x + 2 + look.gap, middle - 22, 44, 44}, "text-size", Colour::ink);
    });
    return width;
}

constexpr float way_key_height = 84;

/// A key that shows the same page in another language, in the words of that language.
struct Way {
    std::string words;
    Type type;
    What what;
};

Way way_to(Stage& stage, std::string_view key, std::string const& language, What what) {
    Text const text = stage.directory.phrase(key, {language, stage.terminal.profile, {}});
    return {text.words,
            {.role = TypeRole::button, .size = 25.0F, .written = stage.written_in(text.language)},
            std::move(what)};
}

float way_width(Stage& stage, Way const& way) { return stage.canvas.width_of(way.words, way.type) + 56; }

void draw_way(Stage& stage, Box const& key, Way const& way, std::string_view which = {}) {
    Canvas& canvas = stage.canvas;
    canvas.key(key, {.name = way.words, .id = stage.act(way.what, which)}, [&] {
        float const line = canvas.line_of(way.type);
        Type centred = way.type;
        centred.alignment = Alignment::centre;
        canvas.words({key.x, key.y + (key.h - line) / 2, key.w, line}, way.words, centred);
    });
}

/// In the words of the language that was left to read the source.
Way way_back(Stage& stage) {
    std::string const& left = stage.visit.left_language;
    return way_to(stage, "unreviewed.read_in_this_language", left, ChooseLanguage{left});
}

/// Beside the key for languages, where a title of some length still has room. Width taken, with the gap.
float draw_way_back_in_header(Stage& stage, Box const& room) {
    constexpr float title_room = 360;
    constexpr float apart = 20;
    if (stage.visit.left_language.empty()) return 0;
    Way const way = way_back(stage);
    float const width = way_width(stage, way);
    if (room.w - width - apart < title_room) return 0;
    draw_way(stage, {room.right() - width - apart, room.y, width, header_key_height(stage)}, way, "header");
    return width + apart;
}

}  // namespace

Box draw_header(Stage& stage, Title const& title) {
    Canvas& canvas = stage.canvas;
    Box const header = canvas.theme().header();
    constexpr float apart = 14;
    float const back = draw_back(stage, header);
    float tools = draw_tools(stage, header, header.w - back - apart);
    tools += draw_way_back_in_header(stage, {header.x + back, header.y, header.w - back - tools, 0});
    Box content = canvas.theme().content();
    if (title.words.empty()) return content;
    Type type{.role = TypeRole::where, .line_height = {}, .heading = true};
    if (!title.name_language.empty()) type = name_type(type, stage.written_in(title.name_language));
    float const room = header.w - back - tools - 64;
    float const height = canvas.height_of(room, title.words, type);
    bool const fits =
        height <= 104 && canvas.fits(room, title.words, type) && canvas.width_of(title.words, type) <= room * 1.9F;
    if (fits) {
        canvas.words({header.x + back + 32, header.y + (header_key_height(stage) - height) / 2, room, height},
                     title.words, type);
        return content;
    }
    float const taken = canvas.words({content.x, content.y, content.w, 0}, title.words, type) + 12;
    content.y += taken;
    content.h -= taken;
    return content;
}

Box content_under(Stage& stage, Title const& title) {
    Box content;
    stage.canvas.measure([&] { return (content = draw_header(stage, title)).h; });
    return content;
}

void draw_page(Stage& stage, Title const& title, std::function<float(Box const&)> const& inside) {
    Canvas& canvas = stage.canvas;
    Theme const& theme = canvas.theme();
    float const offset = stage.visit.here().scroll;
    if (theme.header_scrolls()) {
        Box const viewport{theme.content().x, 0, theme.content().w, theme.sill().y};
        canvas.scroll(viewport, offset, [&](Box const&) {
            Box const rest = draw_header(stage, title);
            return rest.y + inside(rest);
        });
    } else {
        canvas.scroll(draw_header(stage, title), offset, inside);
    }
    draw_sill(stage, Exit::shown);
}

namespace {

float draw_way_back(Stage& stage, Box const& box) {
    Way const way = way_back(stage);
    float const width = way_width(stage, way);
    draw_way(stage, {box.right() - width, box.y, width, way_key_height}, way);
    return way_key_height;
}

float draw_note(Stage& stage, Box const& box) {
    Canvas& canvas = stage.canvas;
    Type const note{.role = TypeRole::caption, .colour = Colour::ink_soft};
    Way const way = way_to(stage, "unreviewed.read_in_french", source_language, ReadSource{source_language});
    float const key_width = way_width(stage, way);
    float const icon = stage.icon(34);
    bool const beside = box.w - key_width - icon - 48 > 280 * stage.em();
    float const text_width = beside ? box.w - icon - 16 - key_width - 32 : box.w - icon - 16;
    std::string const words = stage.note();
    float const text_height = canvas.height_of(text_width, words, note);
    float const row = beside ? std::max(way_key_height, text_height) : text_height;
    canvas.icon({box.x, box.y + (beside ? (row - icon) / 2 : 2), icon, icon}, "info", Colour::accent);
    canvas.words({box.x + icon + 16, box.y + (row - text_height) / 2, text_width, text_height}, words, note);
    Box const key = beside ? Box{box.right() - key_width, box.y + (row - way_key_height) / 2, key_width, way_key_height}
                           : Box{box.x, box.y + text_height + 12, key_width, way_key_height};
    draw_way(stage, key, way);
    return beside ? row : text_height + 12 + way_key_height;
}

}  // namespace

float unreviewed_note(Stage& stage, Box const& box) {
    if (!stage.visit.left_language.empty()) return draw_way_back(stage, box);
    return stage.has_note() ? draw_note(stage, box) : 0;
}

}  // namespace halte
