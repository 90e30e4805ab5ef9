#include <fmt/format.h>

#include "sources.h"

namespace halte {
namespace {

/// The keys of a whole file. One that cannot be read is one problem: of the keys that it then lacks nothing is said.
class File {
public:
    File(std::string const& file, std::string const& what, ProblemLog& problems)
        : m_table(read_toml(file, problems)),
          keys(*(m_table ? &*m_table : &m_nothing), {file, 1}, what, *(m_table ? &problems : &m_unsaid)) {}

private:
    std::optional<toml::table> m_table;
    toml::table m_nothing;
    ProblemLog m_unsaid;

public:
    Keys keys;
};

std::vector<PhraseSource> read_words(Keys keys, std::string const& prefix) {
    std::vector<PhraseSource> phrases;
    for (std::string const& name : keys.names()) {
        phrases.push_back({prefix + name, keys.text(name, Need::required)});
    }
    return phrases;
}

GuidanceSource read_one_guidance(Keys& keys) {
    bool const show = keys.flag("show").value_or(true);
    Need const words = show ? Need::required : Need::optional;
    GuidanceSource guidance{.id = keys.text("id", Need::required),
                            .icon = keys.text("icon", words),
                            .title = keys.text("title", words),
                            .text = keys.text("text", words),
                            .situations = keys.texts("situations", words),
                            .answers_in = keys.text("answers_in"),
                            .show = show};
    guidance.reviewed_by = keys.text("reviewed_by");
    guidance.reviewed_on = keys.date("reviewed_on");
    guidance.reviewed_at = keys.place_of("reviewed_on");
    keys.texts("source", Need::required);
    // Whoever finds a kept entry must see why it is not shown.
    keys.text("note", show ? Need::optional : Need::required);
    return guidance;
}

}  // namespace

SituationsSource read_situations(std::string const& file, ProblemLog& problems) {
    File source(file, "the list of situations", problems);
    SituationsSource situations{.doors = {}, .without_door = source.keys.texts("without_door")};
    for (Keys& each : source.keys.tables("situation", "a situation")) {
        situations.doors.push_back({each.text("id", Need::required), each.text("icon", Need::required),
                                    each.text("title", Need::required), each.text("line", Need::required)});
        each.finish();
    }
    source.keys.finish();
    return situations;
}

std::vector<GuidanceSource> read_guidance(std::string const& file, ProblemLog& problems) {
    File source(file, "the guidance", problems);
    std::vector<GuidanceSource> guidance;
    for (Keys& each : source.keys.tables("guidance", "a guidance")) {
        guidance.push_back(read_one_guidance(each));
        each.finish();
    }
    source.keys.finish();
    return guidance;
}

std::vector<AvoidedSource> read_avoided(std::string const& file, ProblemLog& problems) {
    File source(file, "the list of words to avoid", problems);
    std::vector<AvoidedSource> avoided;
    for (Keys& each : source.keys.tables("avoid", "an entry")) {
        avoided.push_back({each.text("language", Need::required), each.text("instead", Need::required),
                           each.texts("words", Need::required)});
        each.finish();
    }
    source.keys.finish();
    return avoided;
}

std::vector<LanguageSource> read_languages(std::string const& file, ProblemLog& problems) {
    File source(file, "the list of languages", problems);
    std::vector<LanguageSource> languages;
    for (Keys& each : source.keys.tables("language", "a language")) {
        languages.push_back({each.text("code", Need::required), each.text("endonym", Need::required),
                             each.text("greeting", Need::required), each.flag("right_to_left").value_or(false)});
        each.finish();
    }
    source.keys.finish();
    return languages;
}

std::vector<PhraseSource> read_phrases(std::string const& file, ProblemLog& problems) {
    File source(file, "the phrases", problems);
    std::vector<PhraseSource> phrases;
    for (std::string const& section : source.keys.names()) {
        auto table = source.keys.table(section);
        if (!table) continue;
        for (PhraseSource& phrase : read_words(std::move(*table), section + ".")) phrases.push_back(std::move(phrase));
    }
    return phrases;
}

std::vector<LinesSource> read_lines(std::string const& file, ProblemLog& problems) {
    File source(file, "the list of lines", problems);
    std::vector<LinesSource> lines;
    lines.push_back({"", source.keys.texts("always")});
    lines.push_back({"*", source.keys.texts("fallback", Need::required)});
    lines.push_back({"anything", source.keys.texts("anything")});
    for (std::string const& name : source.keys.names()) {
        if (name == "always" || name == "fallback" || name == "anything") continue;
        auto language = source.keys.table(name);
        if (!language) continue;
        auto before = language->texts("before_fallback");
        auto own = language->texts("lines", before.empty() ? Need::required : Need::optional);
        if (!before.empty()) lines.push_back({"*" + name, std::move(before)});
        if (!own.empty()) lines.push_back({name, std::move(own)});
        language->finish();
    }
    return lines;
}

std::vector<SourceText> read_asked_for(std::string const& file, ProblemLog& problems) {
    File source(file, "the list of records asked for", problems);
    auto ids = source.keys.texts("records", Need::required);
    source.keys.finish();
    return ids;
}

std::vector<PinnedSource> read_pinned(std::string const& file, ProblemLog& problems) {
    File source(file, "the emergency numbers", problems);
    std::vector<PinnedSource> pinned;
    for (Keys& each : source.keys.tables("pinned", "a pinned number")) {
        pinned.push_back({each.text("record", Need::required), each.text("number", Need::required)});
        each.finish();
    }
    source.keys.finish();
    return pinned;
}

std::vector<SourceText> read_text_numbers(std::string const& file, ProblemLog& problems) {
    File source(file, "the list of text numbers", problems);
    auto numbers = source.keys.texts("numbers", Need::required);
    source.keys.finish();
    return numbers;
}

std::optional<ProfileSource> read_profile(std::string const& file, ProblemLog& problems) {
    std::optional<toml::table> const table = read_toml(file, problems);
    if (!table) return std::nullopt;
    Keys keys(*table, {file, 1}, "the profile", problems);
    ProfileSource profile{.id = keys.text("id", Need::required), .name = keys.text("name", Need::required)};
    profile.situations = keys.texts("situations", Need::required);
    profile.languages = keys.texts("languages", Need::required);
    profile.leading_lines = keys.texts("leading_lines");
    profile.leading_services = keys.texts("leading_services");
    profile.left_out_services = keys.texts("left_out_services");
    profile.left_out_guidance = keys.texts("left_out_guidance");
    profile.authors_door = keys.flag("authors_door").value_or(true);
    profile.says_tu = !keys.choice("address", {"tu"}).empty();
    for (Keys& each : keys.tables("sentence", "a sentence")) {
        profile.sentences.push_back({each.text("general", Need::required), each.text("words", Need::required)});
        each.finish();
    }
    if (auto wording = keys.table("wording")) profile.wording = read_words(std::move(*wording), "");
    keys.finish();
    return profile;
}

}  // namespace halte
