#pragma once
/// Writes down the shapes of a frame and paints those of its parts that differ from what a buffer holds, with Dear
/// ImGui's draw lists. Nothing here knows a widget.

#include <halte/accessibility.h>

#include "brush.h"
#include "past_frames.h"
#include "pictures.h"

struct ImGuiContext;

namespace halte {

class Painter {
public:
    explicit Painter(bool on_screen);
    ~Painter();
    Painter(Painter const&) = delete;
    Painter& operator=(Painter const&) = delete;

    /// A new frame, of which nothing is written down yet.
    void begin(int width_px, int height_px, Rgb ground);
    /// What is drawn from now on has only `share` of its own colour, and of the ground's colour the rest. On the ground
    /// that is the same picture as a veil of that colour over it, without a second look at every pixel.
    void fade(float share) { m_share = share; }

    /// Paints the frame into a buffer that holds the frame painted `age` frames ago, 0 when that is not known, and
    /// gives where: rectangles without a common pixel, none when the buffer looks right as it is.
    std::vector<PixelRect> paint(int age);
    /// Paints one pixel of the frame, and waits until the driver has done it: it compiles its programs for that then,
    /// and not for the first frame that somebody waits for.
    void rehearse_first_frame();
    /// The same for what makes a changed page cheap, which the first one can do without: while nobody waits. The pixel
    /// keeps its colour, as long as the buffer holds the frame.
    void rehearse_changes();
    /// Whether each pixel costs the processor's time, because the driver has no graphics card.
    [[nodiscard]] bool shades_by_processor() const { return m_shades_by_processor; }
    /// No buffer is known to hold anything.
    void forget() { m_past.forget(); }

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
    [[nodiscard]] PixelRect whole() const { return {0, 0, m_width_px, m_height_px}; }
    [[nodiscard]] FrameSums sums() const;
    void add(Shape shape, PixelRect const& extent);
    void paint_a_pixel();
    void begin_painting() const;
    static void end_painting();
    void paint_in(std::vector<PixelRect> const& rects);

    bool m_on_screen;
    bool m_shades_by_processor = false;
    Filling m_filling = Filling::shaded;
    unsigned m_solid = 0;               ///< texture of what has no picture
    ImGuiContext* m_context = nullptr;  ///< its own: a program may hold more than one canvas
    int m_width_px = 0;
    int m_height_px = 0;
    Rgb m_ground;
    float m_share = 1;
    std::vector<PixelRect> m_clips;
    std::vector<Shape> m_shapes;  ///< of this frame, in their order
    PastFrames m_past;
};

}  // namespace halte
