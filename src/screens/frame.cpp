#include "frame.h"

#include "above.h"
#include "legend.h"
#include "tools.h"

#include <algorithm>

namespace halte {
namespace {

float icon_side(ScreenContext const& screen) {
    return screen.scale() == TypeScale::normal ? icon::key : icon::large_key;
}

float header_key_height(ScreenContext const& screen) {
    constexpr float for_largest = 88;
    return screen.scale() == TypeScale::largest && !screen.canvas.theme().compact() ? for_largest : key::low;
}

/// The way back, at the start of the header; gives its width.
std::string endonym(ScreenContext const& screen) {
    auto const& languages = screen.terminal.languages;
    auto const found = std::find_if(languages.begin(), languages.end(),
                                    [&](Language const& language) { return language.code == screen.visit.language; });
    return found == languages.end() ? screen.visit.language : found->endonym;
}

/// What the key for language and text size shows. Where the header has no room for all of it, more space between
/// letters goes first, then the drawing of text sizes; the language's own name only where it does not fit beside the
/// way back.
struct ToolsLook {
    float pad = space::xl;
    float gap = space::roomy;
    bool words = true;
    bool text_size = true;
    Type type{.role = TypeRole::button};
};

ToolsLook const signs_alone{.pad = space::m, .gap = space::snug, .words = false};

float tools_width(ScreenContext& screen, ToolsLook const& look) {
    float width = look.pad + icon_side(screen) + look.pad;
    if (look.words) width += look.gap + screen.canvas.width_of(endonym(screen), look.type);
    if (look.text_size) width += look.gap + space::hair + look.gap + icon::frame;
    return width;
}

ToolsLook tools_look(ScreenContext& screen, float room) {
    for (ToolsLook look : {ToolsLook{}, ToolsLook{.pad = space::m, .gap = space::snug, .text_size = false}})
        for (TextSpacing const spacing : screen.spacings()) {
            look.type.spacing = spacing;
            if (tools_width(screen, look) <= room) return look;
        }
    return signs_alone;
}

float smallest_language_key(ScreenContext& screen) { return tools_width(screen, signs_alone); }

float draw_back(ScreenContext& screen, Box const& header) {
    constexpr float before = 22;
    constexpr float after = space::xxl;
    Canvas& canvas = screen.canvas;
    std::string const name = screen.say("header.back");
    IconAndWords back{.icon = "back",
                      .words = name,
                      .type = {.role = TypeRole::button},
                      .side = icon_side(screen),
                      .colour = Colour::ink};
    // The sign alone, where the words would meet the key for languages even as close as they usually are.
    float const room = header.w - before - after - space::m - smallest_language_key(screen);
    if (width_of(canvas, back) > room) back.type.spacing = TextSpacing::usual;
    if (width_of(canvas, back) > room) back.words.clear();
    float const inside = back.words.empty() ? back.side : width_of(canvas, back);
    Box const box = Row(header).start(before + inside + after);
    canvas.key(box, {.name = name, .id = screen.act(Back{})}, [&] {
        Row row(box);
        row.start(before);
        draw(canvas, row.start(inside), back);
    });
    return box.w;
}

/// The sign for languages, this one's name, a rule, and the sign for sizes of text.
void draw_inside_language_key(ScreenContext& screen, Box const& key, ToolsLook const& look) {
    constexpr float rule = 40;
    Canvas& canvas = screen.canvas;
    Row row(inset(face(key, lip::frame), look.pad, 0), look.gap);
    float const side = icon_side(screen);
    canvas.icon(centred(row.start(side), side), "language", Colour::ink);
    std::string const name = endonym(screen);
    if (look.words)
        canvas.words(centred(row.start(canvas.width_of(name, look.type)), canvas.line_of(look.type)), name, look.type);
    if (!look.text_size) return;
    Box const post = centred(row.start(space::hair), rule);
    canvas.post(post.x, post.y, post.h);
    canvas.icon(centred(row.start(icon::frame), icon::frame), "text-size", Colour::ink);
}

/// The key for language and text size, at the end of what is left of the header; gives its width.
float draw_language_key(ScreenContext& screen, Box const& room) {
    ToolsLook const look = tools_look(screen, room.w - space::snug);
    float const width = tools_width(screen, look);
    Box const box = Row(room).end(width);
    screen.canvas.key(box, {.name = screen.say("header.language"), .id = screen.act(Open{Screen::language, {}})},
                      [&] { draw_inside_language_key(screen, box, look); });
    return width;
}

/// A key that shows the same page in another language, in the words of that language.
struct Way {
    std::string words;
    Type type;
    What what;
};

Way way_to(ScreenContext& screen, std::string_view key, std::string const& language, What what) {
    constexpr float way_letters = 25;
    Text const text = screen.directory.phrase(key, {language, screen.terminal.profile, {}});
    return {text.words,
            {.role = TypeRole::button, .size = way_letters, .written = screen.written_in(text.language)},
            std::move(what)};
}

float way_width(ScreenContext& screen, Way const& way) {
    return screen.canvas.width_of(way.words, way.type) + 2 * space::xxl;
}

void draw_way(ScreenContext& screen, Box const& key, Way const& way, std::string_view which = {}) {
    Canvas& canvas = screen.canvas;
    canvas.key(key, {.name = way.words, .id = screen.act(way.what, which)}, [&] {
        Type type = way.type;
        type.alignment = Alignment::centre;
        Box const inside = inset(key, space::xxl, 0);
        canvas.words(centred(inside, canvas.height_of(inside.w, way.words, type)), way.words, type);
    });
}

/// In the words of the language that was left to read the source.
Way way_back(ScreenContext& screen) {
    std::string const& left = screen.visit.left_language;
    return way_to(screen, "unreviewed.read_in_this_language", left, ChooseLanguage{left});
}

/// Beside the key for languages, where a title of some length still has room. Width taken, with the gap.
float draw_way_back_in_header(ScreenContext& screen, Box const& room) {
    constexpr float title_room = 360;
    constexpr float apart = space::l;
    if (screen.visit.left_language.empty()) return 0;
    Way const way = way_back(screen);
    float const width = way_width(screen, way);
    if (room.w - width - apart < title_room) return 0;
    Row row(room);
    row.end(apart);
    draw_way(screen, row.end(width), way, "header");
    return width + apart;
}

}  // namespace

Box header_room(ScreenContext& screen) {
    Box header = screen.canvas.theme().header();
    header.h = header_key_height(screen);
    Row row(header, space::l);
    Canvas& canvas = screen.canvas;
    row.start(canvas.measure([&] { return draw_back(screen, header); }));
    row.end(canvas.measure([&] { return draw_language_key(screen, row.rest()); }));
    row.end(canvas.measure([&] { return draw_way_back_in_header(screen, row.rest()); }));
    return row.rest();
}

/// A title that stands in the header has at most two lines, and not for a word or two.
static bool fits_in_header(ScreenContext& screen, float room, std::string const& words, Type const& type) {
    constexpr float highest = 104;
    constexpr float most_lines = 1.9F;
    Canvas& canvas = screen.canvas;
    return canvas.height_of(room, words, type) <= highest && canvas.fits(room, words, type) &&
           canvas.width_of(words, type) <= room * most_lines;
}

static Box draw_inside_header(ScreenContext& screen, Title const& title) {
    Canvas& canvas = screen.canvas;
    Box header = canvas.theme().header();
    header.h = header_key_height(screen);
    Row row(header);
    row.start(draw_back(screen, header));
    row.end(draw_language_key(screen, row.rest()));
    row.end(draw_way_back_in_header(screen, row.rest()));
    if (title.tools) {
        row.end(space::l);
        draw_tools(screen, row.end(tools_width(screen, *title.tools)), *title.tools);
    }
    Box content = canvas.theme().content();
    if (title.words.empty() || draw_title_above(screen, title)) return content;
    Type type{.role = TypeRole::where, .line_height = {}, .heading = true};
    if (!title.name_language.empty()) type = name_type(type, screen.written_in(title.name_language));
    Box const room = inset(row.rest(), space::wide, 0);
    if (fits_in_header(screen, room.w, title.words, type)) {
        canvas.words(centred(room, canvas.height_of(room.w, title.words, type)), title.words, type);
        return content;
    }
    float const taken = canvas.words(content, title.words, type) + space::s;
    content.y += taken;
    content.h -= taken;
    return content;
}

Box draw_header(ScreenContext& screen, Title const& title) {
    Box content;
    screen.canvas.header([&] { content = draw_inside_header(screen, title); });
    return content;
}

Box content_under(ScreenContext& screen, Title const& title) {
    Box content;
    screen.canvas.measure([&] { return (content = draw_header(screen, title)).h; });
    return content;
}

void draw_page(ScreenContext& screen, Title const& title, std::function<float(Box const&)> const& inside) {
    Canvas& canvas = screen.canvas;
    Theme const& theme = canvas.theme();
    float const offset = screen.visit.here().scroll;
    Title in_page = title;
    if (!title.words.empty() && draw_title_above(screen, title)) in_page.words.clear();
    if (theme.header_scrolls()) {
        float const top = theme.touch_top();
        Box const viewport{theme.content().x, top, theme.content().w, theme.sill().y - top};
        canvas.scroll(viewport, offset, [&](Box const&) {
            Box const rest = draw_header(screen, in_page);
            return rest.y - top + inside(rest);
        });
    } else {
        canvas.scroll(draw_legend(screen, draw_header(screen, in_page)), offset, inside);
    }
    draw_sill(screen, Exit::shown);
}

namespace {

/// Its words take two lines where one is wider than the box.
float way_height(ScreenContext& screen, Way const& way, float width) {
    float const words = screen.canvas.height_of(width - 2 * space::xxl, way.words, way.type);
    return std::max(key::low, words + space::l);
}

float draw_way_back(ScreenContext& screen, Box const& box) {
    Way const way = way_back(screen);
    float const width = std::min(way_width(screen, way), box.w);
    float const height = way_height(screen, way, width);
    draw_way(screen, Row({box.x, box.y, box.w, height}).end(width), way);
    return height;
}

/// Among the languages that the place reads, the one that follows that of the page's foreign words.
std::string next_other_language(ScreenContext const& screen) {
    std::vector<std::string> codes;
    for (Language const& each : screen.terminal.show_languages)
        if (each.code != screen.visit.language) codes.push_back(each.code);
    auto const now = std::ranges::find(codes, screen.visit.other_language);
    if (now == codes.end()) return codes.empty() ? "" : codes.front();
    return now + 1 == codes.end() ? codes.front() : *(now + 1);
}

/// Out of foreign words: the same in another language of the place. Out of unread words: the whole page as it was
/// written.
std::vector<Way> ways_of_note(ScreenContext& screen) {
    std::vector<Way> ways;
    std::string const other = screen.drawn_for().foreign ? next_other_language(screen) : "";
    if (!other.empty() && other != screen.visit.other_language)
        ways.push_back(way_to(screen, "unreviewed.read_in_this_language", other, ChooseOtherLanguage{other}));
    if (screen.drawn_for().unread)
        ways.push_back(way_to(screen, "unreviewed.read_in_french", source_language, ReadSource{source_language}));
    return ways;
}

float width_of(ScreenContext& screen, std::vector<Way> const& ways) {
    float width = -space::s;
    for (Way const& way : ways) width += way_width(screen, way) + space::s;
    return std::max(width, 0.0F);
}

/// Beside each other where there is room, else below each other.
float draw_ways(ScreenContext& screen, Box const& box, std::vector<Way> const& ways) {
    if (width_of(screen, ways) <= box.w) {
        Row row({box.x, box.y, box.w, key::low}, space::s);
        for (Way const& way : ways) draw_way(screen, row.start(way_width(screen, way)), way);
        return ways.empty() ? 0 : key::low;
    }
    Flow flow(without_height(box));
    for (Way const& way : ways) {
        if (&way != &ways.front()) flow.skip(space::s);
        float const width = std::min(way_width(screen, way), box.w);
        draw_way(screen, Row(flow.take(way_height(screen, way, width))).start(width), way);
    }
    return flow.height();
}

/// The note, and the ways at its end where that leaves room for words of some length, else below.
float draw_note(ScreenContext& screen, Box const& box) {
    constexpr float least_room = 280;
    Canvas& canvas = screen.canvas;
    std::vector<Way> const ways = ways_of_note(screen);
    float const keys_width = width_of(screen, ways);
    IconAndWords const note{.icon = "info",
                            .words = screen.note(),
                            .type = {.role = TypeRole::caption, .colour = Colour::ink_soft},
                            .side = screen.icon(icon::note)};
    float const room = box.w - keys_width - space::wide - note.before();
    if (room > least_room * screen.em()) {
        float const text = height_of(canvas, box.w - keys_width - space::wide, note);
        Row row({box.x, box.y, box.w, std::max(key::low, text)}, space::wide);
        Box const keys = row.end(keys_width);
        draw(canvas, row.rest(), note);
        draw_ways(screen, centred(keys, key::low), ways);
        return keys.h;
    }
    Row row(without_height(box), note.gap);
    Box const icon = row.start(note.side);
    canvas.icon({icon.x, icon.y + space::hair, icon.w, icon.w}, note.icon, note.colour);
    Flow flow(without_height(box));
    flow.add(canvas.words(row.rest(), note.words, note.type)).skip(space::s);
    return flow.add(draw_ways(screen, flow.rest(), ways)).height();
}

}  // namespace

float unreviewed_note(ScreenContext& screen, Box const& box) {
    if (!screen.visit.left_language.empty()) return draw_way_back(screen, box);
    return screen.has_note() ? draw_note(screen, box) : 0;
}

}  // namespace halte
