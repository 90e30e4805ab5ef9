#pragma once
/// Which Halte this is: the one number of the build (CMakeLists.txt), for every program that names it.

namespace halte {

/// "0.1"
char const* version();

}  // namespace halte
