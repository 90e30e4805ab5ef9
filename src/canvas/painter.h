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

    void begin(int width_px, int height_px, Rgb ground);
    void end();

    void rect(PixelRect const& rect, Rgb colour, float radius = 0);
    void dotted_ring(PixelRect const& rect, Rgb colour, float radius, float stroke);
    void disc(float x, float y, float radius, Rgb colour);
    void arc(float x, float y, float radius, float fraction, float stroke, Rgb colour);
    /// From `top` to `bottom`; alpha 0 to 255.
    void gradient(PixelRect const& rect, Rgb top, int top_alpha, Rgb bottom, int bottom_alpha);
    void picture(Picture const& picture, int x, int y, Rgb colour);
    void clip(PixelRect const& rect);
    void unclip();

private:
    bool m_on_screen;
    unsigned m_solid = 0;     ///< texture of what has no picture
    ImGuiContext* m_context;  ///< its own: a program may hold more than one canvas
    ImDrawList* m_list = nullptr;
};

}  // namespace halte
