#pragma once
/// Memory of a session that its first visitor process fills, before anybody touches, and that nobody changes
/// afterwards: what later ones have to put back. The supervisor hands it on and does not look into it.

#include <halte/base.h>

#include <string>

namespace halte {

/// What a visitor process inherits; none: -1.
struct SessionDescriptors {
    int kept = -1;   ///< what an earlier process has kept
    int fresh = -1;  ///< for this one, should that be of another X server
};

/// Empty when the kernel refuses it.
UniqueFd make_session_memory();
/// From now on nobody changes it, whoever has a descriptor. False when the kernel refuses it.
bool keep_in(int memory, std::string const& words);
/// Whether somebody has kept something in it.
bool is_kept(int memory);
/// Empty when it cannot be read.
std::string words_in(int memory);

}  // namespace halte
