#pragma once
/// A language of the screen, as the directory hands it out.

#include <halte/script.h>

#include <string>

namespace halte {

/// What data/languages.toml says of a language of the screen: the one place that says it.
struct Language {
    std::string code;      ///< BCP 47
    std::string endonym;   ///< its own name for itself: Nederlands
    std::string greeting;  ///< Goedendag
    Script script = Script::latin;
    bool right_to_left = false;   ///< as its script is
    std::string voice;            ///< espeak-ng's name of it; may be empty
    bool usual_answer = false;    ///< what a line answers in when nobody has written down its languages
    bool offered_unread = false;  ///< a terminal offers it while no speaker has read its core
    int sentences = 0;            ///< of the core, in French
    int translated = 0;           ///< of these, in this language
    int read = 0;                 ///< of these, by a speaker
    int rest = 0;                 ///< beyond the core, in French
    int rest_translated = 0;
    int rest_read = 0;
    /// Whole enough to be offered: a sentence of the core that changed yesterday takes no language away.
    [[nodiscard]] bool has_core() const { return translated * 10 >= sentences * 9; }
    [[nodiscard]] bool core_is_read() const { return has_core() && read == translated; }
};

}  // namespace halte
