#pragma once
/// Small facts as icon and word, not by colour: open, free, anonymous, how far. What is not known has no badge.

#include "screen_context.h"

namespace halte {

struct Badge {
    std::string icon;
    std::string words;
};

/// Whether it is open, and until or from when; nothing where that is not known.
std::optional<Badge> opening_badge(ScreenContext& screen, OpenNow const& now);

struct BadgesWith {
    bool place = false;                         ///< where it is, seen from here
    std::optional<ServiceSummary> meanwhile{};  ///< who answers now, for what is closed
};
std::vector<Badge> badges_of(ScreenContext& screen, ServiceSummary const& service, BadgesWith const& with);
/// "environ 60 km"; empty within a town, whose centre is all that is known of where a street lies.
std::string distance_words(ScreenContext& screen, ServiceSummary const& service);
/// "à Liège", "Liège, environ 60 km", and beside an address no more than how far; empty for a line of the whole
/// country. All coordinates are those of communes, so what has only a city is said to be in that city.
std::string place_words(ScreenContext& screen, ServiceSummary const& service);
/// Whether it is closed now, or may be because of a holiday.
bool may_be_closed(ScreenContext& screen, ServiceSummary const& service);
/// Whether an address stands where others have their number.
bool shows_address(ServiceSummary const& service);
/// "Français, Néerlandais" for language codes.
std::string language_words(ScreenContext& screen, std::vector<std::string> const& codes);

/// Draws badges below each other, their words on one edge, beside a large number; height taken.
float draw_badge_list(ScreenContext& screen, Box const& box, std::vector<Badge> const& badges);
float badge_list_width(ScreenContext& screen, std::vector<Badge> const& badges);
/// Draws badges in rows; height taken.
float draw_badges(ScreenContext& screen, Box const& box, std::vector<Badge> const& badges);
/// One badge of a given size, at the top of a box and its start side; width taken.
float draw_badge(ScreenContext& screen, Box const& place, Badge const& badge, Type const& type, float icon);

}  // namespace halte
