#pragma once
/// A journey by a keypad or by switches, through the frame loop of the product with a given clock.

#include <filesystem>

#include "given.h"
#include "support/by_hand.h"
#include "support/journey.h"

namespace halte::given {

/// After each press the person must be where the same journey leads by the pure state machine. The first step that is
/// not so, in words; nothing when there is none.
std::string play_by_keys(journeys::Journey const& journey, journeys::Hand hand, Stage const& stage = {});

/// All of tests/journeys, in the order of their names.
std::vector<std::filesystem::path> journey_files();

}  // namespace halte::given
