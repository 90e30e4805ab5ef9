#pragma once
/// What a visitor process must not be able to do, each as a function that tries it. An attempt that works leaves
/// nothing behind but in the folder it was given, so that it can be made before the confinement too, as its own
/// control.

#include <functional>
#include <string>
#include <vector>

namespace halte::sandbox {

inline constexpr int only_seccomp = 0;

struct Attempt {
    std::string name;  ///< "to write a new file": what the process tries
    int landlock;      ///< the version of Landlock from which it must fail at the first frame already, or only_seccomp
    std::function<int()> try_it;  ///< 0 when it worked, else errno
};

/// `folder` is one that the process may write while it is free.
std::vector<Attempt> attempts_in(std::string const& folder);
/// What must go on working behind every confinement, because drawing needs it.
std::vector<Attempt> needs();

}  // namespace halte::sandbox
