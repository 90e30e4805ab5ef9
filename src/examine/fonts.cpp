#include <halte/offered.h>

#include "fonts.h"

#include <fmt/format.h>
#include <halte/text.h>

#include <algorithm>

#include "judge.h"

namespace halte {

static constexpr char const* cure = "Install the package fonts-noto-core.";

Problem judge_language(Language const& language, int missing_glyphs) {
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

/// The words of the settings that visitors see, each with what its face cannot show.
static void judge_place(Typesetter const& typesetter, LoadedSettings const& loaded, Problems& findings) {
    Settings const& settings = loaded.settings;
    for (auto const& [key, words] :
         {std::pair{"place.name", &settings.place_name}, std::pair{"place.detail", &settings.place_detail},
          std::pair{"place.address", &settings.address}}) {
        std::string const shown = typesetter.showable(*words, {});
        if (shown == *words) continue;
        auto const at = loaded.positions.find(key);
        std::string const where = at == loaded.positions.end() ? key : describe(at->second);
        findings.push_back(
            broken("fonts.place",
                   fmt::format("{}: No letter shows a part of \"{}\"; visitors see \"{}\".", where, *words, shown),
                   "Write it without emoji and other pictures, in letters of a living script."));
    }
}

Problems examine_fonts(Directory const& directory, LoadedSettings const& loaded) {
    Settings const& settings = loaded.settings;
    auto const typesetter = Typesetter::create();
    if (!typesetter) return {broken("fonts.family", typesetter.error().sentence, cure)};
    std::string const profile = directory.profile(settings.profile) ? settings.profile : "hospital";
    Problems findings;
    for (Language const& language : offered_languages(directory, profile, settings.languages, settings.unread))
        findings.push_back(
            judge_language(language, missing_in(*typesetter, sample_of(directory, language, profile), language)));
    judge_place(*typesetter, loaded, findings);
    return findings;
}

}  // namespace halte
