#pragma once
/// Who has read a translation, and when: a line of the translators' own comments above an entry,
/// "# reviewed by FUNCTION on 2026-11-24". A function, such as "sworn translator", and never a name.

#include <optional>
#include <string>

#include "check.h"

namespace halte {

struct PoReview {
    std::string function, day;
};
/// What that line says; nothing when there is none, or when it lacks one of both.
std::optional<PoReview> review_of(PoEntry const& entry);

/// What somebody read in the translation who had not seen the French, from the comment "# back: ..."; or empty.
std::string back_translation_of(PoEntry const& entry);

/// Why the line of an entry that is not fuzzy does not count; empty when it does.
std::string why_unreviewed(PoEntry const& entry, Today const& today);

/// The comments without that line: what was read is no longer what stands there.
std::string without_review(std::string const& comments);

}  // namespace halte
