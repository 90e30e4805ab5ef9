#pragma once
/// Small and capital letters of the alphabets in which data/ writes: Latin with its accents, and Cyrillic. Scripts
/// without capitals, and letters that are not known, stay as they are. It follows no language: Turkish "i" becomes "I".

#include <string>
#include <string_view>

namespace halte {

/// The small letter of the capital that `words` begins with, or empty when they begin with none.
std::string small_letter(std::string_view words);

/// The same words with a small first letter, as a name stands within a sentence: "Français", "français".
std::string with_small_initial(std::string words);

/// The same words with a capital, as a line begins: "środa", "Środa".
std::string with_capital_initial(std::string words);

}  // namespace halte
