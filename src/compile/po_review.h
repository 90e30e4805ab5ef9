#pragma once
/// Who has read a translation, and when: a line of the translators' own comments above an entry,
/// "# reviewed by FUNCTION on 2026-11-24". A function, such as "sworn translator", and never a name.

#include "check.h"

namespace halte {

/// Why the line of an entry that is not fuzzy does not count; empty when it does.
std::string why_unreviewed(PoEntry const& entry, Today const& today);

/// The comments without that line: what was read is no longer what stands there.
std::string without_review(std::string const& comments);

}  // namespace halte
