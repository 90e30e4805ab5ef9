#include <halte/look.h>
#include <halte/mounting.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace halte {
namespace {

constexpr float max_content_width = 2000;
constexpr float header_key = 84;
/// Of a key of the sill on a small screen: 20 mm.
constexpr float narrowest_key = 82;

constexpr Rgb rgb(unsigned hex) {
    return {std::uint8_t(hex >> 16U), std::uint8_t((hex >> 8U) & 0xFFU), std::uint8_t(hex & 0xFFU)};
}

/// In the order of `Contrast`.
using Looks = std::array<Rgb, 3>;

/// In the order of `Colour`. Contrast of text: ink 12:1 or more, ink_soft 7.2, accent 7.2 on every ground it stands on.
constexpr std::array colours{
    Looks{rgb(0xF7F3EA), rgb(0xFFFFFF), rgb(0x000000)},  // paper
    Looks{rgb(0xFFFDF9), rgb(0xFFFFFF), rgb(0x000000)},  // card
    Looks{rgb(0xE4EDE6), rgb(0xFFFFFF), rgb(0x000000)},  // tint
    Looks{rgb(0xEBE4D5), rgb(0xFFFFFF), rgb(0x000000)},  // sill
    Looks{rgb(0xDDD5C5), rgb(0x000000), rgb(0xFFFFFF)},  // hair
    Looks{rgb(0x1C2829), rgb(0x000000), rgb(0xFFFFFF)},  // ink
    Looks{rgb(0x3E4A49), rgb(0x000000), rgb(0xFFFFFF)},  // ink_soft
    Looks{rgb(0x17504A), rgb(0x00312C), rgb(0xB8F0E6)},  // accent
    Looks{rgb(0x0E3834), rgb(0x000000), rgb(0xFFFFFF)},  // accent_deep
    Looks{rgb(0x2B645D), rgb(0x00312C), rgb(0xB8F0E6)},  // accent_disc
    Looks{rgb(0xFFFDF9), rgb(0xFFFFFF), rgb(0x000000)},  // on_accent
    Looks{rgb(0x73807A), rgb(0x000000), rgb(0xFFFFFF)},  // outline
    Looks{rgb(0xF8E1AE), rgb(0xFFE7A3), rgb(0x000000)},  // lamp
    Looks{rgb(0x8A6112), rgb(0x000000), rgb(0xFFE7A3)},  // lamp_edge
    Looks{rgb(0xD9B768), rgb(0x000000), rgb(0xFFE7A3)},  // lamp_rule
    Looks{rgb(0x3A2700), rgb(0x000000), rgb(0xFFE7A3)},  // lamp_ink
    Looks{rgb(0x17504A), rgb(0x000000), rgb(0xFFFFFF)},  // focus
    Looks{rgb(0xF7F3EA), rgb(0xFFFFFF), rgb(0x000000)},  // sky_top
    Looks{rgb(0xF5E6CA), rgb(0xFFFFFF), rgb(0x000000)},  // sky_bottom
    Looks{rgb(0xF8DFA6), rgb(0xF8DFA6), rgb(0x4A3F20)},  // sun
    Looks{rgb(0xDCE6DC), rgb(0xDCE6DC), rgb(0x1E2624)},  // hill_far
    Looks{rgb(0xC5D6C9), rgb(0xC5D6C9), rgb(0x2A3532)},  // hill_near
    Looks{rgb(0xB9D0C3), rgb(0xB9D0C3), rgb(0x33433E)},  // leaf
    Looks{rgb(0x94B5AB), rgb(0x94B5AB), rgb(0x43544E)},  // trunk
    Looks{rgb(0x5E8A82), rgb(0x5E8A82), rgb(0x5E8A82)},  // timber
    Looks{rgb(0xFBEDCB), rgb(0xFBEDCB), rgb(0x2E2812)},  // lamp_glow
    Looks{rgb(0xF1CB78), rgb(0xF1CB78), rgb(0x8A7430)},  // lamp_light
};
static_assert(colours.size() == std::size_t(Colour::lamp_light) + 1);

struct Sizes {
    std::array<float, 3> em;  ///< normal, large, largest
    Weight weight;
};

/// In the order of `TypeRole`. Noto Sans has a cap height of 0.714 em: 42 rp are 7.44 mm, 0.71 degrees at 600 mm.
constexpr std::array sizes{
    Sizes{{22, 30, 42}, Weight::regular},  // caption
    Sizes{{25, 33, 42}, Weight::regular},  // body
    Sizes{{26, 33, 42}, Weight::bold},     // button
    Sizes{{30, 37, 44}, Weight::regular},  // lead
    Sizes{{30, 38, 46}, Weight::bold},     // card_title
    Sizes{{32, 38, 46}, Weight::bold},     // where
    Sizes{{46, 50, 50}, Weight::bold},     // title
    Sizes{{58, 66, 76}, Weight::bold},     // number
    Sizes{{108, 112, 118}, Weight::bold},  // hero
    Sizes{{52, 56, 60}, Weight::bold},     // emergency
};
static_assert(sizes.size() == std::size_t(TypeRole::emergency) + 1);

double luminance(Rgb colour) {
    auto const linear = [](std::uint8_t channel) {
        double const value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

double contrast_ratio(Rgb first, Rgb second) {
    double const one = luminance(first);
    double const other = luminance(second);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

Theme::Theme(ScreenShape const& shape, Contrast contrast)
    : m_contrast(contrast),
      m_scale(scale_of(shape)),
      m_reading_mm(std::min(shape.viewing_distance_mm, furthest_reading_mm(shape))),
      m_width(float(shape.width_px) / m_scale.px_per_rp),
      m_height(float(shape.height_px) / m_scale.px_per_rp) {}

ShapeClass Theme::shape_class() const {
    bool const tall = m_height > m_width;
    if (tall && m_width >= 1000) return ShapeClass::portrait;
    return tall || m_width < 1400 ? ShapeClass::small : ShapeClass::landscape;
}

Rgb Theme::colour(Colour colour) const { return colours.at(std::size_t(colour)).at(std::size_t(m_contrast)); }

float Theme::size(TypeRole role, TypeScale scale) const {
    float const em = sizes.at(std::size_t(role)).em.at(std::size_t(scale));
    if (scale != TypeScale::largest) return em;
    float const smallest_readable = 0.069F * float(m_reading_mm) / m_scale.comfort;
    return em * std::max(1.0F, smallest_readable / 42);
}

Weight Theme::weight(TypeRole role) { return sizes.at(std::size_t(role)).weight; }

float Theme::margin() const {
    if (m_width < 1000) return 20;
    switch (shape_class()) {
        case ShapeClass::portrait:
            return 48;
        case ShapeClass::small:
            return 40;
        case ShapeClass::landscape:
            break;
    }
    return 56;
}

/// Whether the sill has a row of its own for the keys that turn the page and bring the others down.
bool Theme::narrow() const { return m_width < (m_height > m_width ? 700.0F : 558.0F); }

/// Whether the sill has no air to spare: the lower 55 % of the screen are to hold a row of keys above it.
bool Theme::flat() const { return m_height < 400; }

float Theme::key_top() const { return m_height - (flat() ? 108.0F : compact() ? 116.0F : 136.0F); }

/// On a whole pixel, so that no key begins above it.
float Theme::low_top() const {
    float const px = std::ceil(m_height * m_scale.px_per_rp * float(1 - low_part)) + 1;
    return px / m_scale.px_per_rp;
}

Box Theme::content() const {
    float const width = std::min(m_width - 2 * margin(), max_content_width);
    float const top = header().bottom() + (compact() ? 12.0F : 20.0F);
    return {(m_width - width) / 2, top, width, sill().y - top};
}

Box Theme::header() const {
    float const width = std::min(m_width - 2 * margin(), max_content_width);
    float const top = low() ? low_top() : compact() ? 12.0F : 24.0F;
    return {(m_width - width) / 2, top, width, header_key};
}

Box Theme::sill() const {
    float const top = key_top() - (compact() ? 12.0F : 16.0F) - (narrow() ? header_key + between_keys() : 0);
    return {0, top, m_width, m_height - top};
}

Box Theme::emergency() const {
    if (m_width < 1000) {
        float const beside = narrow() ? 16.0F : 2 * page_width() + 3 * between_keys();
        float const room = m_width - 2 * margin() - leave().w - beside;
        return {margin(), key_top(), std::min(room, 500.0F), key_height()};
    }
    bool const small = shape_class() == ShapeClass::small || m_width < 1300;
    float const to_exit = m_width - 2 * margin() - leave().w - 112 - 2 * 80;
    float const to_page =
        shape_class() == ShapeClass::landscape ? (m_width - page_width()) / 2 - 32 - margin() : to_exit;
    float const room_beside = std::min(to_exit, to_page);
    return {margin(), key_top(), std::clamp(room_beside, 330.0F, small ? 500.0F : 592.0F), key_height()};
}

/// On a narrow screen it leaves the emergency line the least that two numbers take below each other.
Box Theme::leave() const {
    constexpr float usual = 352;
    constexpr float least_emergency = 104;
    float width = usual;
    if (m_width < 1000) {
        float const room = m_width - 2 * margin();
        width = std::clamp(room * 0.45F, 240.0F, 300.0F);
        if (!narrow()) width = std::min(width, room - least_emergency - 2 * page_width() - 3 * between_keys());
    }
    return {m_width - margin() - width, key_top(), width, key_height()};
}

float Theme::page_width() const {
    constexpr float beside_words = 1360;  ///< from there on, both keys have room for words
    if (m_width < 1000) return narrowest_key;
    if (shape_class() == ShapeClass::landscape) return 240;
    return m_width < beside_words ? header_key : 112;
}

/// In landscape, in the middle of the screen.
Box Theme::page_down() const {
    if (narrow()) {
        float const width = std::min((m_width - 2 * margin() - between_keys()) / 2, 320.0F);
        return {(m_width - between_keys()) / 2 - width, sill().y + 12, width, header_key};
    }
    float const width = page_width();
    if (shape_class() == ShapeClass::landscape) return {(m_width - width) / 2, key_top(), width, key_height()};
    return {emergency().right() + between_keys(), key_top(), width, key_height()};
}

/// After the page key; 20 mm from the exit where there is room.
Box Theme::lowering() const {
    constexpr float widest = 300;
    constexpr float usual_narrowest = 112;
    constexpr float from_exit = 80;
    constexpr float least_from_exit = 40;
    Box const page = page_down();
    float const x = page.right() + between_keys();
    if (m_width < 1000) return {x, page.y, page.w, page.h};
    float const free = leave().x - x;
    float const least = free - usual_narrowest < least_from_exit ? header_key : usual_narrowest;
    return {x, page.y, std::clamp(free - from_exit, least, widest), page.h};
}

}  // namespace halte
