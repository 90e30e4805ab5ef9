#pragma once
/// Which Halte this is, and of which day: what the build says (CMakeLists.txt), for every program that asks.

#include <halte/clock.h>

namespace halte {

/// "0.1"
char const* version();
/// The day of this version, from the build and not from any clock: a clock that shows an earlier day is wrong.
Date released();

}  // namespace halte
