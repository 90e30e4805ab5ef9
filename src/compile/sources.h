#pragma once
/// Everything that stands in `data/`, read into plain structs, each value with the line it came from. Withheld facts
/// are in here too: what reaches a snapshot is decided in write_records.cpp.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <halte/records.h>
#include <halte/source_language.h>
#include "keys.h"
#include "language_source.h"
#include "places.h"
#include "profile_source.h"
#include "translation_source.h"

namespace halte {

struct SituationSource {
    SourceText id, icon, title, line;
};
/// data/situations.toml. Records may name those of `without_door`, which no screen shows yet.
struct SituationsSource {
    std::vector<SituationSource> doors;
    std::vector<SourceText> without_door;
};
/// What is not shown is kept for the editors, and needs no words yet.
struct GuidanceSource {
    SourceText id, icon, title, text;
    std::vector<SourceText> situations;
    SourceText answers_in;  ///< code of a language, or empty
    bool show = true;
    bool high = false;       ///< of weight: times, medical steps, who is told, minors, police, papers
    SourceText reviewed_by;  ///< a function; empty while no specialist has read it
    std::optional<Date> reviewed_on;
    Where reviewed_at;  ///< where that day stands
};
/// A number that must be as it is pinned, in data/emergency.toml.
struct PinnedSource {
    SourceText record, number;
};
/// data/lines.toml: `language` is empty for `always`, "*" for `fallback`, "*en" for `before_fallback` of English and
/// "anything" for the list of that name.
struct LinesSource {
    std::string language;
    std::vector<SourceText> lines;
};
struct Sources {
    std::vector<Record> records;              ///< by `order`, then id
    std::vector<SourceText> asked_for;        ///< ids, from data/asked_for.toml
    std::vector<PinnedSource> pinned;         ///< from data/emergency.toml
    std::vector<SourceText> text_numbers;     ///< numbers that nobody answers by voice, from data/text_numbers.toml
    std::vector<SourceText> words_of_weight;  ///< from data/words_of_weight.toml; a star at an end: any further letters
    std::vector<SituationSource> situations;
    std::vector<SourceText> situations_without_door;
    std::vector<GuidanceSource> guidance;
    std::vector<LanguageSource> languages;  ///< of the screen
    std::vector<LanguageSource> spoken;     ///< only services answer in them
    std::vector<PhraseSource> phrases;
    std::vector<SourceText> core_page;  ///< from data/core_page.toml: keys of the core, for its first page on paper
    std::vector<ProfileSource> profiles;
    std::vector<LinesSource> lines;
    std::vector<AvoidedSource> avoided;
    std::vector<GlossaryTerm> glossary;
    PlacesSource places;
    std::vector<TranslationSource> translations;
    std::map<std::string, std::filesystem::path> icons;
    /// Whether the screen can be read in it: French, and whatever has a folder of translations.
    [[nodiscard]] bool offers(std::string const& language) const;
    /// Whether a mistake in a translation of the sentence could harm whoever acts on it.
    [[nodiscard]] bool have_weight_in(RecordSentence const& sentence) const;
};

/// Reads all of `data`. What is wrong goes to `problems`, and the rest is still read, so that one check shows it all.
/// Fails only when `data` is no folder that can be read.
Result<Sources> read_sources(std::filesystem::path const& data, ProblemLog& problems);

/// The same, and refuses what is wrong by itself: a record that cannot be read would take its sentences out of whatever
/// goes over all of them.
Result<Sources> read_whole_sources(std::filesystem::path const& data);

/// The [[schedule]] tables of a phone, or of hours, which say their kind. Wrong ones are noted and left out.
std::vector<ScheduleSource> read_schedules(Keys& keys, bool kind_needed);

// One reader for each kind of file.
std::optional<Record> read_record(std::string const& file, ProblemLog& problems);
SituationsSource read_situations(std::string const& file, ProblemLog& problems);
std::vector<GuidanceSource> read_guidance(std::string const& file, ProblemLog& problems);
LanguagesSource read_languages(std::string const& file, ProblemLog& problems);
/// core.toml, and phrases.toml: a section may stand in both.
std::vector<PhraseSource> read_phrases(std::string const& file, Part part, ProblemLog& problems);
std::vector<LinesSource> read_lines(std::string const& file, ProblemLog& problems);
std::vector<AvoidedSource> read_avoided(std::string const& file, ProblemLog& problems);
std::vector<GlossaryTerm> read_glossary(std::string const& file, ProblemLog& problems);
/// data/translations/LANGUAGE/pages.toml
std::vector<ReadPage> read_pages(std::string const& file, ProblemLog& problems);
PlacesSource read_places(std::string const& file, ProblemLog& problems);
std::vector<PinnedSource> read_pinned(std::string const& file, ProblemLog& problems);
/// A file with one key, a list of texts; `what` it is, for a sentence.
std::vector<SourceText> read_list(std::string const& file, char const* what, char const* key, ProblemLog& problems);
std::optional<ProfileSource> read_profile(std::string const& file, ProblemLog& problems);

}  // namespace halte
