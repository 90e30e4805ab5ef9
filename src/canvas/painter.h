#pragma once
/// Writes down the shapes of a frame and finds those of its parts that differ from what a buffer holds; a renderer
/// paints them. Nothing here knows a widget.

#include <halte/accessibility.h>

#include "past_frames.h"
#include "pictures.h"
#include "renderer.h"

namespace halte {

class Painter {
public:
    /// What is written down of a frame.
    struct Painting {
        Rgb ground;
        std::vector<Shape> shapes;      ///< in their order
        std::optional<FrameSums> sums;  ///< of them, once they were painted
    };

    /// Once. From then on frames reach the buffer that OpenGL draws into. Another thread may write down a frame
    /// meanwhile.
    void open() {
        must(!m_renderer);
        m_renderer.emplace();
    }
    /// A new frame, of which nothing is written down yet.
    void begin(int width_px, int height_px, Rgb ground);
    /// What is drawn from now on has only `share` of its own colour, and of the ground's colour the rest. On the ground
    /// that is the same picture as a veil of that colour over it, without a second look at every pixel.
    void fade(float share) { m_share = share; }

    /// Paints the frame into a buffer that holds the frame painted `age` frames ago, 0 when that is not known, and
    /// gives what is to be shown: rectangles without a common pixel, none when the frame painted last, which the screen
    /// shows, looks the same.
    std::vector<PixelRect> paint(int age);
    /// Paints it into that buffer, too, but it is not shown. What is painted there next may be the same.
    void paint_ahead(int age);
    [[nodiscard]] std::int64_t painted_px() const { return m_painted_px; }  ///< by the last one of these
    /// The frame that is written down becomes another one.
    void exchange(Painting& other) { std::swap(m_painting, other); }
    /// See Renderer.
    void rehearse_changes();
    [[nodiscard]] bool shades_by_processor() const { return m_renderer && m_renderer->shades_by_processor(); }
    /// No buffer is known to hold anything.
    void forget();

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
    FrameSums const& sums();
    [[nodiscard]] FrameSums const* held_by_buffer(int age) const { return m_ahead ? &*m_ahead : m_past.of_age(age); }
    [[nodiscard]] std::vector<PixelRect> missing(FrameSums const& frame, FrameSums const* held) const;
    void paint_in(std::vector<PixelRect> const& rects);
    void forget_ahead();
    void add(Shape shape, PixelRect const& extent);
    [[nodiscard]] FrameShapes shapes() const { return {m_width_px, m_height_px, m_painting.ground, m_painting.shapes}; }

    std::optional<Renderer> m_renderer;  ///< none where nothing is to be seen
    int m_width_px = 0;
    int m_height_px = 0;
    float m_share = 1;
    std::vector<PixelRect> m_clips;
    Painting m_painting;
    PastFrames m_past;                 ///< that were shown
    std::optional<FrameSums> m_ahead;  ///< what the buffer holds, where that was not shown
    std::int64_t m_painted_px = 0;
};

}  // namespace halte
