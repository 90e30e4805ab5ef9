#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "check.h"

namespace halte {
namespace {

using Names = std::set<std::string>;

/// What something may refer to. Of a file that could not be read nothing is known, and nothing is missed.
struct Known {
    std::string what;
    Names names;
    std::string cure;
    bool unread = false;
};

/// Notes each of `words` that `known` does not have: "there is no WHAT "x"".
void must_be_known(std::vector<SourceText> const& words, Known const& known, ProblemLog& problems) {
    for (SourceText const& each : words) {
        if (each.empty() || known.unread || known.names.contains(each.words)) continue;
        problems.error(each.place, fmt::format("there is no {} \"{}\"", known.what, each.words), known.cure);
    }
}

/// Notes the second of two that have the same name, and gives all names.
Names unique(std::vector<SourceText> const& ids, std::string const& what, ProblemLog& problems) {
    Names names;
    for (SourceText const& id : ids) {
        if (names.insert(id.words).second || id.empty()) continue;
        problems.error(id.place, fmt::format("{} \"{}\" is there twice", what, id.words), "Rename or remove one");
    }
    return names;
}

template <class Source>
std::vector<SourceText> ids_of(std::vector<Source> const& sources, SourceText Source::* id) {
    std::vector<SourceText> ids;
    ids.reserve(sources.size());
    for (Source const& each : sources) ids.push_back(each.*id);
    return ids;
}

/// The title of a button: at most four words, counted as they are said.
void must_be_short(SourceText const& title, ProblemLog& problems) {
    auto const spaces = std::ranges::count(title.words, ' ');
    if (spaces < 4) return;
    problems.error(title.place, fmt::format("the title \"{}\" has {} words", title.words, spaces + 1),
                   "Say it in four words at most");
}

struct EverythingKnown {
    Known situations, languages, services, icons, guidance;
    Names phrases, counted;
    bool phrases_unread = false;
};

void check_wording(ProfileSource const& profile, EverythingKnown const& known, ProblemLog& problems) {
    for (PhraseSource const& wording : profile.wording) {
        if (wording.key.starts_with("situation.") && wording.key.ends_with(".title"))
            must_be_short(wording.words, problems);
        if (known.counted.contains(wording.key))
            problems.error(wording.words.place,
                           fmt::format("\"{}\" counts and has the same words everywhere", wording.key),
                           "Take it out of [wording]");
        if (known.phrases.contains(wording.key) || known.phrases_unread) continue;
        problems.error(wording.words.place, fmt::format("there is no phrase \"{}\" to word differently", wording.key),
                       "Use a key of core.toml or phrases.toml, in quotes, or situation.ID.title or situation.ID.line");
    }
}

void check_profile(ProfileSource const& profile, EverythingKnown const& known, ProblemLog& problems) {
    must_be_known(profile.situations, known.situations, problems);
    must_be_known(profile.languages, known.languages, problems);
    must_be_known(profile.leading_lines, known.services, problems);
    must_be_known(profile.leading_services, known.services, problems);
    must_be_known(profile.left_out_services, known.services, problems);
    must_be_known(profile.left_out_guidance, known.guidance, problems);
    unique(profile.situations, "the situation", problems);
    unique(profile.languages, "the language", problems);
    unique(profile.leading_lines, "the line", problems);
    unique(profile.leading_services, "the service", problems);
    std::string const file = std::filesystem::path(profile.id.place.name).stem().string();
    if (!profile.id.empty() && profile.id.words != file) {
        problems.error(profile.id.place,
                       fmt::format("the id \"{}\" is not the name of the file, \"{}\"", profile.id.words, file),
                       "Make them the same");
    }
    check_wording(profile, known, problems);
}

/// The emergency line stands on every screen: a directory whose phrases speak of it needs its two numbers.
void check_emergency_line(Sources const& sources, ProblemLog& problems) {
    auto const is_shown = [](PhoneSource const& phone) {
        return phone.publish == Publish::yes && phone.type == "voice";
    };
    for (std::string const id : {"emergency-112", "police-101"}) {
        auto const record = std::ranges::find(sources.records, id, [](Record const& each) { return each.id.words; });
        bool const there = record != sources.records.end();
        if (problems.is_unread(id + ".toml")) continue;
        if (there && std::ranges::any_of(record->phones, is_shown)) continue;
        problems.error(there ? record->place : Where{.name = "records/" + id + ".toml"},
                       "the emergency line needs a number from here",
                       "Restore the record, with a number that is published");
    }
}

/// Every door, and those that have none yet: one list of names.
std::vector<SourceText> all_situations(Sources const& sources) {
    auto ids = ids_of(sources.situations, &SituationSource::id);
    ids.insert(ids.end(), sources.situations_without_door.begin(), sources.situations_without_door.end());
    return ids;
}

Names as_names(std::vector<SourceText> const& ids) {
    Names names;
    for (SourceText const& id : ids) names.insert(id.words);
    return names;
}

/// Only doors are known to guidance and profiles: nobody could open another.
EverythingKnown everything_known(Sources const& sources, ProblemLog& problems) {
    EverythingKnown known;
    known.situations = {"situation", as_names(ids_of(sources.situations, &SituationSource::id)),
                        "Use an id of situations.toml", problems.is_unread("situations.toml")};
    known.languages = {"language", unique(ids_of(sources.languages, &LanguageSource::code), "the language", problems),
                       "Use a code of languages.toml", problems.is_unread("languages.toml")};
    known.services = {"service", known_records(sources, problems), "Use the id of a record"};
    known.guidance = {"guidance", unique(ids_of(sources.guidance, &GuidanceSource::id), "the guidance", problems),
                      "Use an id of guidance.toml", problems.is_unread("guidance.toml")};
    known.icons = {"icon", {}, "Draw it in icons/"};
    for (auto const& [name, svg] : sources.icons) known.icons.names.insert(name);
    for (Phrase const& phrase : all_phrases(sources)) {
        if (phrase.profile.empty()) known.phrases.insert(phrase.id);
        if (!phrase.plural.empty()) known.counted.insert(phrase.id);
    }
    for (char const* file : {"core.toml", "phrases.toml", "situations.toml", "guidance.toml"})
        known.phrases_unread = known.phrases_unread || problems.is_unread(file);
    return known;
}

/// Who has read a sentence counts with the day, and the day with who it was.
void check_review(GuidanceSource const& guidance, ProblemLog& problems) {
    if (guidance.reviewed_by.empty() == !guidance.reviewed_on) return;
    bool const no_day = !guidance.reviewed_on;
    problems.error(
        no_day ? guidance.reviewed_by.place : guidance.reviewed_at,
        fmt::format("the guidance \"{}\" does not say {} it was read", guidance.id.words, no_day ? "when" : "by whom"),
        "Write both reviewed_by, the function of the specialist, and reviewed_on, the day");
}

void check_guidance(Sources const& sources, EverythingKnown const& known, ProblemLog& problems) {
    must_be_known(ids_of(sources.guidance, &GuidanceSource::icon), known.icons, problems);
    for (GuidanceSource const& each : sources.guidance) {
        must_be_known(each.situations, known.situations, problems);
        must_be_known({each.answers_in}, known.languages, problems);
        unique(each.situations, "the situation", problems);
        must_be_short(each.title, problems);
        check_review(each, problems);
    }
}

/// A language stands once in languages.toml, and says at least what French calls it: the page of a service names it.
void check_languages(Sources const& sources, ProblemLog& problems) {
    auto codes = ids_of(sources.languages, &LanguageSource::code);
    auto const spoken = ids_of(sources.spoken, &LanguageSource::code);
    for (SourceText const& code : spoken)
        if (std::ranges::find(codes, code.words, &SourceText::words) != codes.end())
            problems.error(code.place, fmt::format("the language \"{}\" is there twice", code.words),
                           "Rename or remove one");
    unique(spoken, "the language", problems);
    for (auto const* list : {&sources.languages, &sources.spoken}) {
        for (LanguageSource const& each : *list) {
            bool const named =
                std::ranges::any_of(each.names, [](auto const& name) { return name.first == source_language; });
            if (named || each.code.empty()) continue;
            problems.error(each.code.place, fmt::format("the language \"{}\" has no name to show", each.code.words),
                           "Add its French name to names in languages.toml");
        }
    }
}

}  // namespace

std::set<std::string> known_records(Sources const& sources, ProblemLog const& problems) {
    Names known = as_names(ids_of(sources.records, &Record::id));
    for (SourceText const& id : sources.asked_for) known.insert(id.words);
    for (std::string const& file : problems.unread()) known.insert(std::filesystem::path(file).stem().string());
    return known;
}

void check_tables(Sources const& sources, ProblemLog& problems) {
    EverythingKnown const known = everything_known(sources, problems);
    unique(ids_of(sources.records, &Record::id), "the record", problems);
    unique(all_situations(sources), "the situation", problems);
    must_be_known(ids_of(sources.situations, &SituationSource::icon), known.icons, problems);
    for (SituationSource const& each : sources.situations) must_be_short(each.title, problems);
    check_guidance(sources, known, problems);
    for (LinesSource const& each : sources.lines) {
        must_be_known(each.lines, known.services, problems);
        unique(each.lines, "the line", problems);
    }
    check_languages(sources, problems);
    if (known.phrases.contains("sill.emergency")) check_emergency_line(sources, problems);
    for (ProfileSource const& each : sources.profiles) check_profile(each, known, problems);
    for (AvoidedSource const& each : sources.avoided) must_be_known({each.language}, known.languages, problems);
    for (GlossaryTerm const& term : sources.glossary)
        must_be_known(ids_of(term.languages, &GlossaryWords::language), known.languages, problems);
}

}  // namespace halte
