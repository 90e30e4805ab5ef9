#pragma once
/// The third way of playing a journey (support/journey.h): on the real kiosk, with the rig's finger or its keys.

#include <halte/screens.h>

#include "support/by_hand.h"
#include "support/journey.h"

namespace halte::rig {

/// How many touches of all journeys had to be made twice.
int& touches_unfelt();
/// The first step that failed, in a sentence with its line; empty when all went well. Whether the person is where the
/// journey says is told by the controls of the screen: they must be those that the same visit has when it is drawn
/// here.
std::string play_on_kiosk(journeys::Journey const& journey, Directory const& directory,
                          journeys::Hand hand = journeys::Hand::finger);

}  // namespace halte::rig
