#pragma once
/// The screens there are, and what the visit and the frame loop need to know of each. How a screen is drawn is not
/// known here: src/screens/screens.cpp has that table. A screen without a row in one of the two does not compile.

#include <halte/enumerators.h>

#include <array>

namespace halte {

enum class Screen {
    welcome,
    situations,
    services,
    service,
    general_lines,
    authors,
    unconfirmed,
    emergency,
    language,
    places,
    without_phone,
    words_to_show,
    shown_words,
    keys
};

struct ScreenTraits {
    Screen screen = Screen::welcome;
    bool is_for_reading = false;       ///< it waits longer for a touch
    bool shows_opening_hours = false;  ///< what it says of them may change with every minute
    bool lists_services = false;       ///< all that help with something: what one goes back to from a service
};

inline constexpr std::array screen_traits{
    ScreenTraits{.screen = Screen::welcome},
    ScreenTraits{.screen = Screen::situations},
    ScreenTraits{.screen = Screen::services, .shows_opening_hours = true, .lists_services = true},
    ScreenTraits{.screen = Screen::service, .is_for_reading = true, .shows_opening_hours = true},
    ScreenTraits{.screen = Screen::general_lines, .shows_opening_hours = true, .lists_services = true},
    ScreenTraits{.screen = Screen::authors, .shows_opening_hours = true, .lists_services = true},
    ScreenTraits{.screen = Screen::unconfirmed, .shows_opening_hours = true},
    ScreenTraits{.screen = Screen::emergency, .is_for_reading = true},
    ScreenTraits{.screen = Screen::language},
    ScreenTraits{.screen = Screen::places},
    ScreenTraits{.screen = Screen::without_phone, .is_for_reading = true, .shows_opening_hours = true},
    ScreenTraits{.screen = Screen::words_to_show, .is_for_reading = true},
    ScreenTraits{.screen = Screen::shown_words, .is_for_reading = true},
    ScreenTraits{.screen = Screen::keys, .is_for_reading = true},
};
static_assert(has_a_row_for_each(screen_traits, &ScreenTraits::screen), "A screen has no row of traits.");

constexpr ScreenTraits const& traits_of(Screen screen) { return screen_traits[static_cast<std::size_t>(screen)]; }

}  // namespace halte
