#include "visitor_loop.h"

#include <algorithm>

namespace halte {
namespace {

constexpr Milliseconds frame{16};
constexpr Milliseconds a_minute_at_most{5'000};  ///< how late an "open now" may be noticed
constexpr Milliseconds longest_answer{1'000};    ///< to the fingers that came together
constexpr Milliseconds deaf_at_first{500};  ///< the finger that ended the last visit touches nothing of the next one

bool shows_opening_hours(Screen screen) {
    return screen == Screen::services || screen == Screen::service || screen == Screen::general_lines ||
           screen == Screen::authors || screen == Screen::unconfirmed;
}

}  // namespace

VisitorLoop::VisitorLoop(Parts const& parts, Visit const& first) : m_parts(parts), m_visit(first) {}

ExitCode VisitorLoop::run() {
    bool const shown = show();
    while (shown && m_fits && !m_parts.window.failed() && !m_parts.window.closed()) turn();
    if (m_parts.window.failed()) {
        log_line("OpenGL failed in the middle of a frame.");
        return ExitCode::no_graphics;
    }
    if (!m_fits) {
        log_line("The screen has another size now.");
        return ExitCode::no_display;
    }
    return shown ? ExitCode::closed : ExitCode::ok;
}

void VisitorLoop::draw_behind() {
    m_parts.canvas.rehearse();
    draw_on_canvas();
    observe(Page::another);
}

/// The window is mapped over the last visitor's only once everything that its first frame needs is there.
bool VisitorLoop::show() {
    m_parts.supervisor.say(Word::prepared);
    if (!m_parts.supervisor.wait_for_go([this] { return fits_screen(); }) || !fits_screen()) return false;
    m_parts.window.show();
    draw_frame();
    if (m_parts.window.failed()) return false;
    m_shown_at = m_parts.clock.now();
    m_parts.supervisor.say(Word::ready);
    return true;
}

bool VisitorLoop::fits_screen() {
    m_parts.supervisor.before_asking_the_screen();
    return m_fits = m_parts.window.fits_screen();
}

/// Whoever says `alive` has had an answer of the X server: when that hangs, this process falls silent too.
void VisitorLoop::beat() {
    if (!m_parts.supervisor.beat_is_due(m_parts.clock.now()) || !fits_screen()) return;
    m_parts.supervisor.beat(m_parts.clock.now());
}

void VisitorLoop::turn() {
    auto const fingers = m_parts.window.wait(patience(m_parts.clock.now()));
    Visit const before = m_visit;
    feel(fingers);
    Instant const now = m_parts.clock.now();
    happen({now, Tick{}});
    apply(m_parts.canvas.advance(now), now);
    tell_of_ghosts();
    if (m_parts.window.needs_drawing() || minute_passed() || second_passed(now)) m_stale = true;
    if (m_stale) draw_frame();
    tell_what_changed(before);
    beat();
}

void VisitorLoop::draw_on_canvas() {
    Moment const moment{m_parts.clock.wall(), m_parts.clock.now()};
    m_actions = draw(m_visit, m_parts.directory, m_parts.terminal, moment, m_parts.canvas);
    m_drawn_minute = moment.wall.minute;
    m_drawn_seconds = seconds_left(m_visit, moment.now);
}

void VisitorLoop::observe(Page page) const {
    if (m_parts.observer) m_parts.observer(m_parts.canvas.tree(), page);
}

void VisitorLoop::draw_frame() {
    draw_on_canvas();
    m_parts.window.swap();
    m_stale = false;
    Page const page = std::exchange(m_page, Page::same);
    if (page == Page::another) m_parts.canvas.page_shown(m_parts.clock.now());
    observe(page);
}

bool VisitorLoop::deaf(Instant now) const { return m_visit.phase == Phase::ended || now < m_shown_at + deaf_at_first; }

/// Fingers that come faster than frames are drawn, as those of a broken screen do, would keep the loop busy until it
/// counts as hanging, and whoever leaves would wait behind them. What has waited too long is forgotten.
void VisitorLoop::feel(std::vector<Finger> const& fingers) {
    for (Finger const& finger : fingers) {
        bool const too_late = m_parts.clock.now() - finger.at > longest_answer;
        too_late ? m_parts.canvas.release() : feel(finger);
    }
}

/// What is under the finger is what was drawn: a page that is due but not drawn yet comes first.
void VisitorLoop::feel(Finger const& finger) {
    happen({finger.at, Tick{}});
    if (m_stale) draw_frame();
    if (deaf(finger.at)) return m_parts.canvas.release();
    Outcome const outcome = m_parts.canvas.finger(finger);
    if (outcome.contact) happen({finger.at, Touch{}});
    apply(outcome, finger.at);
}

void VisitorLoop::tell_of_ghosts() {
    if (m_told_of_ghosts || !m_parts.canvas.feels_ghosts()) return;
    m_told_of_ghosts = true;
    m_parts.supervisor.say(Word::ghosts);
}

void VisitorLoop::apply(Outcome const& outcome, Instant at) {
    if (outcome.draw) m_stale = true;
    if (outcome.scrolled) happen({at, Scroll{*outcome.scrolled}});
    if (!outcome.activated) return;
    What const* const what = m_actions.find(*outcome.activated);
    must(what != nullptr);
    happen({at, *what});
}

void VisitorLoop::happen(Event const& event) {
    Visit const before = std::exchange(m_visit, next(m_visit, event));
    // At once: from this word on nothing that this process prints is passed on.
    if (m_visit.phase == Phase::running && before.phase != Phase::running) m_parts.supervisor.say(Word::touched);
    bool const another_page = is_another_page(before, m_visit);
    bool const another_layout = another_page || before.text_size != m_visit.text_size;
    if (another_layout) m_parts.canvas.forget_motion();
    if (another_page) m_page = Page::another;
    bool const opened = before.path.size() != m_visit.path.size() && m_visit.phase == Phase::running;
    if (opened && m_visit.path.size() > 1) m_parts.canvas.start_transition(event.at);
    if (another_layout || before.here() != m_visit.here()) m_stale = true;
}

/// The first screen stands already. A window has up to three buffers, and the kernel clears the memory of a process,
/// but not always that of a graphics card.
void VisitorLoop::overwrite_the_screen() {
    for (int buffer = 0; buffer < 2; ++buffer) {
        draw_on_canvas();
        m_parts.window.swap();
    }
    m_parts.canvas.forget_pictures();
}

/// The supervisor learns that a visit began, that its countdown runs, and that it is over; never what it was about.
void VisitorLoop::tell_what_changed(Visit const& before) {
    if (before.phase == m_visit.phase) return;
    switch (m_visit.phase) {
        case Phase::veiled:
            return m_parts.supervisor.say(Word::veiled);
        case Phase::ended:
            overwrite_the_screen();
            return m_parts.supervisor.say(Word::ended);
        case Phase::running:  // said when it happened
        case Phase::untouched:
            return;
    }
}

bool VisitorLoop::minute_passed() const {
    bool const shown = m_visit.phase == Phase::running && shows_opening_hours(m_visit.here().screen);
    return shown && m_parts.clock.wall().minute != m_drawn_minute;
}

bool VisitorLoop::second_passed(Instant now) const {
    return m_visit.phase == Phase::veiled && seconds_left(m_visit, now) != m_drawn_seconds;
}

/// How long to sleep when no finger comes; nothing is for ever.
std::optional<Milliseconds> VisitorLoop::patience(Instant now) const {
    if (m_stale) return Milliseconds(0);
    if (m_parts.canvas.moving()) return frame;
    std::optional<Instant> wake = m_parts.supervisor.next_beat();
    auto const also = [&](Instant at) { wake = wake ? std::min(*wake, at) : at; };
    if (auto const change = next_change(m_visit, now)) also(*change);
    if (m_visit.phase == Phase::running && shows_opening_hours(m_visit.here().screen)) also(now + a_minute_at_most);
    if (!wake) return std::nullopt;
    return std::max(*wake - now, Milliseconds(1));
}

}  // namespace halte
