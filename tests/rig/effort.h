#pragma once
/// How much is tried by tests that could go on for hours, and with which chance: options of the program (rig_main.cpp).

#include <cstdint>
#include <optional>

namespace halte::rig {

struct Effort {
    std::optional<int> count =
        std::nullopt;  ///< --count=N: how many visits, chords; each test has its own number for every day
    bool all = false;  ///< --all: each case of a list of which every day has a sample; of tests, those with skip(), too
    std::uint32_t seed = 0;  ///< --seed=N; another one in every run when it is not said
};

/// That of this program.
Effort& effort();

}  // namespace halte::rig
