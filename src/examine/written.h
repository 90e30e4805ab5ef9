#pragma once
/// How programs read an examination.

#include <halte/examine.h>

#include <map>

namespace halte {

/// Seconds since 1970 at the beginning of that day (UTC).
std::int64_t timestamp(Date day);
/// The worst level of each id, in the order of the ids.
std::map<std::string, Level> levels_of(Problems const& findings);

}  // namespace halte
