#pragma once
/// What a step of a visit changes on the screen. Pure.

#include <halte/visit.h>

namespace halte {

/// What is different on the screen after `after` came of `before`. The countdown's seconds and the minutes of opening
/// hours pass without a change of the visit: the clock tells of them.
struct Change {
    bool page = false;             ///< another page: another place, language, phase or town to look from
    bool layout = false;           ///< what is shown is laid out anew: another page or appearance
    bool opened = false;           ///< a page was opened or gone back to within a visit; it fades in
    bool drawn = false;            ///< what is drawn differs at all: one of the above, or scrolled
    std::optional<Phase> phase{};  ///< the one that began
    bool operator==(Change const&) const = default;
};
[[nodiscard]] Change change_between(Visit const& before, Visit const& after);

}  // namespace halte
