#include <algorithm>

#include "large_keys.h"
#include "list.h"

namespace halte {
namespace {

constexpr float door_height = 84;
constexpr float text_column = 436;

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

/// The door for people afraid of doing harm: last, unfilled, and of another look than the subjects. In a place with
/// a height it is at least as high, and its words stand under each other.
float draw_door(Stage& stage, Box const& place) {
    if (!has_door(stage)) return 0;
    Canvas& canvas = stage.canvas;
    std::string const aside = stage.say("situations.authors_aside");
    std::string const label = stage.say("situations.authors");
    Type const soft{.role = TypeRole::caption, .colour = Colour::ink_soft};
    Type const body{.role = TypeRole::body};
    float const inside = place.w - 28 * 2 - 34 - 18;
    float const aside_line = canvas.width_of(aside, soft);
    bool const beside = place.h == 0 && aside_line + 18 + canvas.width_of(label, body) <= inside;
    float const aside_width = beside ? aside_line : inside;
    float const room = beside ? inside - aside_width - 18 : inside;
    float const label_height = canvas.height_of(room, label, body);
    float const aside_height = canvas.height_of(aside_width, aside, soft);
    float const text = beside ? label_height : label_height + aside_height;
    Box const box{place.x, place.y, place.w, std::max({door_height, text + 28, place.h})};
    canvas.key(box, {.name = label, .id = stage.act(Open{Screen::authors, {}}), .look = KeyLook::door}, [&] {
        float const middle = box.y + box.h / 2 - 1.5F;
        float const top = middle - text / 2;
        canvas.words({box.x + 28, beside ? middle - aside_height / 2 : top, aside_width, aside_height}, aside, soft);
        float const x = beside ? box.x + 28 + aside_width + 18 : box.x + 28;
        canvas.words({x, beside ? top : top + aside_height, room, label_height}, label, body);
        canvas.icon({box.right() - 28 - 34, middle - 17, 34, 34}, "forward", Colour::accent);
    });
    return box.h;
}

float draw_note(Stage& stage, Box const& box, char const* icon, std::string const& words) {
    float const side = stage.icon(34);
    Type const type{.role = TypeRole::caption, .colour = Colour::ink_soft};
    float const height = stage.canvas.words({box.x + side + 16, box.y, box.w - side - 16, 0}, words, type);
    float const line = stage.canvas.line_of(type);
    stage.canvas.icon({box.x, box.y + (line - side) / 2, side, side}, icon, Colour::accent);
    return std::max(height, side);
}

float draw_notes(Stage& stage, Box const& box) {
    float y = box.y;
    y += draw_note(stage, {box.x, y, box.w, 0}, "not-kept", stage.say("situations.nothing_kept")) + 12;
    y += draw_note(stage, {box.x, y, box.w, 0}, "seen", stage.say("situations.may_be_seen"));
    if (stage.has_note()) y += 12 + draw_note(stage, {box.x, y + 12, box.w, 0}, "info", stage.note());
    return y - box.y;
}

float draw_words(Stage& stage, Box const& box) {
    Canvas& canvas = stage.canvas;
    float y = box.y;
    y += canvas.words({box.x, y, box.w, 0}, stage.say("situations.title"), {.role = TypeRole::title, .heading = true}) +
         10;
    y += canvas.words({box.x, y, box.w, 0}, stage.say("situations.everyone"),
                      {.role = TypeRole::body, .colour = Colour::ink_soft}) +
         20;
    y += canvas.words({box.x, y, box.w, 0}, stage.say("situations.support"),
                      {.role = TypeRole::lead, .colour = Colour::accent, .weight = Weight::bold});
    return y - box.y;
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

/// Landscape: words and the filled key on the reading side, the grid beside them.
void draw_beside(Stage& stage, Box const& content) {
    Box const column{content.x, content.y, text_column, content.h - 24};
    float y = column.y + draw_words(stage, column) + 28;
    LargeKey const talk = talk_key(stage);
    float const talk_height = std::max(180.0F, natural_height(stage, column.w, talk));
    draw_large_key(stage, {column.x, y, column.w, talk_height}, talk);
    float const notes = stage.canvas.measure([&] { return draw_notes(stage, column); });
    draw_notes(stage, {column.x, column.bottom() - notes, column.w, notes});
    float const left = column.right() + 48;
    Box const place{left, content.y, content.right() - left, content.h};
    std::vector<LargeKey> const keys = situation_keys(stage);
    stage.canvas.scroll(place, stage.visit.here().scroll, [&](Box const& box) {
        int const columns = columns_of(stage, stage.columns(box.w, 400, 3), int(keys.size()));
        return draw_subjects(stage, box, columns, keys, box.h - 24) + 24;
    });
}

/// The first key is the one that asks nothing. It takes a row of its own where it would leave a hole in the last one.
float draw_talk_and_subjects(Stage& stage, Box const& box, float room) {
    std::vector<LargeKey> keys = situation_keys(stage);
    LargeKey const talk = talk_key(stage);
    int const columns = stage.columns(box.w, 400, 2);
    float above = 0;
    if (!has_door(stage) && columns > 1 && int(keys.size()) % columns == 0) {
        Box const row{box.x, box.y, box.w, std::max(180.0F, natural_height(stage, box.w, talk))};
        draw_large_key(stage, row, talk);
        above = row.h + large_key_gap;
    } else {
        keys.insert(keys.begin(), talk);
    }
    return above + draw_subjects(stage, {box.x, box.y + above, box.w, 0}, columns, keys, room - above);
}

/// Everything in one column: portrait, small screens, large text.
void draw_in_a_column(Stage& stage) {
    draw_page(stage, {}, [&](Box const& box) {
        float y = box.y + draw_words(stage, box) + 24;
        float const notes = stage.canvas.measure([&] { return draw_notes(stage, box); });
        float const room = box.bottom() - y - 22 - notes - 20;
        y += draw_talk_and_subjects(stage, {box.x, y, box.w, 0}, room) + 22;
        return y + draw_notes(stage, {box.x, y, box.w, 0}) + 20 - box.y;
    });
}

bool fits_beside(Stage& stage, Box const& content) {
    if (stage.shape() != ShapeClass::landscape || stage.canvas.theme().header_scrolls()) return false;
    Box const column{content.x, content.y, text_column, content.h - 24};
    float const words = stage.canvas.measure([&] { return draw_words(stage, column); });
    float const notes = stage.canvas.measure([&] { return draw_notes(stage, column); });
    float const talk = std::max(180.0F, natural_height(stage, column.w, talk_key(stage)));
    return words + 28 + talk + 24 + notes <= column.h;
}

}  // namespace

void draw_situations(Stage& stage) {
    if (!fits_beside(stage, content_under(stage, {}))) return draw_in_a_column(stage);
    draw_beside(stage, draw_header(stage, {}));
    draw_sill(stage, Exit::shown);
}

}  // namespace halte
