#include <algorithm>

#include "above.h"
#include "large_keys.h"
#include "legend.h"
#include "list.h"
#include "tools.h"

namespace halte {
namespace {

constexpr float text_column = 436;
constexpr float narrowest_key = 400;
constexpr float page_foot = space::xl;

LargeKey talk_key(ScreenContext& screen) {
    return {"talk", screen.directory.phrase("situations.talk", screen.viewpoint),
            screen.directory.phrase("situations.talk_line", screen.viewpoint), Open{Screen::general_lines, {}}, true};
}

std::vector<LargeKey> situation_keys(ScreenContext& screen) {
    std::vector<LargeKey> keys;
    for (Situation const& situation : screen.directory.situations(screen.viewpoint))
        keys.push_back({situation.icon, situation.title, situation.line, Open{Screen::services, situation.id}});
    return keys;
}

/// Whether the key for people afraid of doing harm is there; a school has no such key.
bool has_door(ScreenContext const& screen) {
    auto const profile = screen.directory.profile(screen.terminal.profile);
    return !profile || profile->authors_door;
}

/// The words of the door for people afraid of doing harm: to whom they speak, then what they lead to. Under each other
/// in a place with a height, else beside each other where that fits.
struct DoorWords {
    std::string aside;
    std::string label;
    bool beside = false;
    float aside_width = 0;
    float height = 0;  ///< of both
};
Type const aside_type{.role = TypeRole::caption, .colour = Colour::ink_soft};
Type const label_type{.role = TypeRole::body};
constexpr float door_gap = space::roomy;

/// What of the door is left to words before its arrow.
Row door_row(Box const& door) {
    Row row(inset(face(door), space::xxl, 0), door_gap);
    return row;
}

DoorWords door_words(ScreenContext& screen, Box const& place) {
    Canvas& canvas = screen.canvas;
    Row row = door_row(place);
    row.end(icon::note);
    float const room = row.rest().w;
    DoorWords words{screen.say("situations.authors_aside"), screen.say("situations.authors")};
    float const aside = canvas.width_of(words.aside, aside_type);
    words.beside = place.h == 0 && aside + door_gap + canvas.width_of(words.label, label_type) <= room;
    words.aside_width = words.beside ? aside : room;
    float const label_width = words.beside ? room - aside - door_gap : room;
    float const label = canvas.height_of(label_width, words.label, label_type);
    words.height = words.beside ? label : label + canvas.height_of(room, words.aside, aside_type);
    return words;
}

void draw_door_words(ScreenContext& screen, Box const& box, DoorWords const& words) {
    Canvas& canvas = screen.canvas;
    float const aside = canvas.height_of(words.aside_width, words.aside, aside_type);
    if (words.beside) {
        Row row(box, door_gap);
        canvas.words(centred(row.start(words.aside_width), aside), words.aside, aside_type);
        canvas.words(centred(row.rest(), words.height), words.label, label_type);
        return;
    }
    Flow flow(centred(box, words.height));
    canvas.words(flow.take(aside), words.aside, aside_type);
    canvas.words(flow.rest(), words.label, label_type);
}

/// The door comes last and looks different from the subjects. In a place with a height it is at least as high.
float draw_door(ScreenContext& screen, Box const& place) {
    if (!has_door(screen)) return 0;
    Canvas& canvas = screen.canvas;
    DoorWords const words = door_words(screen, place);
    Box const box{place.x, place.y, place.w, std::max({key::low, words.height + space::xxl, place.h})};
    Key const key{.name = words.label, .id = screen.act(Open{Screen::authors, {}}), .look = KeyLook::door};
    canvas.key(box, key, [&] {
        Row row = door_row(box);
        Box const arrow = row.end(icon::note);
        draw_door_words(screen, row.rest(), words);
        canvas.icon(centred(arrow, arrow.w), "forward", Colour::accent);
    });
    return box.h;
}

float draw_note(ScreenContext& screen, Box const& box, char const* icon, std::string const& words) {
    Type const soft{.role = TypeRole::caption, .colour = Colour::ink_soft};
    return draw(screen.canvas, box, {.icon = icon, .words = words, .type = soft, .side = screen.icon(icon::note)},
                IconAt::first_line);
}

float draw_notes(ScreenContext& screen, Box const& box) {
    Flow flow(without_height(box));
    flow.add(draw_note(screen, flow.rest(), "not-kept", screen.say("situations.nothing_kept"))).skip(space::s);
    flow.add(draw_note(screen, flow.rest(), "seen", screen.say("situations.may_be_seen")));
    if (!screen.has_note()) return flow.height();
    flow.skip(space::s);
    return flow.add(draw_note(screen, flow.rest(), "info", screen.note())).height();
}

float draw_support(ScreenContext& screen, Box const& box) {
    Canvas& canvas = screen.canvas;
    Flow flow(box);
    flow.add(canvas.words(flow.rest(), screen.say("situations.everyone"),
                          {.role = TypeRole::body, .colour = Colour::ink_soft}));
    flow.skip(space::l);
    return flow
        .add(canvas.words(flow.rest(), screen.say("situations.support"),
                          {.role = TypeRole::lead, .colour = Colour::accent, .weight = Weight::bold}))
        .height();
}

float draw_words(ScreenContext& screen, Box const& box, Type const& title) {
    constexpr float under_title = 10;
    Flow flow(box);
    flow.add(screen.canvas.words(flow.rest(), screen.say("situations.title"), title)).skip(under_title);
    return flow.add(draw_support(screen, flow.rest())).height();
}

float draw_words(ScreenContext& screen, Box const& box) {
    return draw_words(screen, box, {.role = TypeRole::title, .heading = true});
}

/// What a page has beside its subjects and under them.
struct Around {
    bool tools = true;  ///< under them, unless they stand above them
    bool door = false;  ///< in a row of its own
};
float draw_around(ScreenContext& screen, Box const& box, Around const& around) {
    Flow flow(without_height(box));
    if (around.tools) flow.skip(large_key_gap).add(draw_tools(screen, flow.rest()));
    if (around.door) flow.skip(large_key_gap).add(draw_door(screen, flow.rest()));
    return flow.height();
}

/// The subjects, the tools, then the door: that stands in what the last row of subjects leaves free, so that eleven
/// subjects and the door stand on one page in landscape, else in a row of its own. `room` is for all.
float draw_subjects(ScreenContext& screen, Box const& box, int columns, std::vector<LargeKey> keys, float room,
                    bool with_tools) {
    int const count = int(keys.size());
    bool const own_row = has_door(screen) && count % columns == 0;
    Box below{box.x, 0, box.w, 0};
    Around const around{with_tools, own_row};
    float const rows = screen.canvas.measure([&] { return draw_around(screen, below, around); });
    Tiles tiles = tiles_of(screen, without_height(box), columns, keys, room - rows);
    int const free = own_row || !has_door(screen) ? 0 : columns - count % columns;
    float const width = float(free) * (tiles.first.w + tiles.gap) - tiles.gap;
    auto const door = [&] { return draw_door(screen, {box.x, 0, width, 1}); };
    if (free > 0) tiles.first.h = std::max(tiles.first.h, screen.canvas.measure(door));
    float const height = draw_large_keys(screen, tiles, keys);
    Box const next = tiles.at(count);
    if (free > 0) draw_door(screen, {next.x, next.y, width, next.h});
    below.y = box.y + height;
    return height + draw_around(screen, below, around);
}

/// The most columns that leave no hole in the last row; the door fills what they leave.
int columns_of(ScreenContext const& screen, int most, int count) {
    if (has_door(screen)) return most;
    for (int columns = most; columns > 1; --columns)
        if (count % columns == 0) return columns;
    return most;
}

float talk_height(ScreenContext& screen, float width) {
    return std::max(key::lead, natural_height(screen, width, talk_key(screen)));
}

/// The reading side of a page in landscape.
Box reading_column(Box const& content) { return {content.x, content.y, text_column, content.h - page_foot}; }

/// The tools stand above the subjects where the header leaves them room: under these they would be on another page.
bool draw_tools_in_header(ScreenContext& screen, float x) {
    Box const room = header_room(screen);
    Box const place{x, room.y, room.right() - x, 0};
    if (x < room.x || place.w <= 0) return false;
    for (ToolsRoom const look : {ToolsRoom::page, ToolsRoom::header}) {
        if (screen.canvas.measure([&] { return draw_tools(screen, place, look); }) > room.h) continue;
        draw_tools(screen, place, look);
        return true;
    }
    return false;
}

/// Landscape: words and the filled key on the reading side, the grid beside them.
void draw_beside(ScreenContext& screen, Box const& content) {
    constexpr int most_columns = 3;
    Row row(content, space::columns);
    Box const column = reading_column(row.start(text_column));
    Flow flow(column);
    flow.add(draw_words(screen, column)).skip(space::xxl);
    draw_large_key(screen, flow.take(talk_height(screen, column.w)), talk_key(screen));
    float const notes = screen.canvas.measure([&] { return draw_notes(screen, column); });
    draw_notes(screen, {column.x, column.bottom() - notes, column.w, notes});
    bool const tools_above = draw_tools_in_header(screen, row.rest().x);
    std::vector<LargeKey> const keys = situation_keys(screen);
    screen.canvas.scroll(draw_legend(screen, row.rest()), screen.visit.here().scroll, [&](Box const& box) {
        int const columns = columns_of(screen, screen.columns(box.w, narrowest_key, most_columns), int(keys.size()));
        return draw_subjects(screen, box, columns, keys, box.h - page_foot, !tools_above) + page_foot;
    });
}

/// The key for talking to somebody comes first. It takes a row of its own where it would leave a hole in the last row.
float draw_talk_and_subjects(ScreenContext& screen, Box const& box, float room, bool with_tools) {
    constexpr int most_in_landscape = 4;  ///< where the keys were brought down
    std::vector<LargeKey> keys = situation_keys(screen);
    LargeKey const talk = talk_key(screen);
    bool const low_and_wide = screen.canvas.theme().low() && screen.shape() == ShapeClass::landscape;
    int const columns = screen.columns(box.w, narrowest_key, low_and_wide ? most_in_landscape : 2);
    Flow flow(box);
    if (!has_door(screen) && columns > 1 && int(keys.size()) % columns == 0) {
        draw_large_key(screen, flow.take(talk_height(screen, box.w)), talk);
        flow.skip(large_key_gap);
    } else {
        keys.insert(keys.begin(), talk);
    }
    return flow.add(draw_subjects(screen, flow.rest(), columns, keys, room - flow.height(), with_tools)).height();
}

/// What of the words to be read stands on the page with the keys, and not above it.
struct ToRead {
    bool title = true;
    bool support = true;
    bool notes = true;
};

/// Above keys that were brought down stands as much of them as has room, the title first.
ToRead draw_words_above(ScreenContext& screen) {
    Type const large{.role = TypeRole::title, .size = title_size_above(screen), .heading = true};
    auto const all = [&](Box const& box) {
        Flow flow(box);
        flow.add(draw_words(screen, flow.rest(), large)).skip(space::xxl);
        return flow.add(draw_notes(screen, flow.rest())).height();
    };
    if (draw_above(screen, all)) return {false, false, false};
    if (draw_above(screen, [&](Box const& box) { return draw_words(screen, box); })) return {false, false, true};
    return {.title = !draw_title_above(screen, {screen.say("situations.title")})};
}

/// Beside the way back, where the title stands above the keys.
std::optional<ToolsRoom> tools_beside_back(ScreenContext& screen) {
    if (!screen.canvas.theme().low()) return std::nullopt;
    Box const room = header_room(screen);
    for (ToolsRoom const look : {ToolsRoom::page, ToolsRoom::header}) {
        Box const place{0, 0, tools_width(screen, look), 0};
        if (place.w > room.w) continue;
        if (screen.canvas.measure([&] { return draw_tools(screen, place, look); }) <= room.h) return look;
    }
    return std::nullopt;
}

/// Everything in one column: portrait, small screens, large text, and keys that were brought down. Of these the keys
/// come first, and after them what had no room above.
void draw_in_a_column(ScreenContext& screen) {
    constexpr float around_keys = 22;
    ToRead const here = draw_words_above(screen);
    auto const tools = tools_beside_back(screen);
    draw_page(screen, {.tools = tools}, [&](Box const& box) {
        auto const draw_foot = [&](Box const& place) {
            Flow flow(without_height(place));
            if (here.support && !here.title) flow.skip(around_keys).add(draw_support(screen, flow.rest()));
            if (here.notes) flow.skip(around_keys).add(draw_notes(screen, flow.rest()));
            return flow.height();
        };
        Flow flow(without_height(box));
        if (here.title) flow.add(draw_words(screen, flow.rest())).skip(space::xl);
        float const foot = screen.canvas.measure([&] { return draw_foot(box); });
        float const room = box.bottom() - flow.y() - foot - space::l;
        flow.add(draw_talk_and_subjects(screen, flow.rest(), room, !tools));
        return flow.add(draw_foot(flow.rest())).skip(space::l).height();
    });
}

bool fits_beside(ScreenContext& screen, Box const& content) {
    if (screen.shape() != ShapeClass::landscape || screen.canvas.theme().header_scrolls()) return false;
    Box const column = reading_column(content);
    float const words = screen.canvas.measure([&] { return draw_words(screen, column); });
    float const notes = screen.canvas.measure([&] { return draw_notes(screen, column); });
    return words + space::xxl + talk_height(screen, column.w) + space::xl + notes <= column.h;
}

}  // namespace

void draw_situations(ScreenContext& screen) {
    if (!fits_beside(screen, content_under(screen, {}))) return draw_in_a_column(screen);
    draw_beside(screen, draw_header(screen, {}));
    draw_sill(screen, Exit::shown);
}

}  // namespace halte
