#pragma once
/// The places that confined processes may still reach, and why. Data: a place is added here and nowhere else.

#include <vector>

#include "landlock.h"

namespace halte {

struct PlaceRule {
    char const* path;
    landlock::Rights rights;
    char const* reason;
};

/// What a visitor process reads between its start and its end.
std::vector<PlaceRule> const& places_of_a_visitor();
/// Devices that are opened for writing because that is how one talks to them. Nothing of them stays on a disk.
std::vector<PlaceRule> const& devices_of_the_screen();

}  // namespace halte
