#include "painter.h"

#include <algorithm>
#include <cmath>

namespace halte {
namespace {

PixelRect around(float x, float y, float reach) {
    int const left = int(std::floor(x - reach));
    int const top = int(std::floor(y - reach));
    return {left, top, int(std::ceil(x + reach)) - left, int(std::ceil(y + reach)) - top};
}

}  // namespace

void Painter::begin(int width_px, int height_px, Rgb ground) {
    m_width_px = width_px;
    m_height_px = height_px;
    m_painting.ground = ground;
    m_share = 1;
    m_clips = {whole()};
    m_painting.shapes.clear();
    m_painting.sums.reset();
    add({.kind = ShapeKind::ground, .rect = whole(), .colour = packed(ground)}, whole());
}

std::uint32_t Painter::packed(Rgb colour, int alpha) const {
    auto const faded = [&](int own, int ground) {
        return int(std::lround(std::lerp(float(ground), float(own), m_share)));
    };
    return IM_COL32(faded(colour.red, m_painting.ground.red), faded(colour.green, m_painting.ground.green),
                    faded(colour.blue, m_painting.ground.blue), alpha);
}

FrameSums const& Painter::sums() {
    if (m_painting.sums) return *m_painting.sums;
    FrameSums& sums = m_painting.sums.emplace(m_width_px, m_height_px);
    for (Shape const& shape : m_painting.shapes) sums.add(shape);
    return sums;
}

std::vector<PixelRect> Painter::missing(FrameSums const& frame, FrameSums const* held) const {
    return held == nullptr ? std::vector{whole()} : frame.differences(*held);
}

void Painter::paint_in(std::vector<PixelRect> const& rects) {
    m_painted_px = 0;
    for (PixelRect const& rect : rects) m_painted_px += std::int64_t(rect.w) * rect.h;
    if (m_renderer && !rects.empty()) m_renderer->paint(shapes(), rects);
}

/// Where buffers change places, the one to be painted in may hold the very frame, although the screen shows another: a
/// key that was pressed and let go. What changes on the screen is painted then, so that the driver has a frame to show.
std::vector<PixelRect> Painter::paint(int age) {
    FrameSums const& frame = sums();
    bool const is_known = m_past.of_age(age) != nullptr;
    FrameSums const* const held = is_known ? held_by_buffer(age) : nullptr;
    FrameSums const* const shown = is_known ? m_past.of_age(1) : nullptr;
    std::vector<PixelRect> changes = missing(frame, shown);
    std::vector<PixelRect> const rects = held == shown ? changes : missing(frame, held);
    if (changes.empty()) {
        m_painted_px = 0;
        return changes;
    }
    paint_in(rects.empty() && !m_ahead ? changes : rects);
    m_past.remember(frame);
    forget_ahead();
    return changes;
}

void Painter::paint_ahead(int age) {
    FrameSums const& frame = sums();
    paint_in(missing(frame, held_by_buffer(age)));
    if (m_renderer) m_renderer->flush();
    forget_ahead();
    m_ahead = frame;
}

void Painter::forget_ahead() {
    if (m_ahead) m_ahead->overwrite();
    m_ahead.reset();
}

void Painter::forget() {
    m_past.forget();
    forget_ahead();
}

void Painter::rehearse_changes() {
    if (m_renderer) m_renderer->rehearse_changes(shapes());
}

/// What lies outside `extent` has no pixel of the shape. Smooth edges reach a pixel further.
void Painter::add(Shape shape, PixelRect const& extent) {
    shape.clip = m_clips.back();
    shape.bounds = intersection(extent, shape.clip);
    if (shape.bounds.w > 0 && shape.bounds.h > 0) m_painting.shapes.push_back(shape);
}

void Painter::rect(PixelRect const& rect, Rgb colour, float radius) {
    add({.kind = ShapeKind::rect, .rect = rect, .colour = packed(colour), .measures = {radius}}, grown(rect, 1));
}

void Painter::edge(PixelRect const& rect, Rgb colour, float radius, Edge const& edge) {
    int const corner_height = int(std::ceil(radius)) + 1 + std::max(edge.above, edge.below);
    int const middle = rect.h - 2 * corner_height;
    if (middle <= 0) return this->rect(rect, colour, radius);
    PixelRect const top{rect.x, rect.y, rect.w, corner_height};
    PixelRect const bottom{rect.x, rect.bottom() - corner_height, rect.w, corner_height};
    Shape corners{.corners = Corners::above, .rect = top, .colour = packed(colour), .measures = {radius}};
    add(corners, grown(top, 1));
    corners.corners = Corners::below;
    corners.rect = bottom;
    add(corners, grown(bottom, 1));
    this->rect({rect.x, top.bottom(), edge.side, middle}, colour);
    this->rect({rect.right() - edge.side, top.bottom(), edge.side, middle}, colour);
}

void Painter::ring(PixelRect const& rect, Rgb colour, float radius, float stroke) {
    add({.kind = ShapeKind::ring, .rect = rect, .colour = packed(colour), .measures = {radius, stroke}},
        grown(rect, 1));
}

void Painter::dotted_ring(PixelRect const& rect, Rgb colour, float radius, float stroke) {
    add({.kind = ShapeKind::dots, .rect = rect, .colour = packed(colour), .measures = {radius, stroke}},
        grown(rect, 1));
}

void Painter::disc(float x, float y, float radius, Rgb colour) {
    add({.kind = ShapeKind::disc, .colour = packed(colour), .measures = {x, y, radius}}, around(x, y, radius + 1));
}

void Painter::arc(float x, float y, float radius, float fraction, float stroke, Rgb colour) {
    if (fraction <= 0) return;
    add({.kind = ShapeKind::arc,
         .colour = packed(colour),
         .measures = {x, y, radius},
         .stroke = stroke,
         .share = std::min(fraction, 1.0F)},
        around(x, y, radius + stroke / 2 + 1));
}

void Painter::gradient(PixelRect const& rect, Rgb top, int top_alpha, Rgb bottom, int bottom_alpha) {
    add({.kind = ShapeKind::gradient,
         .rect = rect,
         .colour = packed(top, top_alpha),
         .below = packed(bottom, bottom_alpha)},
        rect);
}

void Painter::picture(Picture const& picture, int x, int y, Rgb colour) {
    PixelRect const rect{x + picture.dx, y + picture.dy, picture.width, picture.height};
    Sprite const& sprite = picture.sprite;
    add({.kind = ShapeKind::picture,
         .rect = rect,
         .colour = packed(colour),
         .measures = {sprite.u0, sprite.v0, sprite.u1, sprite.v1},
         .texture = sprite.texture,
         .picture_id = sprite.id},
        rect);
}

void Painter::clip(PixelRect const& rect) { m_clips.push_back(intersection(m_clips.back(), rect)); }
void Painter::unclip() { m_clips.pop_back(); }

}  // namespace halte
