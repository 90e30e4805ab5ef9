#pragma once
/// What a Canvas holds. Its parts are in canvas.cpp (frame and words), shapes.cpp, keys.cpp, focus.cpp, scenery.cpp and
/// recording.cpp (the accessibility tree); those of a ShownCanvas in shown_canvas.cpp and ahead.cpp (the frame that may
/// come next).

#include <halte/canvas.h>

#include <map>
#include <set>

#include "long_rows.h"
#include "painter.h"
#include "pictures.h"
#include "touch.h"

namespace halte {

/// The scroll area of the frame being drawn, in pixels.
struct ScrollArea {
    PixelRect viewport;
    float offset = 0;
    float content = 0;
    [[nodiscard]] float most() const { return std::max(0.0F, content - float(viewport.h)); }
};

/// What is kept of a frame that was drawn, beside its shapes.
struct KeptFrame {
    AccessibilityTree tree;
    std::set<ControlId> controls;
    FrameStyle style;
    ScrollArea scroll;
};

/// The frame being drawn, then the one drawn last, and everything else.
struct Canvas::Inside : KeptFrame {
    Theme theme;
    ScreenShape shape;
    bool on_screen;
    Painter painter;
    Pictures pictures;
    TouchMachine touch;
    std::map<std::string, LongRows> long_rows;  ///< of the lists that were drawn
    std::string heights_state;
    std::map<std::string, float> heights;  ///< as long as that is the state
    float usual_row = 0;                   ///< rp, of such a list; 0 while there was none

    bool measuring = false;
    bool mirroring = true;
    int parent = -1;     ///< node that new nodes stand in
    float shift_px = 0;  ///< scrolled content moves up by this, and with it what is touched
    float sink_px = 0;   ///< drawing only: a pressed key's content, a screen that rises
    Rgb ground;          ///< what text stands on here
    PixelRect clip;      ///< what can be seen here
    std::optional<Instant> transition;
    Milliseconds frame_cost{0};  ///< of one that is painted whole

    struct Ahead {
        KeptFrame frame;
        Painter::Painting painting;
    };
    std::optional<Ahead> ahead;
    bool drawing_ahead = false;

    Inside(ScreenShape const& screen, IconSource icons, Typesetter typesetter, bool on_screen);

    [[nodiscard]] bool mirrored() const { return mirroring && style.right_to_left(); }
    [[nodiscard]] int px(float rp) const;
    [[nodiscard]] PixelRect place(Box const& box) const;        ///< where a box is touched
    [[nodiscard]] PixelRect sunk(PixelRect const& rect) const;  ///< where it is drawn
    [[nodiscard]] TextStyle style_of(Type const& type) const;
    /// The same for words in a width, in pixels.
    [[nodiscard]] TextStyle style_in(int width, std::string const& words, Type const& type);
    /// Gives the index of the node. Never while measuring.
    int record(Node node);
    void record(Decoration decoration);
    /// Runs `draw` with new nodes standing in a new one, which is as large as they are together.
    void group(Role role, std::function<void()> const& draw, int items = 0);
    /// Runs `draw` with new nodes standing in `node`, on `colour`.
    void inside(int node, Rgb colour, std::function<void()> const& draw);
    [[nodiscard]] Touchables touchables() const;
    LongRows& rows_of(LongList const& list, float width);
    void draw_focus();
    [[nodiscard]] Focus resolved_focus() const;
    /// Around what has the focus; where it can be seen, and whole.
    struct FocusPlace {
        PixelRect visible;
        PixelRect rect;
        float radius_px = 0;
        bool scrolls = false;
        bool in_band = false;
    };
    [[nodiscard]] FocusPlace focus_place() const;
    /// How high the foot of a scroll area fades out while more follows.
    [[nodiscard]] int fade_px() const { return px(theme.header_scrolls() ? 24 : 56); }
    /// A frame that shows something else than the one before costs little enough to be drawn again and again.
    [[nodiscard]] bool motion_is_cheap() const;
    /// Nothing is pressed on a page that is drawn ahead: it comes when the finger is lifted.
    [[nodiscard]] bool is_pressed(ControlId const& key) const { return !drawing_ahead && touch.pressed() == key; }
    void swap_frames();                            ///< with the one drawn ahead
    [[nodiscard]] float transition_share() const;  ///< 0 at its start, 1 when over
};

}  // namespace halte
