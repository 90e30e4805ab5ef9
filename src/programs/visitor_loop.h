#pragma once
/// The frame loop of one visitor process. Frames are drawn when something changed, and not otherwise; `alive` is said
/// here and nowhere else, so that a loop that hangs falls silent.

#include "visitor.h"

namespace halte {

class VisitorLoop {
public:
    struct Parts {
        Window& window;
        Canvas& canvas;
        Directory const& directory;
        Terminal const& terminal;
        Supervisor& supervisor;
        Clock const& clock;
        FrameObserver const& observer;
    };
    VisitorLoop(Parts const& parts, Visit const& first);

    /// Draws the first frame into the hidden window: everything that frames need is loaded then. That frame is not
    /// kept, because what was drawn into a hidden window may be lost.
    void draw_behind();
    /// Waits until the window may be shown, and runs until the process is killed or its window closed.
    ExitCode run();

private:
    [[nodiscard]] bool show();
    [[nodiscard]] bool fits_screen();
    void beat();
    void turn();
    void draw_on_canvas();
    void observe(Page page) const;
    void draw_frame();  ///< and shows it
    void feel(std::vector<Finger> const& fingers);
    void feel(Finger const& finger);
    void tell_of_ghosts();
    void apply(Outcome const& outcome, Instant at);
    void happen(Event const& event);
    void overwrite_the_screen();
    void tell_what_changed(Visit const& before);
    [[nodiscard]] std::optional<Milliseconds> patience(Instant now) const;
    [[nodiscard]] bool deaf(Instant now) const;
    [[nodiscard]] bool minute_passed() const;
    [[nodiscard]] bool second_passed(Instant now) const;  ///< of the veil's countdown

    Parts m_parts;
    Visit m_visit;
    Actions m_actions;
    Page m_page = Page::same;  ///< of the frame that was drawn last, on the next one
    bool m_told_of_ghosts = false;
    bool m_stale = true;  ///< what is on the screen is not what `m_visit` shows
    int m_drawn_minute = -1;
    int m_drawn_seconds = -1;
    Instant m_shown_at{};
    bool m_fits = true;  ///< the window covers the screen
};

}  // namespace halte
