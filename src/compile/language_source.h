#pragma once
/// What an entry of data/languages.toml says.

#include <string_view>
#include <utility>
#include <vector>

#include "address.h"
#include "keys.h"
#include "plural_rule.h"

namespace halte {

/// Those that only services answer in have no greeting, no script and no folder of translations.
struct LanguageSource {
    SourceText code, endonym, greeting, script, voice;
    SourceText plurals;  ///< gettext's line
    PluralRule rule;
    bool small_names = false;   ///< within a sentence it writes the names of languages small
    bool usual_answer = false;  ///< what a line answers in when nobody has written down its languages
    /// "a": a terminal offers it while no speaker has read its core; "b" and "c": only where the settings name it.
    SourceText tier;
    [[nodiscard]] bool has_only_core() const { return tier.words == "c"; }
    bool beside_source = false;  ///< unread sentences of weight are shown in it, beside the French
    FormalWords formal;
    std::vector<std::pair<std::string, SourceText>> names;  ///< what other languages call it, by their code
    [[nodiscard]] SourceText const& name_in(std::string_view language) const;  ///< else its own
};
/// The whole file.
struct LanguagesSource {
    std::vector<LanguageSource> screen, spoken;
};

}  // namespace halte
