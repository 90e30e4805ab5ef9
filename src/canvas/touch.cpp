#include "touch.h"

#include <algorithm>
#include <cmath>

#include "page_stops.h"

namespace halte {
namespace {

constexpr float slop_mm = 3;         ///< how far a finger trembles before it drags
constexpr float slop_on_key_mm = 6;  ///< a shaking hand still presses the key it came down on
constexpr float beside_key_mm = 4;   ///< a finger that misses a key by so little meant it
constexpr float beside_key_px = 15;  ///< the same at least, on screens with coarse pixels
constexpr float resting_mm = 1;      ///< a finger that has moved more may begin to drag
constexpr Milliseconds resting_time{80};
constexpr Milliseconds trail_time{80};
constexpr float half_life_seconds = 0.120F;
constexpr float still_mm_per_second = 4;
constexpr float slow_mm_per_second = 15;
constexpr Milliseconds page_time{200};
constexpr float margin_mm = 2;  ///< above that with which a page begins

float seconds(Milliseconds time) { return float(time.count()) / 1000; }

/// The key that a finger is on, or so little beside that no other is as near.
Node const* key_under(float x, float y, Touchables const& on) {
    return on.tree->button_near(int(x), int(y), std::max(beside_key_px, beside_key_mm * on.px_per_mm));
}

/// The control of that id, when the finger is still on it.
Node const* key_under(Finger const& finger, ControlId const& id, Touchables const& on) {
    Node const* const key = key_under(finger.x, finger.y, on);
    return key != nullptr && key->id == id ? key : nullptr;
}

bool may_press(Node const& key, MayPress what) {
    return what == MayPress::any_key || (what == MayPress::exit_and_emergency && key.always);
}

float ease_out(float share) { return 1 - (1 - share) * (1 - share) * (1 - share); }

}  // namespace

void TouchMachine::release() {
    m_pressed.reset();
    m_down = m_dragging = false;
    m_trail.clear();
    m_speed = 0;
    m_turn.reset();
    m_landing.reset();
}

bool TouchMachine::moving() const { return m_speed != 0 || m_turn.has_value(); }

Outcome TouchMachine::finger(Finger const& finger, Touchables const& on, float offset) {
    Outcome all;
    for (Contact const& contact : m_rules.feel(finger, on.px_per_mm)) {
        Outcome const one = feel(contact, on, all.scrolled.value_or(offset));
        all.contact = all.contact || contact.is_new;
        all.draw = all.draw || one.draw;
        if (one.activated) all.activated = one.activated;
        if (one.scrolled) all.scrolled = one.scrolled;
    }
    bool const moved = all.scrolled && std::abs(*all.scrolled - offset) > slop_mm * on.px_per_mm;
    if (all.activated || moved || m_turn) m_rules.something_changed();
    return all;
}

Outcome TouchMachine::feel(Contact const& contact, Touchables const& on, float offset) {
    switch (contact.finger.phase) {
        case FingerPhase::down:
            return down(contact, on);
        case FingerPhase::move:
            return move(contact.finger, on, offset);
        case FingerPhase::up:
            return up(contact.finger, on, offset);
    }
    return {};
}

/// A finger that stops a fast list only stops it: what ran by under it was not meant. The keys beside the list did not
/// run, and act: the exit above all.
Outcome TouchMachine::down(Contact const& contact, Touchables const& on) {
    Finger const& finger = contact.finger;
    bool const on_the_list = on.viewport.contains(int(finger.x), int(finger.y));
    bool const stops_a_list = on_the_list && std::abs(m_speed) > slow_mm_per_second * on.px_per_mm;
    std::optional<float> const landing = m_turn ? std::optional(m_turn->to) : std::nullopt;
    release();
    m_landing = landing;
    m_down = true;
    m_down_x = finger.x;
    m_down_y = finger.y;
    remember(finger);
    Node const* const button = key_under(finger.x, finger.y, on);
    if (button == nullptr || stops_a_list || !may_press(*button, contact.may_press)) return {};
    m_pressed = button->id;
    m_presses_from = finger.at + (can_drag(on) ? resting_time : Milliseconds(0));
    return {.draw = true};
}

bool TouchMachine::can_drag(Touchables const& on) const {
    return on.most_scroll > 0 && on.viewport.contains(int(m_down_x), int(m_down_y));
}

std::optional<Expected> TouchMachine::expected() const {
    if (!m_pressed) return std::nullopt;
    return Expected{*m_pressed, m_presses_from};
}

Outcome TouchMachine::move(Finger const& finger, Touchables const& on, float offset) {
    if (!m_down) return {};
    remember(finger);
    Outcome outcome;
    float const slop = (m_pressed ? slop_on_key_mm : slop_mm) * on.px_per_mm;
    bool const rests = std::hypot(finger.x - m_down_x, finger.y - m_down_y) <= resting_mm * on.px_per_mm;
    if (!rests && can_drag(on)) m_presses_from = finger.at + resting_time;
    if (!m_dragging && can_drag(on) && std::abs(finger.y - m_down_y) > slop) {
        m_dragging = true;
        m_drag_offset = offset;
        m_drag_y = finger.y;
        m_pressed.reset();
        outcome.draw = true;
    }
    if (m_dragging) outcome.scrolled = std::clamp(m_drag_offset - (finger.y - m_drag_y), 0.0F, on.most_scroll);
    if (m_pressed && key_under(finger, *m_pressed, on) == nullptr) {
        m_pressed.reset();
        outcome.draw = true;
    }
    return outcome;
}

Outcome TouchMachine::up(Finger const& finger, Touchables const& on, float offset) {
    remember(finger);
    Outcome outcome;
    if (m_dragging && on.motion) {
        m_speed = speed_at(finger.at);
        m_last_advance = finger.at;
    }
    std::optional<ControlId> const pressed = std::exchange(m_pressed, std::nullopt);
    m_down = m_dragging = false;
    if (!pressed) return outcome;
    outcome.draw = true;
    Node const* const key = key_under(finger, *pressed, on);
    if (key == nullptr) return outcome;
    if (key->turns_page) return turn_page(finger.at, on, offset);
    outcome.activated = pressed;
    return outcome;
}

Outcome TouchMachine::turn_page(Instant now, Touchables const& on, float offset) {
    float const here = std::exchange(m_landing, std::nullopt).value_or(offset);
    bool const at_end = here >= on.most_scroll - 1;
    Scrolled const list{.tree = on.tree,
                        .viewport = on.viewport,
                        .offset = offset,
                        .most_scroll = on.most_scroll,
                        .page = on.page,
                        .foot = on.foot,
                        .margin = margin_mm * on.px_per_mm};
    float const target = at_end ? 0 : next_stop(list, here);
    if (!on.motion) return {.scrolled = target, .draw = true};
    m_turn = PageTurn{offset, target, now};
    return {.draw = true};
}

Outcome TouchMachine::advance(Instant now, Touchables const& on, float offset) {
    m_rules.wait(now);
    if (m_turn) {
        float const share = std::clamp(float((now - m_turn->start).count()) / float(page_time.count()), 0.0F, 1.0F);
        PageTurn const turn = *m_turn;
        if (share >= 1) m_turn.reset();
        return {.scrolled = turn.from + (turn.to - turn.from) * ease_out(share), .draw = true};
    }
    if (m_speed == 0) return {};
    float const passed = seconds(now - std::exchange(m_last_advance, now));
    float const moved = std::clamp(offset + m_speed * passed, 0.0F, on.most_scroll);
    bool const at_an_end = moved <= 0 || moved >= on.most_scroll;
    m_speed *= std::exp2(-passed / half_life_seconds);
    if (at_an_end || std::abs(m_speed) < still_mm_per_second * on.px_per_mm) m_speed = 0;
    return {.scrolled = moved, .draw = true};
}

void TouchMachine::remember(Finger const& finger) {
    m_trail.push_back(finger);
    while (m_trail.size() > 2 && finger.at - m_trail.front().at > trail_time) m_trail.pop_front();
}

/// Of the offset, which runs against the finger. A finger that rested before it was lifted leaves no speed.
float TouchMachine::speed_at(Instant now) const {
    Finger const& first = m_trail.front();
    Finger const& last = m_trail.back();
    float const passed = seconds(last.at - first.at);
    if (passed <= 0 || now - first.at > trail_time * 2) return 0;
    return -(last.y - first.y) / passed;
}

}  // namespace halte
