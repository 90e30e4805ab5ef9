#pragma once
/// What the page of a service says, as facts: put into words here, drawn in service.cpp.

#include <halte/directory.h>

#include "facts.h"

namespace halte {

/// What happens, what to say, what remains, hours, for whom, languages, price, checked.
std::vector<Fact> facts_of(ScreenContext& screen, Service const& service);
/// Further numbers, places, website, mail: what the hero does not show.
std::vector<Fact> contacts_of(ScreenContext& screen, Service const& service);
/// The first number to call, or nothing.
Phone const* first_phone(Service const& service);

/// Where one can go: the nearest place with a street, or nothing.
Location const* place_to_go(ScreenContext const& screen, Service const& service);
/// "1030 Schaerbeek", or the city alone.
std::string town_of(Location const& location);

}  // namespace halte
