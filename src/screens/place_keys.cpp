#include "place_keys.h"

#include <algorithm>

namespace halte {
namespace {

constexpr float between_places = space::m;
constexpr float place_pad = space::section;
constexpr float narrowest = 320;
constexpr int most_columns = 5;
constexpr float place_icon_gap = space::roomy;
constexpr float name_gap = space::snug;
constexpr float mark = 40;  ///< side of the tick on the chosen one

Type name_type_of(ScreenContext const& screen, PlaceKey const& key) {
    Type type{.role = TypeRole::card_title, .size = letters::key};
    if (!key.name_language.empty()) type.written = screen.written_in(key.name_language);
    return type;
}
Type local_type() { return name_type({.role = TypeRole::body}); }
Type line_type() { return {.role = TypeRole::caption, .colour = Colour::ink_soft}; }

/// What of a key's width is left to words.
float room_in(ScreenContext const& screen, float width, PlaceKey const& key) {
    float const icon = key.icon == nullptr ? 0 : screen.icon(icon::fact) + place_icon_gap;
    return width - 2 * place_pad - icon - (key.chosen ? mark + place_icon_gap : 0);
}

bool is_beside(ScreenContext& screen, float room, PlaceKey const& key) {
    return screen.canvas.width_of(key.name, name_type_of(screen, key)) + name_gap +
               screen.canvas.width_of(key.local_name, local_type()) <=
           room;
}

bool fits(ScreenContext& screen, float width, PlaceKey const& key) {
    float const room = room_in(screen, width, key);
    return screen.canvas.fits(room, key.name, name_type_of(screen, key)) &&
           screen.canvas.fits(room, key.line, line_type()) && screen.canvas.fits(room, key.local_name, local_type());
}

/// The name and the local one beside it, or below it where there is no room; then the line. Height taken.
float draw_name(ScreenContext& screen, Box const& box, PlaceKey const& key) {
    Canvas& canvas = screen.canvas;
    Type const type = name_type_of(screen, key);
    Flow flow(box);
    if (key.local_name.empty() || !is_beside(screen, box.w, key)) {
        flow.add(canvas.words(flow.rest(), key.name, type));
        return flow.add(canvas.words(flow.rest(), key.local_name, local_type())).height();
    }
    constexpr float drop = -2;  ///< the smaller name stands lower, nearer to the larger one's own line
    Row row({box.x, box.y, box.w, canvas.line_of(type)}, name_gap);
    Box const name = row.start(canvas.width_of(key.name, type));
    Box const local = row.start(canvas.width_of(key.local_name, local_type()));
    canvas.words(centred(face(local, drop), canvas.line_of(local_type())), key.local_name, local_type());
    return canvas.words(name, key.name, type);
}

float draw_words(ScreenContext& screen, Box const& box, PlaceKey const& key) {
    Flow flow(box);
    flow.add(draw_name(screen, flow.rest(), key));
    return flow.add(screen.canvas.words(flow.rest(), key.line, line_type())).height();
}

void draw_inside(ScreenContext& screen, Box const& box, PlaceKey const& key) {
    Canvas& canvas = screen.canvas;
    Row row(inset(face(box), place_pad, 0), place_icon_gap);
    if (key.icon != nullptr) {
        float const side = screen.icon(icon::fact);
        canvas.icon(centred(row.start(side), side), key.icon, Colour::accent);
    }
    Box const tick = key.chosen ? row.end(mark) : Box{};
    float const height = canvas.measure([&] { return draw_words(screen, row.rest(), key); });
    draw_words(screen, centred(row.rest(), height), key);
    if (key.chosen) canvas.icon(centred(tick, mark), "check", Colour::accent);
}

void draw_place_key(ScreenContext& screen, Box const& box, PlaceKey const& key) {
    Key const button{.name = key.name,
                     .id = screen.act(key.what),
                     .look = key.chosen ? KeyLook::chosen : KeyLook::plain,
                     .is_one_of = std::holds_alternative<ChooseTown>(key.what)};
    screen.canvas.key(box, button, [&] { draw_inside(screen, box, key); });
}

/// As many columns as leave every name and line whole.
Tiles tiles_of(ScreenContext& screen, Box const& box, std::vector<PlaceKey> const& keys) {
    for (int columns = screen.columns(box.w, narrowest, most_columns);; --columns) {
        Tiles const tiles = Tiles::across(box, columns, between_places);
        float const width = tiles.first.w;
        bool const all_fit = std::ranges::all_of(keys, [&](PlaceKey const& key) { return fits(screen, width, key); });
        if (all_fit || columns == 1) return tiles;
    }
}

}  // namespace

float draw_place_keys(ScreenContext& screen, Box const& box, std::vector<PlaceKey> const& keys) {
    Tiles tiles = tiles_of(screen, box, keys);
    auto const height = [&](PlaceKey const& key) {
        Box const room{0, 0, room_in(screen, tiles.first.w, key), 0};
        return screen.canvas.measure([&] { return draw_words(screen, room, key); }) + 2 * space::s;
    };
    tiles.first.h = largest(keys, height, key::middle);
    return draw_list(screen.canvas, tiles, keys,
                     [&](Box const& place, PlaceKey const& key) { draw_place_key(screen, place, key); });
}

}  // namespace halte
