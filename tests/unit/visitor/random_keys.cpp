/// Keys and fingers at random, 10,000 of them (a tenth where every access to memory is watched), through visits that
/// begin and end meanwhile.
#include <doctest/doctest.h>

#include <array>
#include <random>

#include "support/loop/random_hands.h"

using namespace halte;

namespace {

#ifdef HALTE_SANITIZE
constexpr int presses = 1'000;
#else
constexpr int presses = 10'000;
#endif

}  // namespace

TEST_CASE("random keys and fingers never lose the focus, and every visit goes on or ends") {
    std::random_device chance;
    unsigned const seed = chance();
    MESSAGE("the seed is ", seed);
    int visits = 0;
    for (int left = presses; left > 0; ++visits) {
        Switches const switches = std::array{Switches::none, Switches::two, Switches::one}.at(std::size_t(visits % 3));
        left -= given::play_at_random(std::min(left, 1'000), switches, seed + unsigned(visits));
    }
}
