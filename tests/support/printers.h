#pragma once
/// Names of what a visit is made of, for tests alone: in src/ nothing a visitor did can be put into words.

#include <halte/screens.h>

#include <string>

namespace halte::printers {

std::string name(Screen screen);
Screen screen_named(std::string const& name);
std::string name(Phase phase);
std::string name(What const& what);

}  // namespace halte::printers
