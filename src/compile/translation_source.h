#pragma once
/// What stands in data/translations: a folder for each language, and the glossary of all of them. Beside it, the words
/// that no language says.

#include <array>
#include <string>
#include <vector>

#include "keys.h"
#include "plural_rule.h"
#include "po_file.h"
#include "problem_log.h"

namespace halte {

/// What a language has of the texts: `core` in every one, the others where it can be said well.
enum class Part { core, phrases, records };
struct PartFile {
    Part part;
    char const* name;
};
inline constexpr std::array part_files{PartFile{Part::core, "core.po"}, PartFile{Part::phrases, "phrases.po"},
                                       PartFile{Part::records, "records.po"}};

/// A screen, and what somebody read on its picture who had seen neither the French nor this folder.
struct ReadPage {
    SourceText name, back;
};

/// data/translations/LANGUAGE: one folder, with a file for each part.
struct TranslationSource {
    std::string language;
    PluralRule rule;
    bool beside_source = false;  ///< as its entry in languages.toml says
    std::string tier;            ///< "a", "b" or "c", as there
    std::array<PoFile, part_files.size()> files{};
    std::vector<ReadPage> pages;  ///< from pages.toml, where there is one
    PoFile& operator[](Part part) { return files[std::size_t(part)]; }
    PoFile const& operator[](Part part) const { return files[std::size_t(part)]; }
    /// In the core or among the other phrases.
    [[nodiscard]] PoEntry const* find_phrase(Message const& message) const;
    /// Whether a screen may show it: of weight and unread, only where the French can stand beside it.
    [[nodiscard]] bool shows(PoEntry const& entry, bool high) const { return !high || !entry.fuzzy || beside_source; }
};

/// An entry of data/words_to_avoid.toml: what no sentence in a language says, and what it says instead.
struct AvoidedSource {
    SourceText language, instead;
    std::vector<SourceText> words;  ///< a star at an end stands for any further letters
};
/// How a language says a term of the glossary; a star at an end of a word stands for any further letters.
struct GlossaryWords {
    SourceText language;
    std::vector<SourceText> says;   ///< a translation has one of them
    std::vector<SourceText> avoid;  ///< and none of these
    SourceText why;                 ///< it avoids them
};
/// A term of data/translations/glossary.toml: what it binds are the French sentences of the core with one of its
/// forms.
struct GlossaryTerm {
    Where place;
    std::vector<SourceText> french;
    bool everywhere = false;  ///< its words to avoid are wrong in every sentence, not only in the core's
    std::vector<GlossaryWords> languages;
};

}  // namespace halte
