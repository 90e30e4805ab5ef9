#include <fmt/format.h>

#include "avoided_words.h"
#include "check.h"

namespace halte {
namespace {

/// The entries of one language, folded once.
class Avoided {
public:
    Avoided(Sources const& sources, std::string const& language) {
        for (AvoidedSource const& each : sources.avoided) {
            if (each.language.words != language) continue;
            for (SourceText const& words : each.words)
                m_entries.push_back({&words, folded(words.words), &each.instead});
        }
    }
    void check(std::string const& words, Where const& place, ProblemLog& problems) const {
        std::string const text = folded(words);
        for (Entry const& entry : m_entries) {
            if (!says(text, entry.folded)) continue;
            problems.error(place, fmt::format("\"{}\" says \"{}\"", words, entry.words->words), entry.instead->words);
        }
    }

private:
    struct Entry {
        SourceText const* words;
        std::string folded;
        SourceText const* instead;
    };
    std::vector<Entry> m_entries;
};

void check_file(PoFile const& po, Avoided const& avoided, ProblemLog& problems) {
    for (PoEntry const& entry : po.entries) {
        if (entry.obsolete) continue;
        for (std::string const& words : entry.forms()) avoided.check(words, {po.file, entry.line}, problems);
    }
}

}  // namespace

void check_words(Sources const& sources, ProblemLog& problems) {
    Avoided const french(sources, source_language);
    for (Phrase const& phrase : all_phrases(sources))
        for (SourceText const& words : phrase.forms()) french.check(words.words, words.place, problems);
    for (Wanted const& wanted : wanted_sentences(sources)) french.check(wanted.message.french, wanted.place, problems);
    for (TranslationSource const& translation : sources.translations) {
        Avoided const avoided(sources, translation.language);
        for (PoFile const& po : translation.files) check_file(po, avoided, problems);
    }
}

}  // namespace halte
