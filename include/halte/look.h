#pragma once
/// The look as values: colours, type sizes and the frame of a screen, sized in millimetres from the screen's diagonal.
/// All lengths are reference pixels (screen_shape.h) unless named otherwise.

#include <halte/appearance.h>
#include <halte/screen_shape.h>
#include <halte/text.h>
#include <cstdint>

namespace halte {

struct Rgb {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(Rgb const&) const = default;
};
/// WCAG 2 contrast ratio, 1 to 21. Halte asks for 7 (SC 1.4.6) for text and 3 (SC 1.4.11) for rings and icons.
double contrast_ratio(Rgb first, Rgb second);

enum class Colour {
    paper,
    card,
    tint,
    sill,
    hair,
    ink,
    ink_soft,
    accent,
    accent_deep,
    accent_disc,
    on_accent,
    outline,
    lamp,
    lamp_edge,
    lamp_rule,
    lamp_ink,
    focus,
    // The picture of the welcome screen and the veil; never behind text smaller than a key.
    sky_top,
    sky_bottom,
    sun,
    hill_far,
    hill_near,
    leaf,
    trunk,
    timber,
    lamp_glow,
    lamp_light
};

enum class TypeRole { caption, body, button, lead, card_title, where, title, number, hero, emergency };
enum class TypeScale { normal, large, largest };
enum class ShapeClass { landscape, portrait, small };

/// A rectangle in rp. Screens lay out for left-to-right; the canvas mirrors for right-to-left.
struct Box {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;
    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] Box inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
};

class Theme {
public:
    explicit Theme(ScreenShape const& shape, Contrast contrast = Contrast::soft);
    void set_contrast(Contrast contrast) { m_contrast = contrast; }
    void set_reach(Reach reach) { m_reach = reach; }         ///< low: header and content stand below touch_top()
    [[nodiscard]] float width() const { return m_width; }    ///< of the screen, rp
    [[nodiscard]] float height() const { return m_height; }  ///< of the screen, rp
    [[nodiscard]] float px_per_rp() const { return m_scale.px_per_rp; }
    [[nodiscard]] float mm_per_px() const { return m_scale.mm_per_px; }
    [[nodiscard]] ShapeClass shape_class() const;
    /// Whether everything stands closer, because a small screen has no room to spare.
    [[nodiscard]] bool compact() const { return m_width < 1000 || m_height < 760; }
    /// Whether the header scrolls with the page: too little would be left between it and the sill, which never scrolls.
    [[nodiscard]] bool header_scrolls() const { return sill().y - touch_top() < 352; }
    [[nodiscard]] bool low() const { return m_reach == Reach::low; }
    [[nodiscard]] float low_top() const;                                     ///< where the lower 55 % begin
    [[nodiscard]] float touch_top() const { return low() ? low_top() : 0; }  ///< nothing above it is touched
    [[nodiscard]] Contrast contrast() const { return m_contrast; }
    [[nodiscard]] bool high_contrast() const { return m_contrast != Contrast::soft; }

    [[nodiscard]] Rgb colour(Colour colour) const;
    /// Em in rp. The largest scale reaches EN 301 549's 0.7 degrees (clause 5.1.4) at the viewing distance.
    [[nodiscard]] float size(TypeRole role, TypeScale scale) const;
    [[nodiscard]] static Weight weight(TypeRole role);
    [[nodiscard]] float ring() const { return high_contrast() ? 3 : 2; }
    [[nodiscard]] float lip() const { return high_contrast() ? 7 : 5; }

    // The frame: the same rectangles on every screen, in every language and text size; never mirrored.
    [[nodiscard]] float margin() const;
    [[nodiscard]] Box content() const;  ///< between header and sill, inside the margins
    [[nodiscard]] Box header() const;   ///< inside the margins
    [[nodiscard]] Box sill() const;     ///< the whole band
    [[nodiscard]] Box emergency() const;
    [[nodiscard]] Box leave() const;
    [[nodiscard]] Box page_down() const;
    [[nodiscard]] Box lowering() const;  ///< the key that brings every other one into the lower 55 %, and back

private:
    [[nodiscard]] bool narrow() const;
    [[nodiscard]] bool flat() const;
    [[nodiscard]] float page_width() const;
    [[nodiscard]] float between_keys() const { return m_width < 1000 ? 13 : 14; }
    [[nodiscard]] float key_top() const;
    [[nodiscard]] float key_height() const { return compact() ? 104 : 120; }

    Contrast m_contrast;
    Reach m_reach = Reach::everywhere;
    ScreenScale m_scale;
    double m_reading_mm;  ///< from where the largest text is read
    float m_width;
    float m_height;
};

}  // namespace halte
