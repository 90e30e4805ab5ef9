#include <cmath>

#include "inside.h"

namespace halte {
namespace {

struct KeyColours {
    Colour ring;
    Colour fill;
    Colour pressed;
};

KeyColours colours_of(KeyLook look) {
    switch (look) {
        case KeyLook::filled:
            return {Colour::accent_deep, Colour::accent, Colour::accent_deep};
        case KeyLook::lamp:
            return {Colour::lamp_edge, Colour::lamp, Colour::lamp_rule};
        case KeyLook::door:
            return {Colour::outline, Colour::paper, Colour::tint};
        case KeyLook::chosen:
            return {Colour::accent, Colour::tint, Colour::tint};
        case KeyLook::plain:
            break;
    }
    return {Colour::outline, Colour::card, Colour::tint};
}

constexpr float sink_rp = 3;

Node node_of(Key const& key, PixelRect const& rect, float radius_px) {
    return {.role = key.is_one_of ? Role::switch_key : Role::button,
            .name = key.name,
            .id = key.id,
            .selected = key.look == KeyLook::chosen,
            .always = key.always,
            .turns_page = key.turns_page,
            .begins = key.begins,
            .radius_px = radius_px,
            .rect = rect};
}

}  // namespace

void Canvas::key(Box const& box, Key const& key, std::function<void()> const& inside) {
    Inside& in = *m_inside;
    if (in.measuring) return;
    PixelRect const rect = in.place(box);
    must(!key.id.words.empty() && in.controls.insert(key.id).second);
    bool const pressed = in.is_pressed(key.id);
    float const radius = key.radius * in.theme.px_per_rp();
    Node node = node_of(key, rect, radius);
    node.pressed = pressed;
    int const index = in.record(std::move(node));
    if (in.tree.nodes[std::size_t(index)].visible.h == 0) return;
    KeyColours const colours = colours_of(key.look);
    int const ring = std::max(1, in.px(in.theme.ring() + (key.look == KeyLook::chosen ? 2 : 0)));
    int const lip = std::max(2, in.px(in.theme.lip()));
    PixelRect const outer = in.sunk(rect);
    int const above = pressed ? lip : ring;
    int const below = pressed ? ring : lip;
    PixelRect const inner{outer.x + ring, outer.y + above, outer.w - 2 * ring, outer.h - above - below};
    Rgb const fill = in.theme.colour(pressed ? colours.pressed : colours.fill);
    in.painter.edge(outer, in.theme.colour(colours.ring), radius, {ring, above, below});
    in.painter.rect(inner, fill, radius - float(ring));
    float const sink_before = in.sink_px;
    if (pressed) in.sink_px += sink_rp * in.theme.px_per_rp();
    in.inside(index, fill, inside);
    in.sink_px = sink_before;
}

void Canvas::unmirrored(std::function<void()> const& inside) {
    bool const before = std::exchange(m_inside->mirroring, false);
    inside();
    m_inside->mirroring = before;
}

void Canvas::scroll(Box const& viewport, float offset, std::function<float(Box const&)> const& inside) {
    Inside& in = *m_inside;
    if (in.measuring) return;
    float const scale = in.theme.px_per_rp();
    PixelRect const rect = in.place(viewport);
    in.scroll = {.viewport = rect, .offset = std::round(offset * scale), .content = 0};
    // What a long list lays out depends on the offset, and how far it can be scrolled on what is laid out.
    constexpr int most_times = 3;
    for (int time = 0; time < most_times; ++time) {
        in.scroll.content = measure([&] { return inside(viewport); }) * scale;
        float const wanted = std::exchange(in.scroll.offset, std::round(std::min(in.scroll.offset, in.scroll.most())));
        if (in.scroll.offset == wanted || in.long_rows.empty()) break;
    }
    int const index = in.record({.role = Role::scroll_area, .name = "", .rect = rect});
    PixelRect const clip_before = std::exchange(in.clip, intersection(in.clip, rect));
    in.painter.clip(rect);
    in.shift_px = in.scroll.offset;
    in.inside(index, in.ground, [&] { inside(viewport); });
    in.shift_px = 0;
    if (in.scroll.most() - in.scroll.offset > 1) {
        int const height = in.fade_px();
        Rgb const paper = in.theme.colour(Colour::paper);
        in.painter.gradient({rect.x, rect.bottom() - height, rect.w, height}, paper, 0, paper, 255);
    }
    in.painter.unclip();
    in.clip = clip_before;
}

}  // namespace halte
