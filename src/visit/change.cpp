#include <halte/change.h>

#include <tuple>

namespace halte {
namespace {

/// The veil covers every page, and the end shows the first one again.
bool is_another_phase_to_see(Phase before, Phase after) {
    bool const covers = (before == Phase::veiled) != (after == Phase::veiled);
    bool const ends = after == Phase::ended && before != Phase::ended;
    return covers || ends;
}

bool is_another_page(Visit const& before, Visit const& after) {
    auto const page = [](Visit const& visit) {
        return std::tie(visit.here().screen, visit.here().subject, visit.language, visit.other_language, visit.town);
    };
    return page(before) != page(after) || is_another_phase_to_see(before.phase, after.phase);
}

}  // namespace

Change change_between(Visit const& before, Visit const& after) {
    Change change;
    change.page = is_another_page(before, after);
    change.layout = change.page || before.appearance != after.appearance;
    bool const inside = after.phase == Phase::running && after.path.size() > 1;
    change.opened = inside && before.path.size() != after.path.size();
    bool const way_back = before.left_language != after.left_language;
    bool const focus = before.hands != after.hands || (after.hands == Hands::keys && before.focus() != after.focus());
    bool const scrolled = before.here().scroll != after.here().scroll;
    bool const legend = before.here().by_keys != after.here().by_keys;
    change.drawn = change.layout || change.opened || way_back || focus || scrolled || legend;
    if (before.phase != after.phase) change.phase = after.phase;
    return change;
}

}  // namespace halte
