#pragma once
/// Small facts as icon and word, never by colour: open, free, anonymous, how far. What is not known has no badge.

#include "stage.h"

namespace halte {

struct Badge {
    std::string icon;
    std::string words;
};

enum class WithDistance { yes, no };
std::vector<Badge> badges_of(Stage& stage, ServiceSummary const& service, WithDistance with_distance);
/// "environ 2 km", or empty.
std::string distance_words(Stage& stage, ServiceSummary const& service);
/// "Français, Néerlandais" for language codes.
std::string language_words(Stage& stage, std::vector<std::string> const& codes);

/// Draws badges below each other, their words on one edge, beside a large number; height taken.
float draw_badge_list(Stage& stage, Box const& box, std::vector<Badge> const& badges);
float badge_list_width(Stage& stage, std::vector<Badge> const& badges);
/// Draws badges in rows; height taken.
float draw_badges(Stage& stage, Box const& box, std::vector<Badge> const& badges);
/// One badge of a given size; width taken.
float draw_badge(Stage& stage, float x, float y, Badge const& badge, Type const& type, float icon);

}  // namespace halte
