#pragma once
/// Which word of a sentence speaks to the reader as to an adult: French "vous", Dutch "u". English and Arabic say it no
/// differently to a child, so nothing is found in them.

#include <optional>
#include <string>
#include <string_view>

namespace halte {

/// The first such word that is found, "-ez" for a verb of "vous", or nothing. Not found: "faites" and "dites", which
/// are also "done" and "said".
std::optional<std::string_view> formal_word(std::string_view language, std::string_view words);

}  // namespace halte
