#pragma once
/// What a VisitorLoop holds and does in each turn.

#include <halte/visitor.h>

#include "foreseen.h"
#include "key_commands.h"

namespace halte {

class VisitorLoop::Inside {
public:
    Inside(Parts const& parts, Visit const& first)
        : m_parts(parts),
          m_visit(first),
          m_key_rules(parts.key_pace),
          m_key_commands(parts.terminal.switches, parts.key_pace.scan_step) {}
    void draw_behind();
    Result<ExitCode> run();

private:
    Result<bool> show();
    Result<void> settle();
    [[nodiscard]] bool put_back();
    [[nodiscard]] bool fits_screen();
    void beat();
    void turn();
    void draw_on_canvas();
    void draw_once();
    void foresee();
    [[nodiscard]] std::optional<Actions> foreseen(Moment const& moment);
    [[nodiscard]] bool follow_focus();
    void observe(Page page) const;
    void show_drawing();
    void draw_frame();  ///< and shows it
    void feel(std::vector<Input> const& inputs);
    void feel(Finger const& finger);
    void feel(KeyPress const& press);
    void strike(std::optional<Stroke> const& stroke, Instant at);
    void pass_time(Instant now);
    [[nodiscard]] KeyedPage keyed_page() const;
    void stop_keys();
    void carry_out(Command const& command, Instant at);
    void tell_of_ghosts();
    void apply(Outcome const& outcome, Instant at);
    void happen(Event const& event);
    void overwrite_the_screen();
    void tell_what_changed(Visit const& before);
    [[nodiscard]] std::optional<Milliseconds> patience(Instant now) const;
    [[nodiscard]] bool deaf(Instant now) const;
    [[nodiscard]] bool shows_opening_hours() const;
    [[nodiscard]] bool minute_passed() const;
    [[nodiscard]] bool second_passed(Instant now) const;  ///< of the veil's countdown

    Parts m_parts;
    Visit m_visit;
    KeyRules m_key_rules;
    KeyCommands m_key_commands;
    Actions m_actions;
    std::optional<Foreseen> m_foreseen;
    Page m_page = Page::same;  ///< of the frame that was drawn last, on the next one
    bool m_told_of_ghosts = false;
    bool m_stale = true;  ///< what is on the screen is not what `m_visit` shows
    Instant m_drawn_at{};
    int m_drawn_minute = -1;
    int m_drawn_seconds = -1;
    Instant m_shown_at{};
    Instant m_told_of_touch{};
    bool m_fits = true;      ///< the surface covers the screen
    bool m_settled = false;  ///< the process has done what no first frame waits for
    bool m_spoilt = false;   ///< what the last visit changed of the window system could not be put back
};

}  // namespace halte
