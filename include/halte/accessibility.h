#pragma once
/// The accessibility tree: what every widget of the canvas says of itself. The keyboard moves through it, tests touch
/// by it, the audit measures it. Nothing on a screen is outside it. It leaves the process in test builds only.

#include <halte/look.h>
#include <string>
#include <vector>

namespace halte {

/// A band covers whatever was drawn before it: the sill.
enum class Role { text, button, image, panel, scroll_area, band };

/// Rectangles are pixels of the screen, after mirroring.
struct PixelRect {
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;
    [[nodiscard]] bool contains(int px, int py) const { return px >= x && py >= y && px < x + w && py < y + h; }
    [[nodiscard]] int right() const { return x + w; }
    [[nodiscard]] int bottom() const { return y + h; }
    bool operator==(PixelRect const&) const = default;
};
PixelRect intersection(PixelRect const& first, PixelRect const& second);

struct Node {
    Role role = Role::text;
    std::string name;  ///< what is read aloud
    int parent = -1;   ///< index of the button, panel, band or scroll area it stands in; -1 for the screen
    int action = -1;   ///< of a button: which of the screen's actions it does
    bool pressed = false;
    bool selected = false;
    bool always = false;  ///< emergency line or exit: held to 25 mm
    PixelRect rect;
    PixelRect visible;  ///< the part inside its scroll area
    // Of text:
    float size_px = 0;
    Rgb foreground;
    Rgb background;
    std::string language;
    bool right_to_left = false;
    bool cut = false;  ///< a word was broken or stands out of its box
    int missing_glyphs = 0;
};

/// In drawing order, which is reading order.
struct AccessibilityTree {
    std::vector<Node> nodes;
    float mm_per_px = 1;

    /// The topmost button under a pixel, or nothing.
    [[nodiscard]] Node const* button_at(int x, int y) const;
    /// The same, else the one nearest to it within `reach` pixels when every other one is farther away.
    [[nodiscard]] Node const* button_near(int x, int y, float reach) const;
    /// The first button of that name that can be seen, or nothing.
    [[nodiscard]] Node const* button_named(std::string const& name) const;
};

}  // namespace halte
