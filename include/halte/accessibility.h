#pragma once
/// The accessibility tree: what every widget of the canvas says of itself. The keyboard moves through it, tests touch
/// by it, the audit measures it. Nothing on a screen is outside it. It leaves the process in test builds only.

#include <halte/control_id.h>
#include <halte/look.h>
#include <string>
#include <vector>

namespace halte {

/// What a node is. A switch key is one of several of which one is chosen. An image has words of its own: what only
/// decorates is no node. A band covers whatever was drawn before it: the sill. The header is a page's title with the
/// keys beside it.
enum class Role { text, heading, image, list, item, button, switch_key, scroll_area, panel, band, header };
/// Whether it can be pressed.
inline bool is_control(Role role) { return role == Role::button || role == Role::switch_key; }
/// Whether it is words that are drawn.
inline bool is_words(Role role) { return role == Role::text || role == Role::heading; }

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
/// So much larger on each side; smaller for a number below 0.
inline PixelRect grown(PixelRect const& rect, int by) {
    return {rect.x - by, rect.y - by, rect.w + 2 * by, rect.h + 2 * by};
}
/// The smallest rectangle around both.
PixelRect hull(PixelRect const& first, PixelRect const& second);

struct Node {
    Role role = Role::text;
    std::string name;  ///< what is read aloud
    int parent = -1;   ///< index of the control, panel, band, list, item or scroll area it stands in; -1: the screen
    // Of controls:
    ControlId id{};
    bool pressed = false;
    bool selected = false;
    bool always = false;      ///< emergency line or exit: held to 25 mm
    bool turns_page = false;  ///< it turns the page of the scroll area, and does nothing else
    bool begins = false;      ///< the focus of keys begins here
    float radius_px = 0;      ///< of its corners
    int items = 0;            ///< of a list that is not drawn whole: how many items it has
    PixelRect rect;
    PixelRect visible;  ///< the part inside its scroll area
    // Of text:
    float size_px = 0;
    bool bold = false;
    int lines = 0;
    Rgb foreground;
    Rgb background;
    std::string language;
    bool right_to_left = false;
    bool cut = false;  ///< a word was broken or stands out of its box
    int missing_glyphs = 0;
};

/// An icon: what it means, the words beside it or the name of its control say. It is measured, and never read aloud.
struct Decoration {
    int parent = -1;               ///< as of a node
    std::size_t nodes_before = 0;  ///< how many nodes were recorded before it
    PixelRect rect;
    PixelRect visible;
    Rgb foreground;
    Rgb background;
};

/// In drawing order, which is reading order.
struct AccessibilityTree {
    std::vector<Node> nodes;
    std::vector<Decoration> decorations;
    float mm_per_px = 1;
    Focus focus{};  ///< no control: a finger leads, or there is none

    // Buttons and switch keys alike:
    /// The topmost button under a pixel, or nothing.
    [[nodiscard]] Node const* button_at(int x, int y) const;
    /// The same, else the one nearest to it within `reach` pixels when every other one is farther away.
    [[nodiscard]] Node const* button_near(int x, int y, float reach) const;
    /// The first button of that name that can be seen, or nothing.
    [[nodiscard]] Node const* button_named(std::string const& name) const;
};

}  // namespace halte
