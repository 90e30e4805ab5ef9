#include "large_keys.h"

#include <algorithm>

namespace halte {
namespace {

struct KeyMeasures {
    float disc = 92;
    float icon = 58;
    float space = 22;
    float pad = 24;
    Type title{.role = TypeRole::card_title};
    Type line{.role = TypeRole::caption, .colour = Colour::ink_soft};
};

KeyMeasures look_of(Stage const& stage, bool filled) {
    KeyMeasures look;
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

float text_width(Box const& box, KeyMeasures const& look) { return box.w - 2 * look.pad - look.disc - look.space; }

}  // namespace

float natural_height(Stage& stage, float width, LargeKey const& key) {
    KeyMeasures const look = look_of(stage, key.filled);
    float const room = text_width({0, 0, width, 0}, look);
    float const text = stage.height_of(room, key.title, look.title) + 6 + stage.height_of(room, key.line, look.line);
    return std::max(look.disc, text) + 2 * 18;
}

void draw_large_key(Stage& stage, Box const& box, LargeKey const& key) {
    Canvas& canvas = stage.canvas;
    KeyMeasures const look = look_of(stage, key.filled);
    float const room = text_width(box, look);
    float const title = stage.height_of(room, key.title, look.title);
    float const line = stage.height_of(room, key.line, look.line);
    Key const touched{.name = stage.read(key.title),
                      .id = stage.act(key.what),
                      .look = key.filled ? KeyLook::filled : KeyLook::plain};
    canvas.key(box, touched, [&] {
        float const middle = box.y + box.h / 2 - 1.5F;
        Box const disc{box.x + look.pad, middle - look.disc / 2, look.disc, look.disc};
        canvas.disc(disc, key.filled ? Colour::accent_disc : Colour::tint);
        canvas.icon(disc.inset((look.disc - look.icon) / 2), key.icon, key.filled ? Colour::on_accent : Colour::accent);
        float const x = disc.right() + look.space;
        float const y = middle - (title + 6 + line) / 2;
        stage.words({x, y, room, title}, key.title, look.title);
        stage.words({x, y + title + 6, room, line}, key.line, look.line);
    });
}

/// Rows of equal height that share out the room there is, or take what they need.
Tiles tiles_of(Stage& stage, Box const& place, int columns, std::vector<LargeKey> const& keys, float room) {
    Tiles tiles{.first = place, .columns = columns, .gap = large_key_gap};
    tiles.first.w = (place.w - large_key_gap * float(columns - 1)) / float(columns);
    constexpr float tallest = 360;
    float const share = (room + large_key_gap) / float(tiles.rows(int(keys.size()))) - large_key_gap;
    tiles.first.h = std::clamp(share, 120.0F, tallest);
    for (LargeKey const& key : keys) tiles.first.h = std::max(tiles.first.h, natural_height(stage, tiles.first.w, key));
    return tiles;
}

float draw_large_keys(Stage& stage, Tiles const& tiles, std::vector<LargeKey> const& keys) {
    int const count = int(keys.size());
    stage.canvas.list([&] {
        for (int at = 0; at < count; ++at)
            stage.canvas.item([&] { draw_large_key(stage, tiles.at(at), keys[std::size_t(at)]); });
    });
    return tiles.height(count);
}

}  // namespace halte
