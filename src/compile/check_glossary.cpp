#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "avoided_words.h"
#include "check.h"

namespace halte {
namespace {

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

/// A French sentence, and which terms of the glossary it has: found once for all languages.
struct FrenchSentence {
    Part part;
    Wanted wanted;
    struct Has {
        std::size_t term;
        std::string form;  ///< in which it has it
    };
    std::vector<Has> terms;
};

std::vector<FrenchSentence> french_sentences(Sources const& sources) {
    std::vector<std::vector<Sought>> terms;
    for (GlossaryTerm const& each : sources.glossary) terms.push_back(sought(each.french));
    std::vector<FrenchSentence> sentences;
    for (PartFile const& file : part_files)
        for (Wanted& wanted : wanted_of(sources, file.part)) {
            // Between two forms stands what no term has.
            std::string const french = folded(wanted.message.french + "\n" + wanted.plural);
            FrenchSentence sentence{file.part, std::move(wanted), {}};
            for (std::size_t at = 0; at < terms.size(); ++at) {
                bool const binds = file.part == Part::core || sources.glossary[at].everywhere;
                Sought const* const form = binds ? first_said(french, terms[at]) : nullptr;
                if (form != nullptr) sentence.terms.push_back({at, form->words});
            }
            if (!sentence.terms.empty()) sentences.push_back(std::move(sentence));
        }
    return sentences;
}

std::string without_full_stop(std::string words) {
    if (words.ends_with('.')) words.pop_back();
    return words;
}

/// One term in one language, folded once for all sentences.
class TermOfLanguage {
public:
    explicit TermOfLanguage(GlossaryWords const& words)
        : m_says(sought(words.says)), m_avoid(sought(words.avoid)), m_why(words.why.words) {}

    /// Where one translation stands, and what its French has of the term.
    struct Place {
        Where where;
        FrenchSentence const& sentence;
        std::string const& term;
    };
    /// In the core a term is said so; elsewhere it may be said otherwise, but not in the words to avoid.
    void check(std::string const& form, Place const& place, ProblemLog& problems) const {
        std::string const text = folded(form);
        std::string const where =
            fmt::format("where the French \"{}\" has \"{}\"", place.sentence.wanted.message.french, place.term);
        if (place.sentence.part == Part::core && first_said(text, m_says) == nullptr)
            problems.error(place.where, fmt::format("\"{}\" does not say {}, {}", form, wanted_words(), where),
                           "Say it so, or add how it is said to translations/glossary.toml");
        if (Sought const* const avoided = first_said(text, m_avoid))
            problems.error(place.where, fmt::format("\"{}\" says \"{}\", {}", form, avoided->words, where),
                           without_full_stop(m_why));
    }

private:
    [[nodiscard]] std::string wanted_words() const {
        std::vector<std::string> words;
        for (Sought const& each : m_says) words.push_back('"' + each.words + '"');
        return fmt::format("{}", fmt::join(words, " or "));
    }

    std::vector<Sought> m_says, m_avoid;
    std::string m_why;
};

/// How `language` says the term, or nothing.
GlossaryWords const* words_in(GlossaryTerm const& term, std::string const& language) {
    auto const found =
        std::ranges::find(term.languages, language, [](GlossaryWords const& each) { return each.language.words; });
    return found == term.languages.end() ? nullptr : &*found;
}

using TermsOfLanguage = std::vector<std::optional<TermOfLanguage>>;

TermsOfLanguage terms_of(std::vector<GlossaryTerm> const& glossary, std::string const& language) {
    TermsOfLanguage terms;
    for (GlossaryTerm const& each : glossary) {
        auto const* const words = words_in(each, language);
        terms.push_back(words == nullptr ? std::nullopt : std::optional(TermOfLanguage(*words)));
    }
    return terms;
}

void check_sentence(TermsOfLanguage const& terms, PoFile const& po, FrenchSentence const& sentence,
                    ProblemLog& problems) {
    PoEntry const* const entry = po.find(sentence.wanted.message);
    if (entry == nullptr) return;
    for (auto const& [at, french] : sentence.terms)
        for (std::string const& form : entry->forms())
            if (terms[at] && !form.empty())
                terms[at]->check(form, {{po.file, entry->line}, sentence, french}, problems);
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
    auto const sentences = french_sentences(sources);
    for (TranslationSource const& translation : sources.translations) {
        TermsOfLanguage const terms = terms_of(sources.glossary, translation.language);
        for (FrenchSentence const& each : sentences) check_sentence(terms, translation[each.part], each, problems);
    }
}

}  // namespace halte
