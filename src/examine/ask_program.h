#pragma once
/// Asking another program.

#include <halte/base.h>

#include <string>
#include <vector>

namespace halte {

struct Answer {
    std::string said;  ///< on its standard output and error
    bool in_time = true;
};

/// Runs a program that is found by its name, and waits for it no longer than that: it is killed then. One that cannot
/// be started says nothing.
Answer ask_program(std::vector<std::string> const& words, Milliseconds longest);

}  // namespace halte
