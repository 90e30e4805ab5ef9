#pragma once
/// Which word of a sentence speaks to the reader as to an adult: French "vous", Dutch "u". data/languages.toml has
/// them: a language that says it no differently to a child has none.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halte {

/// As in data/words_to_avoid.toml: "*ez" is every word that ends so.
struct FormalWords {
    std::vector<std::string> formal;
    std::vector<std::string> harmless;  ///< look like those, and address nobody: "chez"
};

/// The first such word that is found, "-ez" for one that ends so, or nothing. Not found: "faites" and "dites", which
/// are also "done" and "said".
std::optional<std::string> formal_word(FormalWords const& language, std::string_view words);

}  // namespace halte
