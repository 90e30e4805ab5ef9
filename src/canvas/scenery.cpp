#include "scenery.h"

#include <algorithm>
#include <cmath>

namespace halte {
namespace {

constexpr float gentle_width = 1920;  ///< hills keep their slope on a narrow screen
constexpr float sky_held = 0.2F;      ///< share of the height before the sky warms

}  // namespace

float Scenery::Hill::top(float at) const { return y - std::sqrt(radius * radius - (at - x) * (at - x)); }

Scenery::Scenery(Painter& painter, Theme const& theme, float scale, float ground)
    : m_painter(painter), m_theme(theme), m_scale(scale), m_width(theme.width()), m_ground(ground) {
    float const wide = std::max(m_width, gentle_width);
    m_far = {m_width * 0.24F, m_ground + wide * 1.1F - 168 * scale, wide * 1.1F};
    m_near = {m_width * 0.80F, m_ground + wide * 0.92F - 104 * scale, wide * 0.92F};
    m_shelter_x = m_width * (scale > 1 ? 0.68F : 0.745F);
    m_shelter_y = m_near.top(m_shelter_x) + 6;
}

void Scenery::draw() {
    bool const tall = m_scale > 1;
    float const scale = m_theme.px_per_rp();
    // The hills reach far below the ground.
    m_painter.clip({0, 0, int(std::lround(m_width * scale)), int(std::lround(m_ground * scale))});
    sky();
    disc(m_width * (tall ? 0.46F : 0.60F), m_ground - 96 * m_scale, 132 * m_scale, Colour::sun);
    disc(m_far.x, m_far.y, m_far.radius, Colour::hill_far);
    tree(m_width * 0.10F, 96 * m_scale, 40 * m_scale);
    tree(m_width * (tall ? 0.185F : 0.148F), 70 * m_scale, 27 * m_scale);
    disc(m_near.x, m_near.y, m_near.radius, Colour::hill_near);
    shelter();
    lamp();
    m_painter.unclip();
    meadow();
}

/// The near hill's green over the whole width, then the far one's, then slowly paper.
void Scenery::meadow() {
    float const soft_edge = 60 * m_scale;
    float const foot = m_theme.sill().y;
    if (m_ground + soft_edge > foot) return;
    Rgb const near = m_theme.colour(Colour::hill_near);
    Rgb const far = m_theme.colour(Colour::hill_far);
    auto const across = [&](float top, float bottom) {
        int const y = int(std::lround(top * m_theme.px_per_rp()));
        int const end = int(std::lround(bottom * m_theme.px_per_rp()));
        return PixelRect{0, y, int(std::lround(m_width * m_theme.px_per_rp())), end - y};
    };
    m_painter.gradient(across(m_ground - soft_edge, m_ground), near, 0, near, 255);
    m_painter.gradient(across(m_ground, m_ground + soft_edge), near, 255, far, 255);
    m_painter.gradient(across(m_ground + soft_edge, foot), far, 255, m_theme.colour(Colour::paper), 255);
}

void Scenery::sky() {
    float const scale = m_theme.px_per_rp();
    int const width = int(std::lround(m_width * scale));
    int const held = int(std::lround(m_ground * sky_held * scale));
    int const ground = int(std::lround(m_ground * scale));
    Rgb const top = m_theme.colour(Colour::sky_top);
    m_painter.rect({0, 0, width, held}, top);
    m_painter.gradient({0, held, width, ground - held}, top, 255, m_theme.colour(Colour::sky_bottom), 255);
}

void Scenery::tree(float x, float height, float radius) {
    float const top = m_far.top(x) - height;
    rect(x - 3 * m_scale, top, 6 * m_scale, height + 4, Colour::trunk, 3);
    disc(x, top, radius, Colour::leaf);
}

void Scenery::shelter() {
    beam(-132, 146, 264, 12);
    post(-112, 140);
    post(105, 140);
    beam(-72, 68, 144, 11);
    beam(-72, 38, 144, 12);
    post(-58, 64);
    post(51, 64);
}

void Scenery::lamp() {
    float const x = m_shelter_x + 190 * m_scale;
    float const foot = m_near.top(x) + 4;
    disc(x, foot - 168 * m_scale, 38 * m_scale, Colour::lamp_glow);
    rect(x - 3 * m_scale, foot - 160 * m_scale, 7 * m_scale, 160 * m_scale, Colour::timber, 3);
    disc(x, foot - 168 * m_scale, 15 * m_scale, Colour::lamp_light);
}

void Scenery::beam(float x, float above, float w, float h) {
    rect(m_shelter_x + x * m_scale, m_shelter_y - above * m_scale, w * m_scale, h * m_scale, Colour::timber,
         h * m_scale / 2);
}

/// A post ends in the hill below it.
void Scenery::post(float x, float above) {
    float const left = m_shelter_x + x * m_scale;
    float const top = m_shelter_y - above * m_scale;
    rect(left, top, 7 * m_scale, m_near.top(left + 3.5F * m_scale) + 8 - top, Colour::timber, 3 * m_scale);
}

void Scenery::disc(float x, float y, float radius, Colour colour) {
    float const scale = m_theme.px_per_rp();
    m_painter.disc(x * scale, y * scale, radius * scale, m_theme.colour(colour));
}

void Scenery::rect(float x, float y, float w, float h, Colour colour, float radius) {
    float const scale = m_theme.px_per_rp();
    auto const px = [&](float rp) { return int(std::lround(rp * scale)); };
    m_painter.rect({px(x), px(y), px(w), px(h)}, m_theme.colour(colour), radius * scale);
}

}  // namespace halte
