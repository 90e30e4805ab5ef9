#pragma once
/// Shapes as pixels of the buffer that OpenGL draws into, by Dear ImGui's draw lists.

#include <memory>
#include <span>
#include <vector>

#include "filling.h"

struct ImGuiContext;

namespace halte {

/// All that a frame shows, in its order; the first one is its ground.
struct FrameShapes {
    int width_px = 0;
    int height_px = 0;
    Rgb ground;
    std::span<Shape const> shapes;
    [[nodiscard]] PixelRect whole() const { return {0, 0, width_px, height_px}; }
};

/// The window's OpenGL context is the current one for as long as a renderer lives.
class Renderer {
public:
    /// Has the driver compile its programs, and waits for it: this takes a quarter of a start.
    Renderer();
    ~Renderer();
    Renderer(Renderer const&) = delete;
    Renderer& operator=(Renderer const&) = delete;

    /// In these rectangles of the buffer.
    void paint(FrameShapes const& frame, std::vector<PixelRect> const& rects);
    /// Has the driver begin with what it may have put off.
    static void flush();
    /// Has the driver make its programs for what makes a changed page cheap, too. One pixel of the frame is painted for
    /// that, and keeps its colour as long as the buffer holds the frame.
    void rehearse_changes(FrameShapes const& frame);
    /// Whether each pixel costs the processor's time, because the driver has no graphics card.
    [[nodiscard]] bool shades_by_processor() const { return m_shades_by_processor; }

private:
    void begin(FrameShapes const& frame) const;
    static void end();
    void paint_a_pixel(FrameShapes const& frame);

    ImGuiContext* m_context;  ///< its own: a program may hold more than one canvas
    unsigned m_solid = 0;     ///< texture of what has no picture
    bool m_shades_by_processor = false;
    Filling m_filling = Filling::shaded;
};

}  // namespace halte
