#pragma once
/// One screen's drawing and touching: widgets that draw themselves and record themselves in the accessibility tree, in
/// the same call, so that nothing on a screen can be missing from the layout audit. That is why they are our own and
/// use only ImGui's draw lists. The canvas knows colours, sizes, fingers and scrolling; it knows no visit and no
/// service. Lengths are reference pixels (look.h). Screens lay out left to right; the canvas mirrors everything for
/// right-to-left languages, so that no screen has code for them.

#include <halte/icon_source.h>
#include <halte/long_list.h>
#include <halte/style.h>
#include <halte/window.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string_view>

namespace halte {

class Canvas {
public:
    /// Nothing of it reaches a graphics card: see shown_canvas.h.
    static Result<Canvas> create(ScreenShape const& shape, IconSource icons);
    Canvas(Canvas&&) noexcept;
    Canvas& operator=(Canvas&&) noexcept;
    ~Canvas();

    [[nodiscard]] Theme const& theme() const;
    [[nodiscard]] FrameStyle const& style() const;
    [[nodiscard]] AccessibilityTree const& tree() const;
    /// A frame: begin, widgets, end. begin() before end() begins anew.
    void begin(FrameStyle const& style);
    void end();

    /// Runs `draw` without drawing or recording anything and gives its result: a height, before there is a place.
    float measure(std::function<float()> const& draw);
    [[nodiscard]] bool measuring() const;
    /// Heights measured for this frame and earlier ones: they hold while `state` is the same, until
    /// ShownCanvas::forget_pictures().
    std::map<std::string, float>& heights(std::string const& state);

    // Widgets to read give their height. A paragraph with a word too long for airy spacing has the usual one.
    float words(Box const& box, std::string const& words, Type const& type);
    [[nodiscard]] float height_of(float width, std::string const& words, Type const& type);
    [[nodiscard]] bool fits(float width, std::string const& words, Type const& type);  ///< no word is broken
    /// `type`, or as much closer and then smaller, by 0.6 at most, as `words` need to stand unbroken in the room
    /// (without a height: any).
    [[nodiscard]] Type squeezed(Box const& room, std::string const& words, Type type);
    [[nodiscard]] float width_of(std::string const& words, Type const& type);
    [[nodiscard]] float size_of(Type const& type) const;  ///< em, rp
    [[nodiscard]] float line_of(Type const& type) const;  ///< height of one line, rp

    /// Only decorates: it has no words of its own.
    void icon(Box const& box, std::string_view name, Colour colour);
    void disc(Box const& box, Colour colour);
    void rule(float x, float y, float w, Colour colour = Colour::hair);
    void post(float x, float y, float h, Colour colour = Colour::hair);
    void panel(Box const& box, float radius, Colour ground, std::function<void()> const& inside);
    /// The one picture, behind everything. Its ground is the sill, or a line above it.
    void landscape(float scale, std::optional<float> ground = {});
    void band(Box const& box, Colour ground, std::function<void()> const& inside);
    void ring(Box const& box, float fraction, float stroke, std::function<void()> const& inside);
    void code(Box const& box, std::vector<std::uint8_t> const& modules, int side, std::string const& name);

    void header(std::function<void()> const& inside);  ///< the title of a page and the keys beside it
    /// What stands together, for whoever hears it: the list takes the place of its items, which are drawn in it.
    /// `count`: of a list that is not drawn whole, how many items it has.
    void list(std::function<void()> const& items, int count = 0);
    void item(std::function<void()> const& inside);
    /// A control: ring, lip, and `inside` drawn on it (sunk while pressed). No other one in the frame has its id.
    void key(Box const& box, Key const& key, std::function<void()> const& inside);
    /// Draws everything of `inside` without mirroring: the sill.
    void unmirrored(std::function<void()> const& inside);

    /// A viewport over content that may be longer. `inside` gets the box to lay out in, moved by `offset`, and returns
    /// the height it took. One per screen.
    void scroll(Box const& viewport, float offset, std::function<float(Box const&)> const& inside);
    /// Only inside scroll(). Gives the height of all rows, as far as it is known.
    float long_list(Box const& box, LongList const& list);
    [[nodiscard]] float scroll_left() const;  ///< rp that follow below the viewport in this frame
    [[nodiscard]] float scroll_most() const;  ///< the largest offset in this frame

    /// Keys. What the style says has the focus in the frame drawn last, or what the page begins with where that is not
    /// there. No control where there is none, and none for a finger.
    [[nodiscard]] Focus focus() const;
    /// The offset of the scroll area at which what has the focus can be seen; nothing when it can.
    [[nodiscard]] std::optional<float> offset_for_focus() const;
    Outcome turn_page(Instant now);  ///< what the key for it does

    /// Touch. Outcomes refer to the frame drawn last.
    Outcome finger(Finger const& finger);
    /// Another page is shown since then: for a moment only the exit and the emergency line are pressed.
    void page_shown(Instant at);
    [[nodiscard]] bool feels_ghosts() const;  ///< the touchscreen reports touches that nobody makes
    Outcome advance(Instant now);             ///< of what moves by itself (inertia, page turn, transition)
    [[nodiscard]] bool moving() const;        ///< anything still moves by itself: the next frame follows
    void release();                           ///< lets go of whatever a finger holds

protected:
    struct Inside;
    explicit Canvas(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> m_inside;
};

}  // namespace halte
