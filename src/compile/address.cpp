#include "address.h"

#include <array>

#include "avoided_words.h"

namespace halte {
namespace {

struct Word {
    std::string_view language;
    std::string_view pattern;  ///< as in data/words_to_avoid.toml
    std::string_view name;
};
constexpr std::array<Word, 9> formal{{{"fr", "vous", "vous"},
                                      {"fr", "votre", "votre"},
                                      {"fr", "vos", "vos"},
                                      {"fr", "êtes", "êtes"},
                                      {"fr", "*ez", "-ez"},
                                      {"nl", "u", "u"},
                                      {"nl", "uw", "uw"},
                                      {"nl", "uwe", "uwe"},
                                      {"nl", "uzelf", "uzelf"}}};
/// They end as those do, and address nobody. A space before and after makes a whole word.
constexpr std::array<std::string_view, 5> harmless{" rendez-vous ", " rez-de-chaussée ", " chez ", " assez ", " nez "};

/// Folded, with a space in the place of each sign, and without the harmless words.
std::string bare(std::string_view words) {
    std::string text = " " + folded(words) + " ";
    for (char& c : text)
        if (std::string_view(".,;:!?()'\"/").find(c) != std::string_view::npos) c = ' ';
    for (std::string_view const word : harmless) {
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word))
            text.replace(at, word.size(), " ");
    }
    return text;
}

}  // namespace

std::optional<std::string_view> formal_word(std::string_view language, std::string_view words) {
    std::string const text = bare(words);
    for (Word const& each : formal) {
        if (each.language == language && says(text, each.pattern)) return each.name;
    }
    return std::nullopt;
}

}  // namespace halte
