#pragma once
/// A name as it stands within a sentence of a language that writes such names small: "Français", "français".

#include <string>

namespace halte {

/// The same words with a small first letter. Known are the capitals of ASCII and of small_letter.h; before any other
/// letter nothing changes.
std::string with_small_initial(std::string words);

}  // namespace halte
