#pragma once
/// Sentences that are tried on one kind of rig only, because the other says nothing of them:
///
///     TEST_CASE("The main monitor is covered where it stands" * only_touchscreen) { ... }
///
/// On the other kind rig_main.cpp leaves them out, so that nobody counts them there.

#include <doctest/doctest.h>

namespace halte::rig {

inline doctest::test_suite const only_pointer("only a pointer");
inline doctest::test_suite const only_touchscreen("only a touchscreen");

}  // namespace halte::rig
