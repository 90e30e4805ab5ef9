#include "frame.h"

#include <algorithm>

namespace halte {
namespace {

/// The tools' key is thinner at its foot than others.
constexpr float lip = 2;

float icon_side(Stage const& stage) { return stage.scale() == TypeScale::normal ? icon::key : icon::large_key; }

float header_key_height(Stage const& stage) {
    constexpr float for_largest = 88;
    return stage.scale() == TypeScale::largest && !stage.canvas.theme().compact() ? for_largest : key::low;
}

float draw_back(Stage& stage, Box const& header) {
    constexpr float before = 22;
    constexpr float after = space::xxl;
    Canvas& canvas = stage.canvas;
    IconAndWords const back{.icon = "back",
                            .words = stage.say("header.back"),
                            .type = {.role = TypeRole::button},
                            .side = icon_side(stage),
                            .colour = Colour::ink};
    float const inside = width_of(canvas, back);
    Box const box{header.x, header.y, before + inside + after, header_key_height(stage)};
    canvas.key(box, {.name = back.words, .id = stage.act(Back{})},
               [&] { draw(canvas, {box.x + before, box.y, inside, box.h}, back); });
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
    float pad = space::xl;
    float gap = space::roomy;
    bool words = true;
    bool text_size = true;
};

Type const tools_type{.role = TypeRole::button};

float tools_width(Stage& stage, ToolsLook const& look) {
    float width = look.pad + icon_side(stage) + look.pad;
    if (look.words) width += look.gap + stage.canvas.width_of(endonym(stage), tools_type);
    if (look.text_size) width += look.gap + space::hair + look.gap + icon::frame;
    return width;
}

ToolsLook tools_look(Stage& stage, float room) {
    ToolsLook const full{};
    if (tools_width(stage, full) <= room) return full;
    ToolsLook const language{.pad = space::m, .gap = space::snug, .text_size = false};
    if (tools_width(stage, language) <= room) return language;
    return {.pad = space::m, .gap = space::snug, .words = false};
}

/// The sign for languages, this one's name, a rule, and the sign for sizes of text.
void draw_tools_inside(Stage& stage, Box const& key, ToolsLook const& look) {
    constexpr float rule = 40;
    Canvas& canvas = stage.canvas;
    Row row(inset(face(key, lip), look.pad, 0), look.gap);
    float const side = icon_side(stage);
    canvas.icon(centred(row.start(side), side), "language", Colour::ink);
    std::string const name = endonym(stage);
    if (look.words)
        canvas.words(centred(row.start(canvas.width_of(name, tools_type)), canvas.line_of(tools_type)), name,
                     tools_type);
    if (!look.text_size) return;
    Box const post = centred(row.start(space::hair), rule);
    canvas.post(post.x, post.y, post.h);
    canvas.icon(centred(row.start(icon::frame), icon::frame), "text-size", Colour::ink);
}

float draw_tools(Stage& stage, Box const& header, float room) {
    ToolsLook const look = tools_look(stage, room);
    float const width = tools_width(stage, look);
    Box const box{header.right() - width, header.y, width, header_key_height(stage)};
    stage.canvas.key(box, {.name = stage.say("header.language"), .id = stage.act(Open{Screen::language, {}})},
                     [&] { draw_tools_inside(stage, box, look); });
    return width;
}

/// A key that shows the same page in another language, in the words of that language.
struct Way {
    std::string words;
    Type type;
    What what;
};

Way way_to(Stage& stage, std::string_view key, std::string const& language, What what) {
    constexpr float way_letters = 25;
    Text const text = stage.directory.phrase(key, {language, stage.terminal.profile, {}});
    return {text.words, {.role = TypeRole::button, .size = way_letters, .language = text.language}, std::move(what)};
}

float way_width(Stage& stage, Way const& way) { return stage.canvas.width_of(way.words, way.type) + 2 * space::xxl; }

void draw_way(Stage& stage, Box const& key, Way const& way, std::string_view which = {}) {
    Canvas& canvas = stage.canvas;
    canvas.key(key, {.name = way.words, .id = stage.act(way.what, which)}, [&] {
        Type type = way.type;
        type.alignment = Alignment::centre;
        canvas.words(centred(key, canvas.line_of(type)), way.words, type);
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
    constexpr float apart = space::l;
    if (stage.visit.left_language.empty()) return 0;
    Way const way = way_back(stage);
    float const width = way_width(stage, way);
    if (room.w - width - apart < title_room) return 0;
    draw_way(stage, {room.right() - width - apart, room.y, width, header_key_height(stage)}, way, "header");
    return width + apart;
}

}  // namespace

/// A title that stands in the header has at most two lines, and not for a word or two.
static bool fits_in_header(Stage& stage, float room, std::string const& words, Type const& type) {
    constexpr float highest = 104;
    constexpr float most_lines = 1.9F;
    Canvas& canvas = stage.canvas;
    return canvas.height_of(room, words, type) <= highest && canvas.fits(room, words, type) &&
           canvas.width_of(words, type) <= room * most_lines;
}

Box draw_header(Stage& stage, Title const& title) {
    Canvas& canvas = stage.canvas;
    Box const header = canvas.theme().header();
    float const back = draw_back(stage, header);
    float tools = draw_tools(stage, header, header.w - back - space::snug);
    tools += draw_way_back_in_header(stage, {header.x + back, header.y, header.w - back - tools, 0});
    Box content = canvas.theme().content();
    if (title.words.empty()) return content;
    Type type{.role = TypeRole::where, .line_height = {}, .heading = true};
    if (!title.name_language.empty()) type = name_type(type, title.name_language);
    Box const between{header.x + back, header.y, header.w - back - tools, header_key_height(stage)};
    Box const room = inset(between, space::wide, 0);
    if (fits_in_header(stage, room.w, title.words, type)) {
        canvas.words(centred(room, canvas.height_of(room.w, title.words, type)), title.words, type);
        return content;
    }
    float const taken = canvas.words(content, title.words, type) + space::s;
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
    draw_way(stage, {box.right() - width, box.y, width, key::low}, way);
    return key::low;
}

/// The note, and the way at its end where that leaves room for words of some length, else below.
float draw_note(Stage& stage, Box const& box) {
    constexpr float least_room = 280;
    Canvas& canvas = stage.canvas;
    Way const way = way_to(stage, "unreviewed.read_in_french", "fr", ReadSource{"fr"});
    float const key_width = way_width(stage, way);
    IconAndWords const note{.icon = "info",
                            .words = stage.note(),
                            .type = {.role = TypeRole::caption, .colour = Colour::ink_soft},
                            .side = stage.icon(icon::note)};
    float const room = box.w - key_width - space::wide - note.before();
    if (room > least_room * stage.em()) {
        float const text = height_of(canvas, box.w - key_width - space::wide, note);
        Row row({box.x, box.y, box.w, std::max(key::low, text)}, space::wide);
        Box const key = row.end(key_width);
        draw(canvas, row.rest(), note);
        draw_way(stage, centred(key, key::low), way);
        return key.h;
    }
    Row row({box.x, box.y, box.w, 0}, note.gap);
    Box const icon = row.start(note.side);
    canvas.icon({icon.x, icon.y + space::hair, icon.w, icon.w}, note.icon, note.colour);
    Flow flow({box.x, box.y, box.w, 0});
    flow.add(canvas.words(row.rest(), note.words, note.type)).skip(space::s);
    Box const line = flow.take(key::low);
    draw_way(stage, {line.x, line.y, key_width, line.h}, way);
    return flow.height();
}

}  // namespace

float unreviewed_note(Stage& stage, Box const& box) {
    if (!stage.visit.left_language.empty()) return draw_way_back(stage, box);
    return stage.has_note() ? draw_note(stage, box) : 0;
}

}  // namespace halte
