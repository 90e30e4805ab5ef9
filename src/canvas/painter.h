#pragma once
/// Shapes in pixels onto Dear ImGui's draw list. Nothing here knows a widget.

#include <halte/accessibility.h>

#include "pictures.h"

struct ImDrawList;
struct ImGuiContext;

namespace halte {

class Painter {
public:
    explicit Painter(bool on_screen);
    ~Painter();
    Painter(Painter const&) = delete;
    Painter& operator=(Painter const&) = delete;

    /// The next frame is clipped to one pixel, and finished by the driver before end() returns: the driver compiles its
    /// programs for it then, and not for the first frame that somebody waits for.
    void rehearse() { m_rehearsal = true; }
    void begin(int width_px, int height_px, Rgb ground);
    /// What is drawn from now on has only `share` of its own colour, and of the ground's colour the rest. On the ground
    /// that is the same picture as a veil of that colour over it, without a second look at every pixel.
    void fade(float share) { m_share = share; }
    void end();

    void rect(PixelRect const& rect, Rgb colour, float radius = 0);
    /// The edge of a rounded rectangle, so wide at the sides, above and below. What is in the middle is not drawn; the
    /// corners are, because the caller draws a smaller rounded rectangle into it.
    struct Edge {
        int side = 0;
        int above = 0;
        int below = 0;
    };
    void edge(PixelRect const& rect, Rgb colour, float radius, Edge const& edge);
    /// A line around a rounded rectangle, inside it, with nothing in the middle.
    void ring(PixelRect const& rect, Rgb colour, float radius, float stroke);
    void dotted_ring(PixelRect const& rect, Rgb colour, float radius, float stroke);
    void disc(float x, float y, float radius, Rgb colour);
    void arc(float x, float y, float radius, float fraction, float stroke, Rgb colour);
    /// From `top` to `bottom`; alpha 0 to 255.
    void gradient(PixelRect const& rect, Rgb top, int top_alpha, Rgb bottom, int bottom_alpha);
    void picture(Picture const& picture, int x, int y, Rgb colour);
    void clip(PixelRect const& rect);
    void unclip();

private:
    [[nodiscard]] std::uint32_t packed(Rgb colour, int alpha = 255) const;

    bool m_on_screen;
    unsigned m_solid = 0;     ///< texture of what has no picture
    ImGuiContext* m_context;  ///< its own: a program may hold more than one canvas
    ImDrawList* m_list = nullptr;
    bool m_rehearsal = false;
    bool m_begun = false;  ///< a frame that has not ended
    Rgb m_ground;
    float m_share = 1;
};

}  // namespace halte
