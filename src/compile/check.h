#pragma once
/// What no single file can know of itself: whether the sources agree with each other.

#include "messages.h"
#include "sources.h"

namespace halte {

/// The most digits in a row, with the signs and spaces that telephone numbers are grouped by. Nine or more are a
/// number.
std::size_t longest_number(std::string const& words);

/// All the checks below, on sources that were read.
void check_sources(Sources const& sources, Findings& findings);

void check_records(Sources const& sources, Findings& findings);
void check_tables(Sources const& sources, Findings& findings);
void check_translations(Sources const& sources, Findings& findings);

}  // namespace halte
