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
};

KeyMeasures look_of(Stage const& stage, bool filled) {
    constexpr float filled_title = 33;
    KeyMeasures look;
    if (filled) look.title.size = filled_title;
    if (stage.shape() == ShapeClass::portrait) {
        look = {.disc = 112, .icon = 66, .apart = space::xxl, .pad = 30};
        look.title.size = filled ? 36.0F : 35.0F;
        look.line.size = 26;
    }
    if (filled) look.title.colour = look.line.colour = Colour::on_accent;
    return look;
}

float text_width(Box const& box, KeyMeasures const& look) { return box.w - 2 * look.pad - look.disc - look.apart; }

}  // namespace

float natural_height(Stage& stage, float width, LargeKey const& key) {
    KeyMeasures const look = look_of(stage, key.filled);
    float const room = text_width({0, 0, width, 0}, look);
    float const title = stage.height_of(room, key.title, look.title);
    float const line = stage.height_of(room, key.line, look.line);
    return std::max(look.disc, title + space::tight + line) + 2 * space::roomy;
}

/// The icon in its disc; beside it the title over the line.
static void draw_inside(Stage& stage, Box const& box, LargeKey const& key, KeyMeasures const& look) {
    Row row(inset(face(box), look.pad, 0), look.apart);
    Box const disc = centred(row.start(look.disc), look.disc);
    stage.canvas.disc(disc, key.filled ? Colour::accent_disc : Colour::tint);
    stage.canvas.icon(centred(disc, look.icon, look.icon), key.icon, key.filled ? Colour::on_accent : Colour::accent);
    float const title = stage.height_of(row.rest().w, key.title, look.title);
    float const line = stage.height_of(row.rest().w, key.line, look.line);
    Flow flow(centred(row.rest(), title + space::tight + line));
    flow.add(stage.words(flow.rest(), key.title, look.title)).skip(space::tight);
    stage.words(flow.rest(), key.line, look.line);
}

void draw_large_key(Stage& stage, Box const& box, LargeKey const& key) {
    Key const touched{.name = stage.read(key.title),
                      .id = stage.act(key.what),
                      .look = key.filled ? KeyLook::filled : KeyLook::plain};
    stage.canvas.key(box, touched, [&] { draw_inside(stage, box, key, look_of(stage, key.filled)); });
}

/// Rows of equal height that share out the room there is, or take what they need.
Tiles tiles_of(Stage& stage, Box const& place, int columns, std::vector<LargeKey> const& keys, float room) {
    constexpr float tallest = 360;
    Tiles tiles = Tiles::across(place, columns, large_key_gap);
    float const share = (room + large_key_gap) / float(tiles.rows(int(keys.size()))) - large_key_gap;
    auto const natural = [&](LargeKey const& key) { return natural_height(stage, tiles.first.w, key); };
    tiles.first.h = largest(keys, natural, std::clamp(share, key::high, tallest));
    return tiles;
}

float draw_large_keys(Stage& stage, Tiles const& tiles, std::vector<LargeKey> const& keys) {
    return draw_list(stage.canvas, tiles, keys,
                     [&](Box const& box, LargeKey const& key) { draw_large_key(stage, box, key); });
}

}  // namespace halte
