#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "avoided_words.h"
#include "check.h"

namespace halte {
namespace {

/// A sentence of the core with both its French forms, folded once for all terms and languages.
struct CoreSentence {
    Wanted wanted;
    std::string folded_french;
};

/// Between two forms stands what no term has.
std::vector<CoreSentence> sentences_of_core(Sources const& sources) {
    std::vector<CoreSentence> sentences;
    for (Wanted& wanted : wanted_of(sources, Part::core)) {
        std::string french = folded(wanted.message.french + "\n" + wanted.plural);
        sentences.push_back({std::move(wanted), std::move(french)});
    }
    return sentences;
}

/// A word, and the same as it is looked for.
struct Sought {
    std::string words, folded_words;
};

std::vector<Sought> sought(std::vector<SourceText> const& words) {
    std::vector<Sought> all;
    for (SourceText const& each : words) all.push_back({each.words, folded(each.words)});
    return all;
}

/// The first of `words` that the sentence says, or nothing. The sentence is folded.
Sought const* first_said(std::string const& sentence, std::vector<Sought> const& words) {
    auto const found =
        std::ranges::find_if(words, [&](Sought const& each) { return says(sentence, each.folded_words); });
    return found == words.end() ? nullptr : &*found;
}

std::string without_full_stop(std::string words) {
    if (words.ends_with('.')) words.pop_back();
    return words;
}

/// One term in one language, folded once for all sentences.
class TermOfLanguage {
public:
    explicit TermOfLanguage(GlossaryTerm const& term, GlossaryWords const& words)
        : m_french(sought(term.french)),
          m_says(sought(words.says)),
          m_avoid(sought(words.avoid)),
          m_why(words.why.words) {}

    void check(CoreSentence const& sentence, PoEntry const& entry, Where const& place, ProblemLog& problems) const {
        Sought const* const term = first_said(sentence.folded_french, m_french);
        if (term == nullptr) return;
        std::string const where =
            fmt::format("where the French \"{}\" has \"{}\"", sentence.wanted.message.french, term->words);
        for (std::string const& form : entry.forms()) {
            if (form.empty()) continue;
            std::string const text = folded(form);
            if (first_said(text, m_says) == nullptr)
                problems.error(place, fmt::format("\"{}\" does not say {}, {}", form, wanted_words(), where),
                               "Say it so, or add how it is said to translations/glossary.toml");
            if (Sought const* const avoided = first_said(text, m_avoid))
                problems.error(place, fmt::format("\"{}\" says \"{}\", {}", form, avoided->words, where),
                               without_full_stop(m_why));
        }
    }

private:
    [[nodiscard]] std::string wanted_words() const {
        std::vector<std::string> words;
        for (Sought const& each : m_says) words.push_back('"' + each.words + '"');
        return fmt::format("{}", fmt::join(words, " or "));
    }

    std::vector<Sought> m_french, m_says, m_avoid;
    std::string m_why;
};

/// How `language` says the term, or nothing.
GlossaryWords const* words_in(GlossaryTerm const& term, std::string const& language) {
    auto const found =
        std::ranges::find(term.languages, language, [](GlossaryWords const& each) { return each.language.words; });
    return found == term.languages.end() ? nullptr : &*found;
}

void check_language(std::vector<GlossaryTerm> const& glossary, std::vector<CoreSentence> const& core,
                    TranslationSource const& translation, ProblemLog& problems) {
    std::vector<TermOfLanguage> terms;
    for (GlossaryTerm const& each : glossary)
        if (auto const* words = words_in(each, translation.language)) terms.emplace_back(each, *words);
    PoFile const& po = translation[Part::core];
    for (CoreSentence const& sentence : core) {
        PoEntry const* const entry = po.find(sentence.wanted.message);
        if (entry == nullptr) continue;
        for (TermOfLanguage const& term : terms) term.check(sentence, *entry, {po.file, entry->line}, problems);
    }
}

void check_is_complete(std::vector<GlossaryTerm> const& glossary, SourceText const& language, ProblemLog& problems) {
    auto const missing = std::ranges::count_if(
        glossary, [&](GlossaryTerm const& term) { return words_in(term, language.words) == nullptr; });
    if (missing == 0) return;
    problems.warning({glossary.front().place.name, 0},
                     fmt::format("{} of {} terms have no words in \"{}\"", missing, glossary.size(), language.words),
                     "Add its line to each of them");
}

}  // namespace

void check_glossary(Sources const& sources, ProblemLog& problems) {
    for (LanguageSource const& each : sources.languages)
        if (each.code.words != source_language) check_is_complete(sources.glossary, each.code, problems);
    auto const core = sentences_of_core(sources);
    for (TranslationSource const& translation : sources.translations)
        check_language(sources.glossary, core, translation, problems);
}

}  // namespace halte
