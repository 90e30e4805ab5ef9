#include <halte/script.h>
#include <halte/source_language.h>

#include "whole_file.h"

namespace halte {
namespace {

LanguageSource read_language(Keys& keys) {
    LanguageSource language{.code = keys.text("code", Need::required), .endonym = keys.text("endonym", Need::required)};
    if (auto names = keys.table("names", Need::required))
        for (std::string const& code : names->names())
            language.names.emplace_back(code, names->text(code, Need::required));
    return language;
}

std::vector<std::string_view> script_names() {
    std::vector<std::string_view> names;
    for (ScriptCode const& each : script_codes) names.push_back(each.code);
    return names;
}

/// The table of forms; without it the language has one.
PluralRule read_rule(Keys& keys, SourceText const& line) {
    auto const rule = parse_plural_rule(line.words);
    if (!rule && !line.empty())
        keys.problems().error(line.place, "this is no rule for plurals that gettext takes",
                              "Write it as in the head of a PO file: nplurals=2; plural=(n != 1);");
    return rule.value_or(PluralRule{});
}

std::vector<std::string> words_of(std::vector<SourceText> const& texts) {
    std::vector<std::string> words;
    for (SourceText const& each : texts) words.push_back(each.words);
    return words;
}

LanguageSource read_language_of_screen(Keys& keys) {
    LanguageSource language = read_language(keys);
    language.greeting = keys.text("greeting", Need::required);
    language.script = keys.choice("script", script_names(), Need::required);
    language.voice = keys.text("voice");
    language.formal = {words_of(keys.texts("formal")), words_of(keys.texts("not_formal"))};
    language.small_names = keys.flag("small_names").value_or(false);
    language.usual_answer = keys.flag("usual_answer").value_or(false);
    if (language.code.words != source_language) language.tier = keys.choice("tier", {"a", "b", "c"}, Need::required);
    language.beside_source = keys.flag("beside_source").value_or(false);
    language.plurals = keys.text("plurals", Need::required);
    language.rule = read_rule(keys, language.plurals);
    return language;
}

}  // namespace

SourceText const& LanguageSource::name_in(std::string_view language) const {
    for (auto const& [other, name] : names)
        if (other == language) return name;
    return endonym;
}

LanguagesSource read_languages(std::string const& file, ProblemLog& problems) {
    WholeFile source(file, "the list of languages", problems);
    LanguagesSource languages;
    for (Keys& each : source.keys.tables("language", "a language")) {
        languages.screen.push_back(read_language_of_screen(each));
        each.finish();
    }
    for (Keys& each : source.keys.tables("spoken", "a language")) {
        languages.spoken.push_back(read_language(each));
        each.finish();
    }
    source.keys.finish();
    return languages;
}

}  // namespace halte
