#pragma once
/// Keys and fingers at random, through the frame loop of the product with a given clock. Keys never lose the focus.

#include "given.h"

namespace halte::given {

/// Until the visit ends, or so many presses have come. How many came.
int play_at_random(int presses, Switches switches, unsigned seed, Stage const& stage = {});

}  // namespace halte::given
