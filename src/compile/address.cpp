#include "address.h"

#include "avoided_words.h"

namespace halte {
namespace {

/// Folded, with a space in the place of each sign, and without the harmless words.
std::string bare(std::string_view words, std::vector<std::string> const& harmless) {
    std::string text = " " + folded(words) + " ";
    for (char& c : text)
        if (std::string_view(".,;:!?()'\"/").find(c) != std::string_view::npos) c = ' ';
    for (std::string const& each : harmless) {
        std::string const word = " " + folded(each) + " ";  // a space before and after makes a whole word
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word))
            text.replace(at, word.size(), " ");
    }
    return text;
}

}  // namespace

std::optional<std::string> formal_word(FormalWords const& language, std::string_view words) {
    std::string const text = bare(words, language.harmless);
    for (std::string const& pattern : language.formal) {
        if (!says(text, folded(pattern))) continue;
        return pattern.starts_with('*') ? "-" + pattern.substr(1) : pattern;
    }
    return std::nullopt;
}

}  // namespace halte
