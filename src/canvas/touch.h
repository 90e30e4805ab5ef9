#pragma once
/// A finger on keys and on a scroll area, as a small machine of its own: action on release, sliding off cancels,
/// dragging scrolls and runs out. Pixels. It is given rectangles and times, and draws nothing. What counts as a
/// contact, and what it may press, touch_rules.h says.

#include <halte/canvas.h>

#include <deque>

#include "touch_rules.h"

namespace halte {

/// What the last frame offered to a finger.
struct Touchables {
    AccessibilityTree const* tree = nullptr;
    PixelRect viewport;     ///< of the scroll area; empty when there is none
    float most_scroll = 0;  ///< pixels
    float page = 0;         ///< pixels of the longest page turn
    float foot = 0;         ///< pixels at the viewport's foot that are too pale to be read while more follows
    float px_per_mm = 4;
    bool motion = true;  ///< largest text moves nothing by itself
};

class TouchMachine {
public:
    /// Offsets are pixels here; `offset` is the scroll area's in the frame drawn last.
    Outcome finger(Finger const& finger, Touchables const& on, float offset);
    Outcome advance(Instant now, Touchables const& on, float offset);
    /// Another page is on the screen since then.
    void page_shown(Instant at) { m_rules.page_shown(at); }
    [[nodiscard]] bool feels_ghosts() const { return m_rules.found_ghosts(); }
    /// One page further, to where nothing that fits is cut, or back to the top from the end.
    Outcome turn_page(Instant now, Touchables const& on, float offset);
    [[nodiscard]] bool moving() const;
    [[nodiscard]] std::optional<ControlId> const& pressed() const { return m_pressed; }
    [[nodiscard]] std::optional<Expected> expected() const;
    void release();

private:
    struct PageTurn {
        float from = 0;
        float to = 0;
        Instant start{};
    };
    Outcome feel(Contact const& contact, Touchables const& on, float offset);
    Outcome down(Contact const& contact, Touchables const& on);
    Outcome move(Finger const& finger, Touchables const& on, float offset);
    Outcome up(Finger const& finger, Touchables const& on, float offset);
    void remember(Finger const& finger);
    [[nodiscard]] float speed_at(Instant now) const;
    [[nodiscard]] bool can_drag(Touchables const& on) const;

    TouchRules m_rules;
    std::optional<ControlId> m_pressed;
    bool m_down = false;
    bool m_dragging = false;
    float m_down_x = 0;
    float m_down_y = 0;
    Instant m_presses_from{};
    float m_drag_offset = 0;  ///< offset when the drag began
    float m_drag_y = 0;
    std::deque<Finger> m_trail;
    float m_speed = 0;  ///< pixels per second, of inertia
    Instant m_last_advance{};
    std::optional<PageTurn> m_turn;
    std::optional<float> m_landing;  ///< where a turn that this finger stopped would have ended
};

}  // namespace halte
