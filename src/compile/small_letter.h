#pragma once
/// Small letters for capitals, in the alphabets of the languages of data/: Latin with its accents, and Cyrillic.

#include <string>
#include <string_view>

namespace halte {

/// The small letter of the capital that `words` begins with, where UTF-8 writes both in two bytes; else empty.
std::string small_letter(std::string_view words);

}  // namespace halte
