#include "languages.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <halte/offered.h>

#include <algorithm>

#include "judge.h"

namespace halte {
namespace {

std::string how_far(int translated, int sentences, int read) {
    std::string const whole = translated == sentences ? "whole" : fmt::format("{} of {}", translated, sentences);
    if (translated == 0) return "not translated";
    if (read == translated) return whole + ", read by a speaker";
    return fmt::format("{}, {}", whole, read == 0 ? "read by no speaker" : fmt::format("{} read by a speaker", read));
}

}  // namespace

Problem judge_words(Language const& language) {
    std::string const id = "languages." + language.code;
    if (language.code == source_language) return fine(id, language.endonym + ": the source of all words.");
    return fine(id, fmt::format("{} ({}): core {}; the rest {}.", language.endonym, language.code,
                                how_far(language.translated, language.sentences, language.read),
                                how_far(language.rest_translated, language.rest, language.rest_read)));
}

Problems examine_languages(Directory const& directory, Settings const& settings) {
    std::string const profile = directory.profile(settings.profile) ? settings.profile : "hospital";
    auto const offered = offered_languages(directory, profile, settings.languages, settings.unread);
    Problems findings;
    for (Language const& each : offered) findings.push_back(judge_words(each));
    std::vector<std::string> others;
    for (Language const& each : directory.languages())
        if (std::ranges::find(offered, each.code, &Language::code) == offered.end()) others.push_back(each.code);
    if (!others.empty())
        findings.push_back(fine("languages.others",
                                fmt::format("Not shown here: {}. To show one whose words no speaker has read yet, name "
                                            "it in visit.languages; visit.unread = \"none\" shows only what was read.",
                                            fmt::join(others, ", "))));
    return findings;
}

}  // namespace halte
