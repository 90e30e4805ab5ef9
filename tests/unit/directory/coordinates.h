#pragma once
/// Where a terminal may stand, as data/places.toml has it.

#include <halte/base.h>

namespace halte::test {

constexpr Coordinates namur{50.4669, 4.86746};
constexpr Coordinates liege{50.63373, 5.56749};
constexpr Coordinates brussels{50.85045, 4.34878};
constexpr Coordinates mons{50.45413, 3.95229};
constexpr Coordinates antwerp{51.22047, 4.40026};
constexpr Coordinates charleroi{50.41136, 4.44448};
constexpr Coordinates arlon{49.68333, 5.81667};

}  // namespace halte::test
