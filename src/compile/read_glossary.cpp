#include <fmt/format.h>

#include "whole_file.h"

namespace halte {
namespace {

GlossaryWords read_glossary_words(Keys keys, SourceText language) {
    GlossaryWords words{.language = std::move(language),
                        .says = keys.texts("says", Need::required),
                        .avoid = keys.texts("avoid"),
                        .why = keys.text("why")};
    if (!words.avoid.empty() && words.why.empty())
        keys.problems().error(keys.place(),
                              fmt::format("it does not say why \"{}\" is avoided", words.avoid.front().words),
                              "Add why = \"...\", for whoever looks for a better word");
    keys.finish();
    return words;
}

GlossaryTerm read_term(Keys& keys) {
    GlossaryTerm term{.place = keys.place(), .french = keys.texts("french", Need::required)};
    term.everywhere = keys.flag("everywhere").value_or(false);
    keys.skip("note");
    for (std::string const& name : keys.names()) {
        if (name == "french" || name == "note" || name == "everywhere") continue;
        if (auto words = keys.table(name))
            term.languages.push_back(read_glossary_words(std::move(*words), {name, keys.place_of(name)}));
    }
    return term;
}

}  // namespace

std::vector<GlossaryTerm> read_glossary(std::string const& file, ProblemLog& problems) {
    WholeFile source(file, "the glossary", problems);
    std::vector<GlossaryTerm> terms;
    for (Keys& each : source.keys.tables("term", "a term")) {
        terms.push_back(read_term(each));
        each.finish();
    }
    source.keys.finish();
    return terms;
}

}  // namespace halte
