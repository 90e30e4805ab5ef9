#include "large_keys.h"

#include <algorithm>

namespace halte {
namespace {

struct KeyMeasures {
    float disc = 92;
    float icon = 58;
    float apart = 22;
    float pad = space::xl;
    Type title{.role = TypeRole::card_title};
    Type line{.role = TypeRole::caption, .colour = Colour::ink_soft};
    Type number{.role = TypeRole::card_title, .colour = Colour::accent, .digits = true};
};

/// Long words in four rows of a low screen.
KeyMeasures dense_look() {
    KeyMeasures look{.disc = 64, .icon = 42, .apart = space::m, .pad = space::l};
    look.title.size = 23;
    look.title.line_height = 1.2F;
    look.line.size = 19;
    look.line.line_height = 1.25F;
    return look;
}

KeyMeasures look_of(ScreenContext const& screen, bool filled, bool dense) {
    constexpr float filled_title = 33;
    KeyMeasures look;
    if (filled) look.title.size = filled_title;
    if (dense) look = dense_look();
    if (screen.shape() == ShapeClass::portrait && !screen.canvas.theme().low()) {
        look = {.disc = 112, .icon = 66, .apart = space::xxl, .pad = 30};
        look.title.size = filled ? 36.0F : 35.0F;
        look.line.size = 26;
    }
    if (filled) look.title.colour = look.line.colour = Colour::on_accent;
    return look;
}

/// The title, below it the line and the number, as far as there are any.
float draw_texts(ScreenContext& screen, Box const& box, LargeKey const& key, KeyMeasures const& look) {
    Flow flow(box);
    Type title = look.title;
    if (key.size) title.size = key.size;
    title = screen.canvas.squeezed({0, 0, box.w, 0}, key.title.words, screen.type_of(title, key.title));
    flow.add(screen.words(flow.rest(), key.title, title));
    if (!key.line.words.empty()) flow.skip(space::tight).add(screen.words(flow.rest(), key.line, look.line));
    if (!key.number.empty()) flow.skip(space::tight).add(screen.canvas.words(flow.rest(), key.number, look.number));
    return flow.height();
}

float height_of_texts(ScreenContext& screen, float width, LargeKey const& key, KeyMeasures const& look) {
    return screen.canvas.measure([&] { return draw_texts(screen, {0, 0, width, 0}, key, look); });
}

float text_width(Box const& box, KeyMeasures const& look) { return box.w - 2 * look.pad - look.disc - look.apart; }

}  // namespace

float natural_height(ScreenContext& screen, float width, LargeKey const& key) {
    KeyMeasures const look = look_of(screen, key.filled, key.dense);
    float const texts = height_of_texts(screen, text_width({0, 0, width, 0}, look), key, look);
    float const air = key.dense ? space::xs : screen.canvas.theme().low() ? space::s : space::roomy;
    return std::max(look.disc, texts) + 2 * air;
}

/// The icon in its disc; beside it the words.
static void draw_inside(ScreenContext& screen, Box const& box, LargeKey const& key, KeyMeasures const& look) {
    Row row(inset(face(box), look.pad, 0), look.apart);
    Box const disc = centred(row.start(look.disc), look.disc);
    screen.canvas.disc(disc, key.filled ? Colour::accent_disc : Colour::tint);
    screen.canvas.icon(centred(disc, look.icon, look.icon), key.icon, key.filled ? Colour::on_accent : Colour::accent);
    draw_texts(screen, centred(row.rest(), height_of_texts(screen, row.rest().w, key, look)), key, look);
}

void draw_large_key(ScreenContext& screen, Box const& box, LargeKey const& key) {
    std::string const& title = screen.read(key.title);
    screen.read(key.line);
    Key const touched{.name = key.number.empty() ? title : title + " " + key.number,
                      .id = screen.act(key.what),
                      .look = key.filled ? KeyLook::filled : KeyLook::plain};
    screen.canvas.key(box, touched, [&] { draw_inside(screen, box, key, look_of(screen, key.filled, key.dense)); });
}

/// What each row has of the room.
static float share_of(ScreenContext const& screen, Tiles const& tiles, int count, float room) {
    constexpr float tallest = 360;
    constexpr float lowest_of_low = 94;  ///< where the keys were brought down
    float const least = screen.canvas.theme().low() ? lowest_of_low : key::high;
    return std::clamp((room + tiles.gap) / float(tiles.rows(count)) - tiles.gap, least, tallest);
}

/// Rows of equal height that share out the room there is, or take what they need. Where keys were brought down, they
/// stand closer even if not all of them have room.
Tiles tiles_of(ScreenContext& screen, Box const& place, int columns, std::vector<LargeKey>& keys, float room) {
    constexpr float dense_gap = 14;
    Tiles tiles = Tiles::across(place, columns, large_key_gap);
    auto const natural = [&](LargeKey const& key) { return natural_height(screen, tiles.first.w, key); };
    float const least = share_of(screen, tiles, int(keys.size()), room);
    tiles.first.h = largest(keys, natural, least);
    bool const narrow = screen.shape() == ShapeClass::landscape && columns > 2;
    if (tiles.first.h <= least || !narrow) return tiles;
    std::vector<LargeKey> dense = keys;
    for (LargeKey& each : dense) each.dense = true;
    Tiles closer = Tiles::across(place, columns, dense_gap);
    float const most = share_of(screen, closer, int(keys.size()), room);
    closer.first.h = largest(dense, natural, most);
    if (closer.first.h > most && !screen.canvas.theme().low()) return tiles;
    keys = std::move(dense);
    return closer;
}

float draw_large_keys(ScreenContext& screen, Tiles const& tiles, std::vector<LargeKey> const& keys) {
    return draw_list(screen.canvas, tiles, keys,
                     [&](Box const& box, LargeKey const& key) { draw_large_key(screen, box, key); });
}

}  // namespace halte
