#pragma once
/// The phrases of the screens, and a kind of place with its own words for some of them: data/core.toml,
/// data/phrases.toml and data/profiles.

#include <string>
#include <vector>

#include "keys.h"
#include "translation_source.h"

namespace halte {

struct PhraseSource {
    std::string key;
    SourceText words;
    SourceText plural{};  ///< of a phrase that counts: then `words` are for one
    Part part = Part::phrases;
};
/// A sentence of records, and how a profile says it.
struct RewordedSource {
    SourceText general, words;
};
struct ProfileSource {
    SourceText id, name;
    std::vector<SourceText> situations, languages, leading_lines, leading_services, left_out_services,
        left_out_guidance;
    bool authors_door = true;
    bool chat_first = false;  ///< a chat comes before the other ways that need no telephone, whatever its hours
    bool says_tu = false;     ///< to a child: address.h tells which words no sentence may say
    std::vector<PhraseSource> wording;
    std::vector<RewordedSource> sentences;
};

}  // namespace halte
