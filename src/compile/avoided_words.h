#pragma once
/// The words that no sentence says to a person on their worst day (data/words_to_avoid.toml): finds them in a
/// sentence, as whole words and whatever their capitals.

#include <string>
#include <string_view>

namespace halte {

/// Small letters for capitals, those with accents too, one space for each kind of blank, and ' for its typographic
/// form.
std::string folded(std::string_view words);

/// Whether `words` has `avoided` in it as whole words; a star at an end of it stands for any further letters. Both are
/// folded.
bool says(std::string_view words, std::string_view avoided);

}  // namespace halte
