#include <algorithm>

#include "large_keys.h"
#include "list.h"

namespace halte {
namespace {

constexpr float text_column = 436;
constexpr float narrowest_key = 400;
constexpr float page_foot = space::xl;

LargeKey talk_key(Stage& stage) {
    return {"talk", stage.directory.phrase("situations.talk", stage.viewpoint),
            stage.directory.phrase("situations.talk_line", stage.viewpoint), Open{Screen::general_lines, {}}, true};
}

std::vector<LargeKey> situation_keys(Stage& stage) {
    std::vector<LargeKey> keys;
    for (Situation const& situation : stage.directory.situations(stage.viewpoint))
        keys.push_back({situation.icon, situation.title, situation.line, Open{Screen::services, situation.id}});
    return keys;
}

/// A school has none.
bool has_door(Stage const& stage) {
    auto const profile = stage.directory.profile(stage.terminal.profile);
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

DoorWords door_words(Stage& stage, Box const& place) {
    Canvas& canvas = stage.canvas;
    Row row = door_row(place);
    row.end(icon::note);
    float const room = row.rest().w;
    DoorWords words{stage.say("situations.authors_aside"), stage.say("situations.authors")};
    float const aside = canvas.width_of(words.aside, aside_type);
    words.beside = place.h == 0 && aside + door_gap + canvas.width_of(words.label, label_type) <= room;
    words.aside_width = words.beside ? aside : room;
    float const label_width = words.beside ? room - aside - door_gap : room;
    float const label = canvas.height_of(label_width, words.label, label_type);
    words.height = words.beside ? label : label + canvas.height_of(room, words.aside, aside_type);
    return words;
}

void draw_door_words(Stage& stage, Box const& box, DoorWords const& words) {
    Canvas& canvas = stage.canvas;
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

/// The door is last, unfilled, and of another look than the subjects. In a place with a height it is at least as high.
float draw_door(Stage& stage, Box const& place) {
    if (!has_door(stage)) return 0;
    Canvas& canvas = stage.canvas;
    DoorWords const words = door_words(stage, place);
    Box const box{place.x, place.y, place.w, std::max({key::low, words.height + space::xxl, place.h})};
    Key const key{.name = words.label, .id = stage.act(Open{Screen::authors, {}}), .look = KeyLook::door};
    canvas.key(box, key, [&] {
        Row row = door_row(box);
        Box const arrow = row.end(icon::note);
        draw_door_words(stage, row.rest(), words);
        canvas.icon(centred(arrow, arrow.w), "forward", Colour::accent);
    });
    return box.h;
}

float draw_note(Stage& stage, Box const& box, char const* icon, std::string const& words) {
    Type const soft{.role = TypeRole::caption, .colour = Colour::ink_soft};
    return draw(stage.canvas, box, {.icon = icon, .words = words, .type = soft, .side = stage.icon(icon::note)},
                IconAt::first_line);
}

float draw_notes(Stage& stage, Box const& box) {
    Flow flow({box.x, box.y, box.w, 0});
    flow.add(draw_note(stage, flow.rest(), "not-kept", stage.say("situations.nothing_kept"))).skip(space::s);
    flow.add(draw_note(stage, flow.rest(), "seen", stage.say("situations.may_be_seen")));
    if (!stage.has_note()) return flow.height();
    flow.skip(space::s);
    return flow.add(draw_note(stage, flow.rest(), "info", stage.note())).height();
}

float draw_words(Stage& stage, Box const& box) {
    constexpr float under_title = 10;
    Canvas& canvas = stage.canvas;
    Flow flow(box);
    flow.add(canvas.words(flow.rest(), stage.say("situations.title"), {.role = TypeRole::title, .heading = true}))
        .skip(under_title);
    flow.add(canvas.words(flow.rest(), stage.say("situations.everyone"),
                          {.role = TypeRole::body, .colour = Colour::ink_soft}));
    flow.skip(space::l);
    flow.add(canvas.words(flow.rest(), stage.say("situations.support"),
                          {.role = TypeRole::lead, .colour = Colour::accent, .weight = Weight::bold}));
    return flow.height();
}

/// The subjects, then the door: in what their last row leaves free, else in a row of its own. `room` is for both.
float draw_subjects(Stage& stage, Box const& box, int columns, std::vector<LargeKey> const& keys, float room) {
    int const count = int(keys.size());
    bool const own_row = has_door(stage) && count % columns == 0;
    Box below{box.x, 0, box.w, 0};
    float const row = own_row ? large_key_gap + stage.canvas.measure([&] { return draw_door(stage, below); }) : 0;
    Tiles tiles = tiles_of(stage, {box.x, box.y, box.w, 0}, columns, keys, room - row);
    int const free = own_row || !has_door(stage) ? 0 : columns - count % columns;
    float const width = float(free) * (tiles.first.w + tiles.gap) - tiles.gap;
    auto const door = [&] { return draw_door(stage, {box.x, 0, width, 1}); };
    if (free > 0) tiles.first.h = std::max(tiles.first.h, stage.canvas.measure(door));
    float const height = draw_large_keys(stage, tiles, keys);
    below.y = box.y + height + large_key_gap;
    if (own_row) draw_door(stage, below);
    Box const next = tiles.at(count);
    if (free > 0) draw_door(stage, {next.x, next.y, width, next.h});
    return height + row;
}

/// The most columns that leave no hole in the last row; the door fills what they leave.
int columns_of(Stage const& stage, int most, int count) {
    if (has_door(stage)) return most;
    for (int columns = most; columns > 1; --columns)
        if (count % columns == 0) return columns;
    return most;
}

float talk_height(Stage& stage, float width) {
    return std::max(key::lead, natural_height(stage, width, talk_key(stage)));
}

/// The reading side of a page in landscape.
Box reading_column(Box const& content) { return {content.x, content.y, text_column, content.h - page_foot}; }

/// Landscape: words and the filled key on the reading side, the grid beside them.
void draw_beside(Stage& stage, Box const& content) {
    constexpr int most_columns = 3;
    Row row(content, space::columns);
    Box const column = reading_column(row.start(text_column));
    Flow flow(column);
    flow.add(draw_words(stage, column)).skip(space::xxl);
    draw_large_key(stage, flow.take(talk_height(stage, column.w)), talk_key(stage));
    float const notes = stage.canvas.measure([&] { return draw_notes(stage, column); });
    draw_notes(stage, {column.x, column.bottom() - notes, column.w, notes});
    std::vector<LargeKey> const keys = situation_keys(stage);
    stage.canvas.scroll(row.rest(), stage.visit.here().scroll, [&](Box const& box) {
        int const columns = columns_of(stage, stage.columns(box.w, narrowest_key, most_columns), int(keys.size()));
        return draw_subjects(stage, box, columns, keys, box.h - page_foot) + page_foot;
    });
}

/// The first key is the one that asks nothing. It takes a row of its own where it would leave a hole in the last one.
float draw_talk_and_subjects(Stage& stage, Box const& box, float room) {
    std::vector<LargeKey> keys = situation_keys(stage);
    LargeKey const talk = talk_key(stage);
    int const columns = stage.columns(box.w, narrowest_key, 2);
    Flow flow(box);
    if (!has_door(stage) && columns > 1 && int(keys.size()) % columns == 0) {
        draw_large_key(stage, flow.take(talk_height(stage, box.w)), talk);
        flow.skip(large_key_gap);
    } else {
        keys.insert(keys.begin(), talk);
    }
    return flow.add(draw_subjects(stage, flow.rest(), columns, keys, room - flow.height())).height();
}

/// Everything in one column: portrait, small screens, large text.
void draw_in_a_column(Stage& stage) {
    constexpr float around_keys = 22;
    draw_page(stage, {}, [&](Box const& box) {
        Flow flow({box.x, box.y, box.w, 0});
        flow.add(draw_words(stage, flow.rest())).skip(space::xl);
        float const notes = stage.canvas.measure([&] { return draw_notes(stage, box); });
        float const room = box.bottom() - flow.y() - around_keys - notes - space::l;
        flow.add(draw_talk_and_subjects(stage, flow.rest(), room)).skip(around_keys);
        return flow.add(draw_notes(stage, flow.rest())).skip(space::l).height();
    });
}

bool fits_beside(Stage& stage, Box const& content) {
    if (stage.shape() != ShapeClass::landscape || stage.canvas.theme().header_scrolls()) return false;
    Box const column = reading_column(content);
    float const words = stage.canvas.measure([&] { return draw_words(stage, column); });
    float const notes = stage.canvas.measure([&] { return draw_notes(stage, column); });
    return words + space::xxl + talk_height(stage, column.w) + space::xl + notes <= column.h;
}

}  // namespace

void draw_situations(Stage& stage) {
    if (!fits_beside(stage, content_under(stage, {}))) return draw_in_a_column(stage);
    draw_beside(stage, draw_header(stage, {}));
    draw_sill(stage, Exit::shown);
}

}  // namespace halte
