#pragma once
/// What a terminal of one kind of place can show, and in which words.

#include "messages.h"

namespace halte {

/// In a situation it has, or among the lines, and not left out.
bool can_show(Sources const& sources, ProfileSource const& profile, Record const& record);
/// Not what a situation or a first step says that the profile lacks, nor what stands before a door that it keeps shut.
bool can_show(Sources const& sources, ProfileSource const& profile, Phrase const& phrase);

/// How the profile says that sentence of the records, or nothing where it has no words of its own.
RewordedSource const* rewording(ProfileSource const& profile, std::string_view general);

}  // namespace halte
