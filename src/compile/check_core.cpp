#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>

#include "avoided_words.h"
#include "check.h"

namespace halte {
namespace {

constexpr std::ptrdiff_t most_words = 8;

/// What is between blanks counts when a letter or a digit is in it.
std::ptrdiff_t count_words(std::string const& sentence) {
    std::istringstream stream(sentence);
    std::ptrdiff_t count = 0;
    for (std::string word; stream >> word;)
        if (word.find_first_not_of("-,;/()") != std::string::npos) ++count;
    return count;
}

/// The words of the longest sentence: one ends at . ? ! : « and ».
std::ptrdiff_t longest_sentence(std::string_view words) {
    std::string const text = folded(words);  // one kind of blank
    std::ptrdiff_t longest = 0;
    std::string sentence;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string_view const rest = std::string_view(text).substr(at);
        bool const quotes = rest.starts_with("«") || rest.starts_with("»");
        bool const ends = quotes || std::string_view(".?!:").find(rest.front()) != std::string_view::npos;
        if (!ends) sentence += rest.front();
        if (quotes) ++at;  // their second byte
        if (ends || at + 1 == text.size()) longest = std::max(longest, count_words(std::exchange(sentence, {})));
    }
    return longest;
}

std::set<std::string> keys_of_core(Sources const& sources) {
    std::set<std::string> keys;
    for (Phrase const& phrase : all_phrases(sources))
        if (phrase.part == Part::core) keys.insert(phrase.id);
    return keys;
}

/// What the first page of the core names must be in the core, once, and must leave it one page.
void check_core_page(Sources const& sources, ProblemLog& problems) {
    constexpr std::size_t most_sentences = 60;
    bool const whole =
        !sources.situations.empty() &&
        std::ranges::any_of(sources.phrases, [](PhraseSource const& each) { return each.part == Part::core; });
    if (!whole) return;  // a file of the core is broken, which has been said
    auto const core = keys_of_core(sources);
    std::set<std::string> named;
    for (SourceText const& each : sources.core_page) {
        if (!core.contains(each.words))
            problems.error(each.place, fmt::format("\"{}\" is no sentence of the core", each.words),
                           "Write a key of core.toml, or situation.ID.title");
        if (!named.insert(each.words).second)
            problems.error(each.place, fmt::format("\"{}\" stands here twice", each.words), "Take one away");
        if (named.size() == most_sentences + 1)
            problems.error(each.place, fmt::format("more than {} sentences are not one page", most_sentences),
                           "Take away what a visitor needs least");
    }
}

}  // namespace

void check_core(Sources const& sources, ProblemLog& problems) {
    check_core_page(sources, problems);
    for (Phrase const& phrase : all_phrases(sources)) {
        if (phrase.part != Part::core) continue;
        for (SourceText const& form : phrase.forms()) {
            auto const words = longest_sentence(form.words);
            if (words <= most_words) continue;
            problems.error(form.place, fmt::format("a sentence of \"{}\" has {} words", form.words, words),
                           fmt::format("Say one idea in {} words at most: everybody must understand it", most_words));
        }
    }
}

}  // namespace halte
