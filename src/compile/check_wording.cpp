#include <fmt/format.h>

#include <set>

#include "check.h"
#include "shown.h"

namespace halte {
namespace {

std::set<std::string> sentences_of_services(Sources const& sources, ProfileSource const& profile) {
    std::set<std::string> said;
    for (Record const& record : sources.records) {
        if (!can_show(sources, profile, record)) continue;
        for_each_sentence(record, [&](RecordSentence const& sentence) {
            if (sentence.field.entity == "service") said.insert(sentence.text.words);
        });
    }
    return said;
}

void must_be_said(std::set<std::string> const& said, ProfileSource const& profile, ProblemLog& problems) {
    std::set<std::string> seen;
    for (RewordedSource const& each : profile.sentences) {
        if (!said.contains(each.general.words))
            problems.error(each.general.place,
                           fmt::format("no record that {} shows says \"{}\"", profile.id.words, each.general.words),
                           "Write a record's sentence, word for word, or take this one out");
        if (!seen.insert(each.general.words).second)
            problems.error(each.general.place, fmt::format("\"{}\" is there twice", each.general.words), "Remove one");
    }
}

}  // namespace

void check_wording(Sources const& sources, ProblemLog& problems) {
    // A record that is broken or missing is one problem, not one for each of its sentences.
    if (problems.has_errors()) return;
    for (ProfileSource const& profile : sources.profiles)
        must_be_said(sentences_of_services(sources, profile), profile, problems);
}

}  // namespace halte
