#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "check.h"

namespace halte {
namespace {

using Names = std::set<std::string>;

/// Notes each of `words` that `known` does not have: "there is no WHAT "x"".
void must_be_known(std::vector<Sentence> const& words, Names const& known, std::string const& what,
                   std::string const& cure, Findings& findings) {
    for (Sentence const& each : words) {
        if (each.empty() || known.contains(each.words)) continue;
        findings.error(each.place, fmt::format("there is no {} \"{}\"", what, each.words), cure);
    }
}

/// Notes the second of two that have the same name, and gives all names.
Names unique(std::vector<Sentence> const& ids, std::string const& what, Findings& findings) {
    Names names;
    for (Sentence const& id : ids) {
        if (names.insert(id.words).second || id.empty()) continue;
        findings.error(id.place, fmt::format("{} \"{}\" is there twice", what, id.words), "Rename or remove one");
    }
    return names;
}

template <class Source>
std::vector<Sentence> ids_of(std::vector<Source> const& sources, Sentence Source::*id) {
    std::vector<Sentence> ids;
    ids.reserve(sources.size());
    for (Source const& each : sources) ids.push_back(each.*id);
    return ids;
}

/// The title of a button: at most four words, counted as they are said.
void must_be_short(Sentence const& title, Findings& findings) {
    auto const spaces = std::ranges::count(title.words, ' ');
    if (spaces < 4) return;
    findings.error(title.place, fmt::format("the title \"{}\" has {} words", title.words, spaces + 1),
                   "Say it in four words at most");
}

/// The ids of each table, by which the others name its entries.
struct Known {
    Names situations, languages, services, guidance, phrases;
};

void check_profile(ProfileSource const& profile, Known const& known, Findings& findings) {
    must_be_known(profile.situations, known.situations, "situation", "Use an id of situations.toml", findings);
    must_be_known(profile.languages, known.languages, "language", "Use a code of languages.toml", findings);
    must_be_known(profile.leading_lines, known.services, "service", "Use the id of a record", findings);
    must_be_known(profile.leading_services, known.services, "service", "Use the id of a record", findings);
    must_be_known(profile.left_out_services, known.services, "service", "Use the id of a record", findings);
    must_be_known(profile.left_out_guidance, known.guidance, "guidance", "Use an id of guidance.toml", findings);
    unique(profile.situations, "the situation", findings);
    unique(profile.languages, "the language", findings);
    unique(profile.leading_lines, "the line", findings);
    unique(profile.leading_services, "the service", findings);
    std::string const file = std::filesystem::path(profile.id.place.file).stem().string();
    if (!profile.id.empty() && profile.id.words != file) {
        findings.error(profile.id.place,
                       fmt::format("the id \"{}\" is not the name of the file, \"{}\"", profile.id.words, file),
                       "Make them the same");
    }
    for (PhraseSource const& wording : profile.wording) {
        if (wording.key.starts_with("situation.") && wording.key.ends_with(".title")) {
            must_be_short(wording.words, findings);
        }
        if (known.phrases.contains(wording.key)) continue;
        findings.error(wording.words.place, fmt::format("there is no phrase \"{}\" to word differently", wording.key),
                       "Use a key of phrases.toml, in quotes, or situation.ID.title or situation.ID.line");
    }
}

void check_guidance(GuidanceSource const& guidance, Known const& known, Findings& findings) {
    must_be_known(guidance.situations, known.situations, "situation", "Use an id of situations.toml", findings);
    unique(guidance.situations, "the situation", findings);
    must_be_known({guidance.answers_in}, known.languages, "language", "Use a code of languages.toml", findings);
    must_be_short(guidance.title, findings);
    if (guidance.reviewed_by.empty() == !guidance.reviewed_on) return;
    bool const no_day = !guidance.reviewed_on;
    findings.error(
        no_day ? guidance.reviewed_by.place : guidance.reviewed_at,
        fmt::format("the guidance \"{}\" does not say {} it was read", guidance.id.words, no_day ? "when" : "by whom"),
        "Write both reviewed_by, the function of the specialist, and reviewed_on, the day");
}

/// The emergency line stands on every screen: a directory whose phrases speak of it needs its two numbers.
void check_emergency_line(Sources const& sources, Findings& findings) {
    auto const is_shown = [](PhoneSource const& phone) {
        return phone.publish == Publish::yes && phone.type == "voice";
    };
    for (std::string const id : {"emergency-112", "police-101"}) {
        auto const record = std::ranges::find(sources.records, id, [](Record const& each) { return each.id.words; });
        bool const there = record != sources.records.end();
        if (there && std::ranges::any_of(record->phones, is_shown)) continue;
        findings.error(there ? record->place : Place{.file = "records/" + id + ".toml"},
                       "the emergency line needs a number from here",
                       "Restore the record, with a number that is published");
    }
}

}  // namespace

void check_tables(Sources const& sources, Findings& findings) {
    Names icons;
    for (auto const& [name, svg] : sources.icons) icons.insert(name);
    Known known;
    for (Phrase const& phrase : all_phrases(sources)) {
        if (phrase.profile.empty()) known.phrases.insert(phrase.id);
    }
    known.services = unique(ids_of(sources.records, &Record::id), "the record", findings);
    known.situations = unique(ids_of(sources.situations, &SituationSource::id), "the situation", findings);
    known.languages = unique(ids_of(sources.languages, &LanguageSource::code), "the language", findings);
    known.guidance = unique(ids_of(sources.guidance, &GuidanceSource::id), "the guidance", findings);
    must_be_known(ids_of(sources.situations, &SituationSource::icon), icons, "icon", "Draw it in icons/", findings);
    must_be_known(ids_of(sources.guidance, &GuidanceSource::icon), icons, "icon", "Draw it in icons/", findings);
    for (SituationSource const& each : sources.situations) must_be_short(each.title, findings);
    for (GuidanceSource const& each : sources.guidance) check_guidance(each, known, findings);
    for (LinesSource const& each : sources.lines) {
        must_be_known(each.lines, known.services, "service", "Use the id of a record", findings);
        unique(each.lines, "the line", findings);
    }
    if (known.phrases.contains("sill.emergency")) check_emergency_line(sources, findings);
    for (ProfileSource const& each : sources.profiles) check_profile(each, known, findings);
    for (AvoidedSource const& each : sources.avoided) {
        must_be_known({each.language}, known.languages, "language", "Use a code of languages.toml", findings);
    }
}

}  // namespace halte
