#pragma once
/// Everything that somebody can see of a kiosk without looking into its memory. Numbers that differ from start to start
/// whatever anybody does (processes, windows, pipes) are made alike.

#include <map>
#include <string>
#include <vector>

#include "rig/kiosk.h"

namespace halte::promises {

/// What it is, and how it looks: the screen, each process, the windows and what the X server keeps, the log.
using Observed = std::map<std::string, std::string>;

Observed observe(rig::Kiosk const& kiosk);
/// The names of what differs.
std::vector<std::string> differences(Observed const& one, Observed const& other);
/// The first of the lines that do, for a person.
std::string lines_that_differ(Observed const& one, Observed const& other);

}  // namespace halte::promises
