#include <halte/hours.h>

#include <chrono>

namespace halte {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

sys_days day_of(int year, int month, int day) {
    return std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month(unsigned(month)),
                                       std::chrono::day(unsigned(day))};
}

/// The Gregorian computus in the form that Meeus gives (Astronomical Algorithms, chapter 8); its letters are kept.
sys_days easter_sunday(int year) {
    int const a = year % 19;
    int const b = year / 100;
    int const c = year % 100;
    int const g = (b - (b + 8) / 25 + 1) / 3;
    int const h = (19 * a + b - b / 4 - g + 15) % 30;
    int const l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int const m = (a + 11 * h + 22 * l) / 451;
    int const march_based = h + l - 7 * m + 114;
    return day_of(year, march_based / 31, march_based % 31 + 1);
}

bool is_fixed_holiday(Date const& date) {
    struct Day {
        int month, day;
    };
    // New Year, Labour Day, the national day, Assumption, All Saints, the Armistice, Christmas.
    for (Day const each : {Day{1, 1}, {5, 1}, {7, 21}, {8, 15}, {11, 1}, {11, 11}, {12, 25}}) {
        if (date.month == each.month && date.day == each.day) return true;
    }
    return false;
}

}  // namespace

bool is_public_holiday(Date const& date) {
    if (is_fixed_holiday(date)) return true;
    auto const since_easter = day_of(date.year, date.month, date.day) - easter_sunday(date.year);
    // Easter Monday, Ascension Day, Whit Monday.
    return since_easter == days{1} || since_easter == days{39} || since_easter == days{50};
}

}  // namespace halte
