#pragma once
/// Moments of a test, counted from its beginning.

#include <halte/clock.h>

namespace halte::test {

inline Instant at(int seconds) { return Instant{} + std::chrono::seconds(seconds); }
inline Instant at_minute(int minutes) { return Instant{} + std::chrono::minutes(minutes); }
inline Instant at_ms(int milliseconds) { return Instant{} + Milliseconds(milliseconds); }

}  // namespace halte::test
