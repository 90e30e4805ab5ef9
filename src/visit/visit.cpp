#include <halte/visit.h>
#include <algorithm>
#include <cmath>

namespace halte {
namespace {

// What a broken touchscreen repeats must not keep a page open; somebody who reads and touches the text may.
constexpr int idle_touches_that_count = 5;
constexpr int patience_since_choice = 2;
// In reference pixels, of a quarter of a millimetre: less is a finger that lies and trembles.
constexpr float scroll_that_counts = 40;

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

Visit ended(Visit const& visit) {
    return {.phase = Phase::ended,
            .language = visit.first_language,
            .appearance = visit.first_appearance,
            .pace = visit.pace,
            .first_language = visit.first_language,
            .first_appearance = visit.first_appearance};
}

Milliseconds patience(Visit const& visit) {
    bool const reading = traits_of(visit.here().screen).is_for_reading;
    Milliseconds const usual = reading ? visit.pace.inactivity_reading : visit.pace.inactivity;
    return visit.hands == Hands::keys ? std::max(usual, visit.pace.inactivity_keys) : usual;
}

Instant inactive_at(Visit const& visit) {
    return std::min(visit.last_sign + patience(visit), visit.last_choice + patience_since_choice * patience(visit));
}
Instant veil_ends_at(Visit const& visit) { return visit.veiled_since + visit.pace.countdown; }

/// A person who touched nothing but the welcome screen has nothing to go back to: no veil, the process is just
/// replaced.
Visit veiled(Visit visit) {
    if (visit.path.size() == 1) return ended(visit);
    visit.phase = Phase::veiled;
    visit.focus_on_veil = {};
    visit.veiled_since = inactive_at(visit);
    return visit;
}

Visit at_time(Visit const& visit, Instant now) {
    Visit later = visit;
    if (later.phase == Phase::running && now >= inactive_at(later)) later = veiled(later);
    if (later.phase == Phase::veiled && now >= veil_ends_at(later)) later = ended(later);
    return later;
}

void note_choice(Visit& visit, Instant at) {
    visit.last_sign = visit.last_choice = at;
    visit.idle_touches = 0;
}

/// The first touch after keys begins to wait as for fingers from now on, not from the last key.
void note_touch(Visit& visit, Instant at) {
    if (visit.phase == Phase::untouched || visit.hands == Hands::keys) return note_choice(visit, at);
    if (++visit.idle_touches <= idle_touches_that_count) visit.last_sign = at;
}

/// Whoever uses keys reads on by them: each one counts as a choice. A key that is broken is felt no more (key_rules.h).
void note_press(Visit& visit, Instant at) {
    visit.hands = Hands::keys;
    visit.path.back().by_keys = true;
    note_choice(visit, at);
}

/// Reading on is a choice, as often as there is more to read. Going over the same part again is a sign of somebody.
void scroll(Visit& visit, Scroll const& wish, Instant at) {
    float const offset = wish.offset;
    Place& place = visit.path.back();
    place.scroll = offset;
    if (wish.follows_focus) {
        place.counted = offset;
    } else if (offset >= place.furthest + scroll_that_counts) {
        note_choice(visit, at);
        place.furthest = place.counted = offset;
    } else if (std::abs(offset - place.counted) >= scroll_that_counts) {
        visit.last_sign = at;
        place.counted = offset;
    }
}

/// Another language, text size or town lays every screen out anew: an old offset would point anywhere.
void forget_scrolling(Visit& visit) {
    for (Place& place : visit.path) place.scroll = place.furthest = place.counted = 0;
}

void choose_language(Visit& visit, std::string const& language) {
    visit.language = language;
    visit.left_language.clear();
    forget_scrolling(visit);
    if (visit.here().screen == Screen::welcome)
        visit.path.push_back({.screen = Screen::situations, .by_keys = visit.hands == Hands::keys});
}

void read_source(Visit& visit, std::string const& language) {
    std::string const left = visit.language;
    choose_language(visit, language);
    if (left != language) visit.left_language = left;
}

/// However many pages of places were turned, the list they were opened from is what follows.
void choose_town(Visit& visit, std::string const& town) {
    visit.town = town;
    while (visit.here().screen == Screen::places) visit.path.pop_back();
    forget_scrolling(visit);
}

void open(Visit& visit, Open const& wish) {
    Place const there{.screen = wish.screen, .subject = wish.subject, .by_keys = visit.hands == Hands::keys};
    bool const already_there = visit.here().screen == there.screen && visit.here().subject == there.subject;
    if (!already_there) visit.path.push_back(there);
    if (wish.screen == Screen::service) visit.seen_service = wish.subject;
}

/// Back to the first screen is out of the visit: the next person finds neither its language nor its size of text.
void go_back(Visit& visit) {
    if (visit.path.size() == 2) visit = ended(visit);
    if (visit.path.size() < 2) return;
    visit.path.pop_back();
    visit.path.back().by_keys = visit.hands == Hands::keys;
}

bool is_choice(Event const& event) {
    return !std::holds_alternative<Touch>(event.what) && !std::holds_alternative<Press>(event.what) &&
           !std::holds_alternative<MoveFocus>(event.what) && !std::holds_alternative<Scroll>(event.what);
}

Visit while_running(Visit visit, Event const& event) {
    if (is_choice(event))
        note_choice(visit, event.at);
    else if (std::holds_alternative<Touch>(event.what))
        note_touch(visit, event.at);
    visit.phase = Phase::running;
    auto const act = Overloaded{
        [&](Touch const&) { visit.hands = Hands::finger; },
        [&](Press const&) { note_press(visit, event.at); },
        [&](MoveFocus const& wish) { visit.path.back().focus = wish.to; },
        [&](ChooseLanguage const& wish) { choose_language(visit, wish.language); },
        [&](ReadSource const& wish) { read_source(visit, wish.language); },
        [&](ChooseOtherLanguage const& wish) {
            visit.other_language = wish.language;
            forget_scrolling(visit);
        },
        [&](ChooseTextSize const& wish) {
            visit.appearance.text_size = wish.size;
            forget_scrolling(visit);
        },
        [&](ChooseContrast const& wish) { visit.appearance.contrast = wish.contrast; },
        [&](ChooseSpacing const& wish) {
            visit.appearance.spacing = wish.spacing;
            forget_scrolling(visit);
        },
        [&](ChooseReach const& wish) {
            visit.appearance.reach = wish.reach;
            forget_scrolling(visit);
        },
        [&](ChooseTown const& wish) { choose_town(visit, wish.town); },
        [&](Open const& wish) { open(visit, wish); },
        [&](Back const&) { go_back(visit); },
        [&](Scroll const& wish) { scroll(visit, wish, event.at); },
        [&](Leave const&) { visit = ended(visit); },
        [](auto const&) {},
    };
    std::visit(act, event.what);
    return visit;
}

/// Whoever touches the emergency line on a veil is helped at once, and finds nothing of the visit behind it.
Visit emergency_from(Visit const& visit, Instant at) {
    Visit fresh = ended(visit);
    fresh.phase = Phase::running;
    fresh.language = visit.language;
    fresh.appearance = visit.appearance;
    fresh.hands = visit.hands;
    fresh.path.push_back({Screen::emergency, {}});
    note_choice(fresh, at);
    return fresh;
}

/// Keys move the focus on the veil without lifting it: it stands on "continue" at first.
Visit while_veiled(Visit visit, Event const& event) {
    if (std::holds_alternative<Touch>(event.what)) visit.hands = Hands::finger;
    if (std::holds_alternative<Press>(event.what)) visit.hands = Hands::keys;
    if (auto const* const move = std::get_if<MoveFocus>(&event.what)) visit.focus_on_veil = move->to;
    auto const* const wish = std::get_if<Open>(&event.what);
    if (wish != nullptr && wish->screen == Screen::emergency) return emergency_from(visit, event.at);
    if (std::holds_alternative<Continue>(event.what)) {
        visit.phase = Phase::running;
        note_choice(visit, event.at);
        return visit;
    }
    bool const over = std::holds_alternative<StartAgain>(event.what) || std::holds_alternative<Leave>(event.what);
    return over ? ended(visit) : visit;
}

}  // namespace

/// Time is taken into account first: a touch one second late meets the veil, not the key that was under it.
Visit next(Visit const& visit, Event const& event) {
    Visit now = at_time(visit, event.at);
    if (now.phase == Phase::ended || std::holds_alternative<Tick>(event.what)) return now;
    return now.phase == Phase::veiled ? while_veiled(now, event) : while_running(now, event);
}

int seconds_left(Visit const& visit, Instant now) {
    auto const left = veil_ends_at(visit) - now;
    return static_cast<int>(std::max<std::int64_t>(0, (left.count() + 999) / 1000));
}

std::optional<Instant> next_change(Visit const& visit, Instant now) {
    if (visit.phase == Phase::running) return inactive_at(visit);
    if (visit.phase != Phase::veiled) return std::nullopt;
    int const left = seconds_left(visit, now);
    return veil_ends_at(visit) - Milliseconds(1000) * (left > 0 ? left - 1 : 0);
}

}  // namespace halte
