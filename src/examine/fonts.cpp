#include "fonts.h"

#include <fmt/format.h>
#include <halte/text.h>

#include <algorithm>

#include "judge.h"

namespace halte {

static constexpr char const* cure = "Install the package fonts-noto-core.";

Finding judge_language(Language const& language, int missing_glyphs) {
    std::string const id = "fonts." + language.code;
    if (missing_glyphs == 0) return fine(id, language.endonym + " can be shown.");
    return broken(
        id, fmt::format("{} cannot be shown: {} letters of a sample have no face.", language.code, missing_glyphs),
        cure);
}

/// Words of many screens: its own name, its greeting, sentences, and every situation.
static std::vector<std::string> sample_of(Directory const& directory, Language const& language,
                                          std::string const& profile) {
    Viewpoint const from{language.code, profile, {}};
    std::vector<std::string> words{language.endonym, language.greeting};
    for (char const* const key : {"welcome.title", "sill.leave", "situations.support", "situations.nothing_kept"})
        words.push_back(directory.phrase(key, from).words);
    for (Situation const& situation : directory.situations(from)) words.push_back(situation.title.words);
    return words;
}

static int missing_in(Typesetter const& typesetter, std::vector<std::string> const& sample, Language const& language) {
    TextStyle style;
    style.language = language.code;
    style.direction = language.right_to_left ? Direction::right_to_left : Direction::left_to_right;
    int missing = 0;
    for (std::string const& words : sample) missing += typesetter.measure(words, style, 0).missing_glyphs;
    return missing;
}

/// The settings' languages, else the profile's.
static std::vector<Language> languages_of(Directory const& directory, Settings const& settings,
                                          std::string const& profile) {
    auto const of_profile = directory.profile(profile);
    std::vector<std::string> const codes =
        settings.languages.empty() && of_profile ? of_profile->languages : settings.languages;
    std::vector<Language> all = directory.languages();
    if (!codes.empty())
        std::erase_if(all, [&](Language const& language) {
            return std::find(codes.begin(), codes.end(), language.code) == codes.end();
        });
    return all;
}

Findings examine_fonts(Directory const& directory, Settings const& settings) {
    auto const typesetter = Typesetter::create();
    if (!typesetter) return {broken("fonts.family", typesetter.error().sentence, cure)};
    std::string const profile = directory.profile(settings.profile) ? settings.profile : "hospital";
    Findings findings;
    for (Language const& language : languages_of(directory, settings, profile))
        findings.push_back(
            judge_language(language, missing_in(*typesetter, sample_of(directory, language, profile), language)));
    return findings;
}

}  // namespace halte
