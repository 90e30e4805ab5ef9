#include <algorithm>

#include "list.h"

namespace halte {
namespace {

constexpr float gap = 20;
constexpr float door_height = 84;
constexpr float text_column = 436;

/// One large key: an icon in a disc, a title of at most four words, one line.
struct Cell {
    std::string icon;
    Text title;
    Text line;
    What what;
    bool filled = false;
};

struct CellLook {
    float disc = 92;
    float icon = 58;
    float space = 22;
    float pad = 24;
    Type title{.role = TypeRole::card_title};
    Type line{.role = TypeRole::caption, .colour = Colour::ink_soft};
};

CellLook look_of(Stage const& stage, bool filled) {
    CellLook look;
    if (stage.shape() == ShapeClass::portrait) {
        look = {.disc = 112, .icon = 66, .space = 28, .pad = 30};
        look.title.size = 35;
        look.line.size = 26;
    }
    if (filled) {
        look.title.colour = Colour::on_accent;
        look.line.colour = Colour::on_accent;
        look.title.size = stage.shape() == ShapeClass::portrait ? 36.0F : 33.0F;
    }
    return look;
}

float text_width(Box const& box, CellLook const& look) { return box.w - 2 * look.pad - look.disc - look.space; }

float natural_height(Stage& stage, float width, Cell const& cell) {
    CellLook const look = look_of(stage, cell.filled);
    float const room = text_width({0, 0, width, 0}, look);
    float const text = stage.height_of(room, cell.title, look.title) + 6 + stage.height_of(room, cell.line, look.line);
    return std::max(look.disc, text) + 2 * 18;
}

void draw_cell(Stage& stage, Box const& box, Cell const& cell) {
    Canvas& canvas = stage.canvas;
    CellLook const look = look_of(stage, cell.filled);
    float const room = text_width(box, look);
    float const title = stage.height_of(room, cell.title, look.title);
    float const line = stage.height_of(room, cell.line, look.line);
    Key const key{.name = stage.read(cell.title),
                  .action = stage.act(cell.what),
                  .look = cell.filled ? KeyLook::filled : KeyLook::plain};
    canvas.key(box, key, [&] {
        float const middle = box.y + box.h / 2 - 1.5F;
        Box const disc{box.x + look.pad, middle - look.disc / 2, look.disc, look.disc};
        canvas.disc(disc, cell.filled ? Colour::accent_disc : Colour::tint);
        canvas.icon(disc.inset((look.disc - look.icon) / 2), cell.icon,
                    cell.filled ? Colour::on_accent : Colour::accent);
        float const x = disc.right() + look.space;
        float const y = middle - (title + 6 + line) / 2;
        stage.words({x, y, room, title}, cell.title, look.title);
        stage.words({x, y + title + 6, room, line}, cell.line, look.line);
    });
}

Cell talk_cell(Stage& stage) {
    return {"talk", stage.directory.phrase("situations.talk", stage.viewpoint),
            stage.directory.phrase("situations.talk_line", stage.viewpoint), Open{Screen::general_lines, {}}, true};
}

std::vector<Cell> situation_cells(Stage& stage) {
    std::vector<Cell> cells;
    for (Situation const& situation : stage.directory.situations(stage.viewpoint))
        cells.push_back({situation.icon, situation.title, situation.line, Open{Screen::services, situation.id}});
    return cells;
}

/// A school has none.
bool has_door(Stage const& stage) {
    auto const profile = stage.directory.profile(stage.terminal.profile);
    return !profile || profile->authors_door;
}

/// The door for people afraid of doing harm: last, unfilled, apart.
float draw_door(Stage& stage, Box const& place) {
    if (!has_door(stage)) return 0;
    Canvas& canvas = stage.canvas;
    std::string const aside = stage.say("situations.authors_aside");
    std::string const label = stage.say("situations.authors");
    Type const soft{.role = TypeRole::caption, .colour = Colour::ink_soft};
    Type const body{.role = TypeRole::body};
    float const inside = place.w - 28 * 2 - 34 - 18;
    float const aside_line = canvas.width_of(aside, soft);
    bool const beside = aside_line + 18 + canvas.width_of(label, body) <= inside;
    float const aside_width = beside ? aside_line : inside;
    float const room = beside ? inside - aside_width - 18 : inside;
    float const label_height = canvas.height_of(room, label, body);
    float const aside_height = canvas.height_of(aside_width, aside, soft);
    float const text = beside ? label_height : label_height + aside_height;
    Box const box{place.x, place.y, place.w, std::max(door_height, text + 28)};
    canvas.key(box, {.name = label, .action = stage.act(Open{Screen::authors, {}}), .look = KeyLook::door}, [&] {
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
    if (stage.unreviewed()) y += 12 + draw_note(stage, {box.x, y + 12, box.w, 0}, "info", stage.say("unreviewed.note"));
    return y - box.y;
}

float draw_words(Stage& stage, Box const& box) {
    Canvas& canvas = stage.canvas;
    float y = box.y;
    y += canvas.words({box.x, y, box.w, 0}, stage.say("situations.title"), {.role = TypeRole::title}) + 10;
    y += canvas.words({box.x, y, box.w, 0}, stage.say("situations.everyone"),
                      {.role = TypeRole::body, .colour = Colour::ink_soft}) +
         20;
    y += canvas.words({box.x, y, box.w, 0}, stage.say("situations.support"),
                      {.role = TypeRole::lead, .colour = Colour::accent, .weight = Weight::bold});
    return y - box.y;
}

/// Rows of equal height that share out the room there is, or take what they need.
Tiles tiles_of(Stage& stage, Box const& place, int columns, std::vector<Cell> const& cells, float room) {
    Tiles tiles{.first = place, .columns = columns, .gap = gap};
    tiles.first.w = (place.w - gap * float(columns - 1)) / float(columns);
    constexpr float tallest = 360;
    float const share = (room + gap) / float(tiles.rows(int(cells.size()))) - gap;
    tiles.first.h = std::clamp(share, 120.0F, tallest);
    for (Cell const& cell : cells) tiles.first.h = std::max(tiles.first.h, natural_height(stage, tiles.first.w, cell));
    return tiles;
}

float draw_grid(Stage& stage, Tiles const& tiles, std::vector<Cell> const& cells) {
    int const count = int(cells.size());
    for (int at = 0; at < count; ++at) draw_cell(stage, tiles.at(at), cells[std::size_t(at)]);
    return tiles.height(count);
}

/// Landscape: words and the filled key on the reading side, the grid beside them.
void draw_beside(Stage& stage, Box const& content) {
    Box const column{content.x, content.y, text_column, content.h - 24};
    float y = column.y + draw_words(stage, column) + 28;
    Cell const talk = talk_cell(stage);
    float const talk_height = std::max(180.0F, natural_height(stage, column.w, talk));
    draw_cell(stage, {column.x, y, column.w, talk_height}, talk);
    float const notes = stage.canvas.measure([&] { return draw_notes(stage, column); });
    draw_notes(stage, {column.x, column.bottom() - notes, column.w, notes});
    float const left = column.right() + 48;
    Box const place{left, content.y, content.right() - left, content.h};
    std::vector<Cell> const cells = situation_cells(stage);
    stage.canvas.scroll(place, stage.visit.here().scroll, [&](Box const& box) {
        int const columns = stage.columns(box.w, 400, 3);
        Tiles const tiles = tiles_of(stage, box, columns, cells, box.h - 24 - door_height - gap);
        float const height = draw_grid(stage, tiles, cells);
        return height + gap + draw_door(stage, {box.x, box.y + height + gap, box.w, 0}) + 24;
    });
}

/// Everything in one column: portrait, small screens, large text. The first key is the one that asks nothing.
void draw_in_a_column(Stage& stage) {
    std::vector<Cell> cells = situation_cells(stage);
    cells.insert(cells.begin(), talk_cell(stage));
    draw_page(stage, {}, [&](Box const& box) {
        float y = box.y + draw_words(stage, box) + 24;
        float const notes = stage.canvas.measure([&] { return draw_notes(stage, box); });
        float const door = stage.canvas.measure([&] { return draw_door(stage, box); });
        float const room = box.bottom() - y - gap - door - 22 - notes - 20;
        y += draw_grid(stage, tiles_of(stage, {box.x, y, box.w, 0}, stage.columns(box.w, 400, 2), cells, room), cells) +
             gap;
        y += draw_door(stage, {box.x, y, box.w, 0}) + 22;
        return y + draw_notes(stage, {box.x, y, box.w, 0}) + 20 - box.y;
    });
}

bool fits_beside(Stage& stage, Box const& content) {
    if (stage.shape() != ShapeClass::landscape || stage.canvas.theme().header_scrolls()) return false;
    Box const column{content.x, content.y, text_column, content.h - 24};
    float const words = stage.canvas.measure([&] { return draw_words(stage, column); });
    float const notes = stage.canvas.measure([&] { return draw_notes(stage, column); });
    float const talk = std::max(180.0F, natural_height(stage, column.w, talk_cell(stage)));
    return words + 28 + talk + 24 + notes <= column.h;
}

}  // namespace

void draw_situations(Stage& stage) {
    if (!fits_beside(stage, content_under(stage, {}))) return draw_in_a_column(stage);
    draw_beside(stage, draw_header(stage, {}));
    draw_sill(stage, Exit::shown);
}

}  // namespace halte
