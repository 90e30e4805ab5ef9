#include "place_keys.h"

#include <algorithm>

namespace halte {
namespace {

constexpr float gap = 16;
constexpr float pad = 26;
constexpr float lowest = 96;
constexpr float above_and_below = 24;
constexpr float narrowest = 320;
constexpr int most_columns = 5;
constexpr float icon_gap = 18;
constexpr float name_gap = 14;
constexpr float mark = 40;  ///< side of the tick on the chosen one

Type name_type_of(Stage const& stage, PlaceKey const& key) {
    Type type{.role = TypeRole::card_title, .size = 28.0F};
    if (!key.name_language.empty()) type.written = stage.written_in(key.name_language);
    return type;
}
Type local_type() { return name_type({.role = TypeRole::body}); }
Type line_type() { return {.role = TypeRole::caption, .colour = Colour::ink_soft}; }

/// What of a key's width is left to words.
float room_in(Stage const& stage, float width, PlaceKey const& key) {
    float const icon = key.icon == nullptr ? 0 : stage.icon(36) + icon_gap;
    return width - 2 * pad - icon - (key.chosen ? mark + icon_gap : 0);
}

bool is_beside(Stage& stage, float room, PlaceKey const& key) {
    return stage.canvas.width_of(key.name, name_type_of(stage, key)) + name_gap +
               stage.canvas.width_of(key.local_name, local_type()) <=
           room;
}

bool fits(Stage& stage, float width, PlaceKey const& key) {
    float const room = room_in(stage, width, key);
    return stage.canvas.fits(room, key.name, name_type_of(stage, key)) &&
           stage.canvas.fits(room, key.line, line_type()) && stage.canvas.fits(room, key.local_name, local_type());
}

/// The name and the local one beside it, or below it where there is no room; then the line. Height taken.
float draw_words(Stage& stage, Box const& box, PlaceKey const& key) {
    Canvas& canvas = stage.canvas;
    Type const name = name_type_of(stage, key);
    float y = box.y;
    if (key.local_name.empty()) {
        y += canvas.words({box.x, y, box.w, 0}, key.name, name);
    } else if (is_beside(stage, box.w, key)) {
        float const width = canvas.width_of(key.name, name);
        float const lower = (canvas.line_of(name) - canvas.line_of(local_type())) / 2 + 1;
        float const left = box.x + width + name_gap;
        canvas.words({left, y + lower, canvas.width_of(key.local_name, local_type()), 0}, key.local_name, local_type());
        y += canvas.words({box.x, y, width, 0}, key.name, name);
    } else {
        y += canvas.words({box.x, y, box.w, 0}, key.name, name);
        y += canvas.words({box.x, y, box.w, 0}, key.local_name, local_type());
    }
    return y + canvas.words({box.x, y, box.w, 0}, key.line, line_type()) - box.y;
}

void draw_place_key(Stage& stage, Box const& box, PlaceKey const& key) {
    Canvas& canvas = stage.canvas;
    Key const button{.name = key.name,
                     .id = stage.act(key.what),
                     .look = key.chosen ? KeyLook::chosen : KeyLook::plain,
                     .is_one_of = std::holds_alternative<ChooseTown>(key.what)};
    canvas.key(box, button, [&] {
        float const middle = box.y + box.h / 2 - 1.5F;
        float x = box.x + pad;
        if (key.icon != nullptr) {
            float const side = stage.icon(36);
            canvas.icon({x, middle - side / 2, side, side}, key.icon, Colour::accent);
            x += side + icon_gap;
        }
        float const room = room_in(stage, box.w, key);
        float const height = canvas.measure([&] { return draw_words(stage, {x, 0, room, 0}, key); });
        draw_words(stage, {x, middle - height / 2, room, 0}, key);
        if (key.chosen) canvas.icon({box.right() - pad - mark, middle - mark / 2, mark, mark}, "check", Colour::accent);
    });
}

struct Grid {
    int columns = 1;
    float width = 0;
};

Grid grid_of(Stage& stage, float room, std::vector<PlaceKey> const& keys) {
    for (int columns = stage.columns(room, narrowest, most_columns);; --columns) {
        float const width = (room - gap * float(columns - 1)) / float(columns);
        bool const all_fit = std::ranges::all_of(keys, [&](PlaceKey const& key) { return fits(stage, width, key); });
        if (all_fit || columns == 1) return {columns, width};
    }
}

}  // namespace

float draw_place_keys(Stage& stage, Box const& box, std::vector<PlaceKey> const& keys) {
    Grid const grid = grid_of(stage, box.w, keys);
    float height = lowest;
    for (PlaceKey const& key : keys) {
        float const room = room_in(stage, grid.width, key);
        float const words = stage.canvas.measure([&] { return draw_words(stage, {0, 0, room, 0}, key); });
        height = std::max(height, words + above_and_below);
    }
    Tiles const tiles{{box.x, box.y, grid.width, height}, grid.columns, gap};
    int const count = int(keys.size());
    stage.canvas.list([&] {
        for (int at = 0; at < count; ++at)
            stage.canvas.item([&] { draw_place_key(stage, tiles.at(at), keys[std::size_t(at)]); });
    });
    return tiles.height(count);
}

}  // namespace halte
