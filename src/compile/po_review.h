#pragma once
/// Who has read a translation, and when: a line of the translators' own comments, "# reviewed by FUNCTION on
/// 2026-11-24", above an entry, or at the head of a file for every entry that has none of its own. A function, such as
/// "sworn translator", and never a name.

#include <optional>
#include <string>

#include "check.h"

namespace halte {

struct PoReview {
    std::string function, day;
};
/// What that line says; nothing when there is none, or when it lacks one of both. `head` is the file's.
std::optional<PoReview> review_of(PoEntry const& entry, PoEntry const& head);

/// What somebody read in the translation who had not seen the French, from the comment "# back: ..."; or empty.
std::string back_translation_of(PoEntry const& entry);

/// Why the line of an entry that is not fuzzy does not count; empty when it does.
std::string why_unreviewed(PoEntry const& entry, PoEntry const& head, Today const& today);

/// The comments without that line: what was read is no longer what stands there.
std::string without_review(std::string const& comments);

}  // namespace halte
