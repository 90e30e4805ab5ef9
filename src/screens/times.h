#pragma once
/// Days, hours and dates in the visitor's language. Wall-clock time; digits are read left to right everywhere.

#include <halte/hours.h>

#include "screen_context.h"

namespace halte {

std::string time_words(ScreenContext& screen, int minute);  ///< "18 h", "9 h 30", "18:00"
/// When what is open now closes: "18 h", or "lundi 8 h" when that is more than a day away.
std::string closing_words(ScreenContext& screen, OpenNow const& now);
/// Of what is closed now, when it opens: "Ouvre à 8 h", "Ouvre lundi à 8 h"; only that it is closed when nobody knows.
std::string closed_words(ScreenContext& screen, OpenNow const& now);
std::string date_words(ScreenContext& screen, Date const& date);
/// One line for each group of days with the same hours: "lundi à vendredi, 8 h – 18 h". Hours that touch are one, over
/// midnight too: "tous les jours, 18 h – 6 h".
std::vector<std::string> schedule_lines(ScreenContext& screen, std::vector<Schedule> const& schedules);

}  // namespace halte
