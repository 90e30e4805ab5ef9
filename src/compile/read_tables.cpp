#include <fmt/format.h>

#include "whole_file.h"

namespace halte {
namespace {

/// Phrases that count have two forms in French, and in each language as many as it needs.
std::vector<PhraseSource> read_counted(Keys keys, std::string const& prefix) {
    std::vector<PhraseSource> phrases;
    for (std::string const& name : keys.names()) {
        auto const forms = keys.texts(name, Need::required);
        if (forms.size() == 2)
            phrases.push_back({prefix + name, forms[0], forms[1]});
        else
            keys.problems().error(keys.place_of(name), "a phrase that counts has two forms in French",
                                  "Write [\"{count} lieu\", \"{count} lieux\"]");
    }
    return phrases;
}

/// The key for the phrases that count is no key of a profile's wording.
std::vector<PhraseSource> read_words(Keys keys, std::string const& prefix) {
    std::vector<PhraseSource> phrases;
    for (std::string const& name : keys.names()) {
        phrases.push_back({prefix + name, keys.text(name, Need::required)});
    }
    return phrases;
}

std::vector<PhraseSource> read_section(Keys keys, std::string const& prefix) {
    std::vector<PhraseSource> phrases;
    for (std::string const& name : keys.names()) {
        if (name != "counted") {
            phrases.push_back({prefix + name, keys.text(name, Need::required)});
        } else if (auto counted = keys.table(name)) {
            for (PhraseSource& each : read_counted(std::move(*counted), prefix)) phrases.push_back(std::move(each));
        }
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
    guidance.high = !keys.choice("weight", {"high"}).empty();
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
    WholeFile source(file, "the list of situations", problems);
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
    WholeFile source(file, "the guidance", problems);
    std::vector<GuidanceSource> guidance;
    for (Keys& each : source.keys.tables("guidance", "a guidance")) {
        guidance.push_back(read_one_guidance(each));
        each.finish();
    }
    source.keys.finish();
    return guidance;
}

std::vector<AvoidedSource> read_avoided(std::string const& file, ProblemLog& problems) {
    WholeFile source(file, "the list of words to avoid", problems);
    std::vector<AvoidedSource> avoided;
    for (Keys& each : source.keys.tables("avoid", "an entry")) {
        avoided.push_back({each.text("language", Need::required), each.text("instead", Need::required),
                           each.texts("words", Need::required)});
        each.finish();
    }
    source.keys.finish();
    return avoided;
}

std::vector<PhraseSource> read_phrases(std::string const& file, Part part, ProblemLog& problems) {
    WholeFile source(file, "the phrases", problems);
    std::vector<PhraseSource> phrases;
    for (std::string const& section : source.keys.names()) {
        auto table = source.keys.table(section);
        if (!table) continue;
        for (PhraseSource& phrase : read_section(std::move(*table), section + "."))
            phrases.push_back(std::move(phrase));
    }
    for (PhraseSource& phrase : phrases) phrase.part = part;
    return phrases;
}

std::vector<LinesSource> read_lines(std::string const& file, ProblemLog& problems) {
    WholeFile source(file, "the list of lines", problems);
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

std::vector<SourceText> read_list(std::string const& file, char const* what, char const* key, ProblemLog& problems) {
    WholeFile source(file, what, problems);
    auto texts = source.keys.texts(key, Need::required);
    source.keys.finish();
    return texts;
}

std::vector<PinnedSource> read_pinned(std::string const& file, ProblemLog& problems) {
    WholeFile source(file, "the emergency numbers", problems);
    std::vector<PinnedSource> pinned;
    for (Keys& each : source.keys.tables("pinned", "a pinned number")) {
        pinned.push_back({each.text("record", Need::required), each.text("number", Need::required)});
        each.finish();
    }
    source.keys.finish();
    return pinned;
}

std::optional<ProfileSource> read_profile(std::string const& file, ProblemLog& problems) {
    std::optional<toml::table> const table = read_toml(file, problems);
    if (!table) return std::nullopt;
    Keys keys(*table, {file, 1}, "the profile", problems);
    ProfileSource profile{.id = keys.text("id", Need::required), .name = keys.text("name", Need::required)};
    profile.situations = keys.texts("situations", Need::required);
    profile.languages = keys.texts("languages");
    profile.leading_lines = keys.texts("leading_lines");
    profile.leading_services = keys.texts("leading_services");
    profile.left_out_services = keys.texts("left_out_services");
    profile.left_out_guidance = keys.texts("left_out_guidance");
    profile.authors_door = keys.flag("authors_door").value_or(true);
    profile.chat_first = keys.flag("chat_first").value_or(false);
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
