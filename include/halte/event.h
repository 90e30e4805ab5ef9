#pragma once
/// What can happen to a visit (visit.h): what somebody does, and time. Values only.

#include <halte/appearance.h>
#include <halte/base.h>
#include <halte/control_id.h>
#include <halte/screen_traits.h>
#include <string>
#include <variant>

namespace halte {

struct Touch {};  ///< a finger came down somewhere: somebody is there, or a touchscreen is broken
struct Press {};  ///< a key or switch that has a meaning went down: somebody is there
/// What keys act on from now on. It is no sign of somebody: scanning moves it by itself.
struct MoveFocus {
    Focus to;
};
struct ChooseLanguage {
    std::string language;
};
/// The same page as it was written; the language that is left can be gone back to.
struct ReadSource {
    std::string language;
};
/// In which language the words stand that the visitor's own has none for.
struct ChooseOtherLanguage {
    std::string language;
};
struct ChooseTextSize {
    TextSize size = TextSize::normal;
};
struct ChooseContrast {
    Contrast contrast = Contrast::soft;
};
struct ChooseSpacing {
    TextSpacing spacing = TextSpacing::usual;
};
struct ChooseReach {
    Reach reach = Reach::everywhere;
};
/// Back to the list that asked for a place: it begins with what is near.
struct ChooseTown {
    std::string town;  ///< empty: near the terminal
};
struct Open {
    Screen screen = Screen::welcome;
    std::string subject;
};
struct Back {};
struct Scroll {
    float offset = 0;            ///< reference pixels from the top
    bool follows_focus = false;  ///< it is no sign of somebody: the focus may go on by itself
};
struct Leave {};       ///< "Erase and leave"
struct Continue {};    ///< on the veil
struct StartAgain {};  ///< on the veil
struct Tick {};        ///< time passes

struct Event {
    Instant at;
    std::variant<Touch, Press, MoveFocus, ChooseLanguage, ReadSource, ChooseOtherLanguage, ChooseTextSize,
                 ChooseContrast, ChooseSpacing, ChooseReach, ChooseTown, Open, Back, Scroll, Leave, Continue,
                 StartAgain, Tick>
        what;
};

}  // namespace halte
