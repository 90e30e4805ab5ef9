#pragma once
/// Memory of a session that its first visitor process fills, before anybody touches, and that nobody changes
/// afterwards: what later ones have to put back. The supervisor hands it on and never looks into it.

#include <halte/base.h>

#include <functional>

namespace halte {

/// Empty when the kernel refuses it.
UniqueFd make_session_memory();
/// What is in it; `first`, kept from now on, where nothing is. Empty when it cannot be kept.
std::string kept_in_session(int memory, std::function<std::string()> const& first);

}  // namespace halte
