#pragma once
/// A canvas whose frames are shown, one after another, as the loop of a visit needs it: they are painted, fade, are
/// drawn ahead, and are forgotten. Screens see the Canvas alone.

#include <halte/canvas.h>

namespace halte {

class ShownCanvas : public Canvas {
public:
    /// With `on_screen` false nothing reaches a graphics card: everything else works all the same.
    static Result<ShownCanvas> create(ScreenShape const& shape, IconSource icons, bool on_screen);
    /// To be opened.
    static ShownCanvas create(ScreenShape const& shape, IconSource icons, Typesetter typesetter);

    /// Once: has the driver make its programs. Another thread may draw a frame meanwhile, whose pictures are prepared,
    /// and go onto the graphics card by place_pictures(). The frame is to be drawn again then.
    void open();
    void place_pictures();
    /// Has the driver make what a changed page is cheap by, while nobody waits.
    void rehearse_changes();

    /// Paints the frame drawn last where it differs from the frame `age` frames ago, which the buffer holds (0: none),
    /// and gives where the screen does, which shows the frame painted last.
    std::vector<PixelRect> paint(int age);

    /// The key that a finger rests on, where painting costs so much that it pays to draw ahead what comes of it.
    [[nodiscard]] std::optional<Expected> expected() const;
    /// Draws a frame and paints it as paint() does, without showing it. The frame drawn last stays that.
    void draw_ahead(int age, std::function<void()> const& draw);
    /// The frame that was drawn ahead becomes the one drawn last. False when another has begun since then.
    bool show_ahead();

    /// What painting and showing it cost. Above 12 ms for most of a screen, or by the processor, nothing fades.
    void learn_cost(Milliseconds of_frame_painted_last);
    /// A new screen fades in over its first 160 ms, unless motion is unwanted or costs too much.
    void start_transition(Instant now);
    /// Between frames of what moves: the more they cost, the longer.
    [[nodiscard]] Milliseconds frame_interval() const;
    void forget_motion();
    /// Forgets every text of the frames so far, and overwrites them on the graphics card.
    void forget_pictures();

private:
    using Canvas::Canvas;
};

}  // namespace halte
