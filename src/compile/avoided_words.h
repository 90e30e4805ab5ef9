#pragma once
/// Finds words in a sentence, whole and whatever their capitals: those that no sentence says to a person on their worst
/// day (data/words_to_avoid.toml), and the terms of the glossary.

#include <string>
#include <string_view>

namespace halte {

/// Small letters for capitals, those with accents and Cyrillic ones too (other scripts have none), one space for each
/// kind of blank, and ' for its typographic form.
std::string folded(std::string_view words);

/// Whether `words` has `avoided` in it as whole words; a star at an end of it stands for any further letters. Both are
/// folded.
bool says(std::string_view words, std::string_view avoided);

}  // namespace halte
