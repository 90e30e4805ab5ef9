#include <fmt/format.h>
#include <fmt/ranges.h>
#include <halte/change.h>

#include <algorithm>
#include <future>

#include "inside.h"

namespace halte {
namespace {

constexpr Milliseconds a_minute_at_most{5'000};  ///< how late an "open now" may be noticed
constexpr Milliseconds longest_answer{1'000};    ///< to the inputs that came together
constexpr Milliseconds soon{20};                 ///< if the last visit is over, the supervisor says so by then
constexpr Milliseconds deaf_at_first{500};  ///< the finger that ended the last visit touches nothing of the next one

}  // namespace

VisitorLoop::VisitorLoop(Parts const& parts, Visit const& first) : m_inside(std::make_unique<Inside>(parts, first)) {}
VisitorLoop::VisitorLoop(VisitorLoop&&) noexcept = default;
VisitorLoop::~VisitorLoop() = default;
void VisitorLoop::draw_behind() { m_inside->draw_behind(); }
Result<ExitCode> VisitorLoop::run() { return m_inside->run(); }

Result<ExitCode> VisitorLoop::Inside::run() {
    bool const shown = TRY(show()) && put_back();
    while (shown && m_fits && !m_parts.surface.failed() && !m_parts.surface.closed()) turn();
    if (m_parts.surface.failed()) {
        log_line("OpenGL failed in the middle of a frame.");
        return ExitCode::no_graphics;
    }
    if (m_spoilt) return ExitCode::spoilt_server;
    if (!m_fits) {
        log_line("The screen has another size now.");
        return ExitCode::no_display;
    }
    return shown ? ExitCode::closed : ExitCode::ok;
}

/// The first page's words and icons are drawn while the driver compiles its programs.
void VisitorLoop::Inside::draw_behind() {
    auto page = std::async([this] { draw_on_canvas(); });
    m_parts.canvas.open();
    page.get();
    m_parts.canvas.place_pictures();
    draw_on_canvas();
    observe(Page::another);
}

/// What no first frame waits for.
Result<void> VisitorLoop::Inside::settle() {
    if (m_parts.confine) TRY_VOID(m_parts.confine());
    m_parts.canvas.rehearse_changes();
    end_giving_memory_back();
    m_settled = true;
    return {};
}

/// The surface is shown over the last visitor's only once everything that its first frame needs is there. It
/// settles before that where nobody waits, and after it else, while it is deaf.
Result<bool> VisitorLoop::Inside::show() {
    m_parts.overseer.say(Word::prepared);
    if (!m_parts.overseer.is_awaited(soon)) TRY_VOID(settle());
    if (!m_parts.overseer.wait_for_go([this] { return fits_screen(); }) || !fits_screen()) return false;
    m_parts.surface.show();
    draw_frame();
    if (m_parts.surface.failed()) return false;
    m_shown_at = m_parts.clock.now();
    m_parts.overseer.say(Word::ready);
    if (!m_settled) TRY_VOID(settle());
    return true;
}

/// The first screen is there already; whoever touches it is felt when nothing of the last visit is left.
bool VisitorLoop::Inside::put_back() {
    auto const dead = m_parts.overseer.wait_until_alone();
    if (!dead) return false;
    auto const spoilt = m_parts.surface.put_back(*dead);
    m_spoilt = !spoilt.empty();
    // Putting back may have cost the picture, and what tells of it has been read already: nothing would wake the loop.
    m_stale = m_parts.surface.needs_drawing();
    observe(Page::same);  // from now on it feels
    if (!m_spoilt) m_parts.overseer.say(Word::restored);
    if (m_spoilt) log_line(fmt::format("The X server is not as it was at the start: {}.", fmt::join(spoilt, ", ")));
    return !m_spoilt;
}

bool VisitorLoop::Inside::fits_screen() {
    m_parts.overseer.before_asking_the_screen();
    return m_fits = m_parts.surface.fits_screen();
}

/// Whoever says `alive` has had an answer of the X server: when that hangs, this process falls silent too. The answer
/// is the main monitor's place and size: when the screen was turned or exchanged, the window no longer fits, and the
/// process ends.
void VisitorLoop::Inside::beat() {
    std::optional<Instant> const due = m_parts.overseer.next_beat();
    if (due && *due <= m_parts.clock.now() && fits_screen()) m_parts.overseer.beat(m_parts.clock.now());
}

void VisitorLoop::Inside::turn() {
    auto const inputs = m_parts.surface.wait(patience(m_parts.clock.now()));
    Visit const before = m_visit;
    feel(inputs);
    Instant const now = m_parts.clock.now();
    pass_time(now);
    tell_of_ghosts();
    if (m_parts.surface.needs_drawing() || minute_passed() || second_passed(now)) m_stale = true;
    if (m_stale) draw_frame();
    tell_what_changed(before);
    beat();
    foresee();
}

void VisitorLoop::Inside::pass_time(Instant now) {
    happen({now, Tick{}});
    apply(m_parts.canvas.advance(now), now);
    if (m_stale || deaf(now)) return;  // the page that is due comes first
    strike(m_key_rules.wait(now), now);
    carry_out(m_key_commands.wait(keyed_page(), now), now);
}

/// A page is drawn again where what has the focus must be brought to where it can be seen. Each time brings it there,
/// unless the page is another one at every place; then it stays as it is.
void VisitorLoop::Inside::draw_on_canvas() {
    constexpr int most_times = 3;
    draw_once();
    for (int time = 1; time < most_times && follow_focus(); ++time) draw_once();
}

/// Whether the page has to be drawn again.
bool VisitorLoop::Inside::follow_focus() {
    Focus const focus = m_parts.canvas.focus();
    if (focus.control.words.empty()) return false;
    Instant const now = m_drawn_at;  // time passes between frames, not within one
    if (focus != m_visit.focus()) happen({now, MoveFocus{focus}});
    auto const offset = m_parts.canvas.offset_for_focus();
    if (offset) happen({now, Scroll{*offset, true}});
    return offset.has_value();
}

void VisitorLoop::Inside::draw_once() {
    Moment const moment{m_parts.clock.wall(), m_parts.clock.now()};
    auto ahead = foreseen(moment);
    m_actions = ahead ? std::move(*ahead) : draw(m_visit, m_parts.directory, m_parts.terminal, moment, m_parts.canvas);
    m_drawn_at = moment.now;
    m_drawn_minute = moment.wall.minute;
    m_drawn_seconds = seconds_left(m_visit, moment.now);
}

void VisitorLoop::Inside::observe(Page page) const {
    if (m_parts.observer) m_parts.observer(m_parts.canvas.tree(), {page, m_parts.canvas.moving()});
}

void VisitorLoop::Inside::show_drawing() {
    Instant const begun = m_parts.clock.now();
    m_parts.surface.present(m_parts.canvas.paint(m_parts.surface.buffer_age()));
    m_parts.canvas.learn_cost(m_parts.clock.now() - begun);
}

void VisitorLoop::Inside::draw_frame() {
    draw_on_canvas();
    show_drawing();
    m_stale = false;
    Page const page = std::exchange(m_page, Page::same);
    if (page == Page::another) m_parts.canvas.page_shown(m_parts.clock.now());
    if (page == Page::another) m_key_commands.page_shown(m_parts.clock.now());
    observe(page);
}

bool VisitorLoop::Inside::deaf(Instant now) const {
    return m_visit.phase == Phase::ended || now < m_shown_at + deaf_at_first;
}

/// Inputs that come faster than frames are drawn, as those of a broken screen do, would keep the loop busy until it
/// counts as hanging, and whoever leaves would wait behind them. What has waited too long is forgotten.
void VisitorLoop::Inside::feel(std::vector<Input> const& inputs) {
    for (Input const& input : inputs) {
        bool const too_late = m_parts.clock.now() - time_of(input) > longest_answer;
        if (!too_late) {
            std::visit([this](auto const& one) { feel(one); }, input);
            continue;
        }
        m_parts.canvas.release();
        m_key_rules.release();
    }
}

/// What has the focus is what was drawn.
void VisitorLoop::Inside::feel(KeyPress const& press) {
    happen({press.at, Tick{}});
    if (m_stale) draw_frame();
    if (deaf(press.at)) return m_key_rules.release();
    strike(m_key_rules.feel(press), press.at);
}

/// What a key or a switch had begun comes to nothing.
void VisitorLoop::Inside::stop_keys() {
    m_key_rules.release();
    m_key_commands.stop();
}

/// Holding a switch does nothing: whoever uses one may not be able to let it go.
void VisitorLoop::Inside::strike(std::optional<Stroke> const& stroke, Instant at) {
    if (!stroke || (stroke->repeated && m_parts.terminal.switches != Switches::none)) return;
    KeyedPage const page = keyed_page();
    Command const command = m_key_commands.strike(stroke->meaning, page, at);
    if (!stroke->repeated) happen({at, Press{}});
    carry_out(command, at);
}

KeyedPage VisitorLoop::Inside::keyed_page() const { return {m_parts.canvas.tree(), m_actions, m_parts.canvas.focus()}; }

void VisitorLoop::Inside::carry_out(Command const& command, Instant at) {
    if (command.focus) happen({at, MoveFocus{*command.focus}});
    if (command.what) happen({at, *command.what});
    if (command.turns_page) apply(m_parts.canvas.turn_page(at), at);
}

/// What is under the finger is what was drawn: a page that is due but not drawn yet comes first.
void VisitorLoop::Inside::feel(Finger const& finger) {
    happen({finger.at, Tick{}});
    if (m_stale) draw_frame();
    if (deaf(finger.at)) return m_parts.canvas.release();
    Outcome const outcome = m_parts.canvas.finger(finger);
    if (outcome.contact) {
        stop_keys();
        happen({finger.at, Touch{}});
    }
    apply(outcome, finger.at);
}

void VisitorLoop::Inside::tell_of_ghosts() {
    if (m_told_of_ghosts || !m_parts.canvas.feels_ghosts()) return;
    m_told_of_ghosts = true;
    m_parts.overseer.say(Word::ghosts);
}

void VisitorLoop::Inside::apply(Outcome const& outcome, Instant at) {
    if (outcome.draw) m_stale = true;
    if (outcome.scrolled) happen({at, Scroll{*outcome.scrolled}});
    if (!outcome.activated) return;
    What const* const what = m_actions.find(*outcome.activated);
    must(what != nullptr);
    happen({at, *what});
}

void VisitorLoop::Inside::happen(Event const& event) {
    Visit const before = std::exchange(m_visit, next(m_visit, event));
    Change const change = change_between(before, m_visit);
    // At once: from this word on nothing that this process prints is passed on.
    bool const somebody = std::holds_alternative<Touch>(event.what) || std::holds_alternative<Press>(event.what);
    bool const touch = somebody && m_visit.phase == Phase::running;
    if (change.phase == Phase::running || (touch && event.at >= m_told_of_touch + touch_interval)) {
        m_parts.overseer.say(Word::touched);
        m_told_of_touch = event.at;
    }
    if (change.phase == Phase::ended) stop_keys();
    if (change.layout) m_parts.canvas.forget_motion();
    if (change.page) m_page = Page::another;
    if (change.opened) m_parts.canvas.start_transition(event.at);
    m_stale = m_stale || change.drawn;
}

/// The first screen stands already. The kernel clears the memory of a process, but not always that of a graphics card:
/// each buffer is painted whole.
void VisitorLoop::Inside::overwrite_the_screen() {
    draw_on_canvas();
    for (int buffer = 0; buffer < m_parts.surface.buffers(); ++buffer) m_parts.surface.present(m_parts.canvas.paint(0));
    m_parts.canvas.forget_pictures();
}

/// The supervisor learns that a visit began, that its countdown runs, and that it is over; never what it was about.
void VisitorLoop::Inside::tell_what_changed(Visit const& before) {
    std::optional<Phase> const began = change_between(before, m_visit).phase;
    if (!began) return;
    switch (*began) {
        case Phase::veiled:
            return m_parts.overseer.say(Word::veiled);
        case Phase::ended:
            overwrite_the_screen();
            return m_parts.overseer.say(Word::ended);
        case Phase::running:  // said when it happened
        case Phase::untouched:
            return;
    }
}

bool VisitorLoop::Inside::shows_opening_hours() const {
    return m_visit.phase == Phase::running && traits_of(m_visit.here().screen).shows_opening_hours;
}

bool VisitorLoop::Inside::minute_passed() const {
    return shows_opening_hours() && m_parts.clock.wall().minute != m_drawn_minute;
}

bool VisitorLoop::Inside::second_passed(Instant now) const {
    return m_visit.phase == Phase::veiled && seconds_left(m_visit, now) != m_drawn_seconds;
}

/// How long to sleep when no input comes. No limit where nothing changes by itself and nobody waits for `alive`.
std::optional<Milliseconds> VisitorLoop::Inside::patience(Instant now) const {
    if (m_stale) return Milliseconds(0);
    if (m_parts.canvas.moving()) return m_parts.canvas.frame_interval();
    std::optional<Instant> wake = m_parts.overseer.next_beat();
    auto const also = [&](Instant at) { wake = wake ? std::min(*wake, at) : at; };
    if (auto const change = next_change(m_visit, now)) also(*change);
    if (auto const key = m_key_rules.next_change()) also(*key);
    if (auto const step = m_key_commands.next_change()) also(*step);
    if (shows_opening_hours()) also(now + a_minute_at_most);
    if (auto const expected = m_parts.canvas.expected(); expected && expected->from > now) also(expected->from);
    if (!wake) return std::nullopt;
    return std::max(*wake - now, Milliseconds(1));
}

}  // namespace halte
