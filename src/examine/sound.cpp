#include "judge.h"

namespace halte {

Problem judge_sound(std::string const& cards) {
    // " 0 [PCH            ]: HDA-Intel - HDA Intel PCH", or "--- no soundcards ---".
    std::size_t const name = cards.find("]: ");
    if (name == std::string::npos)
        return warn("sound.card", "There is no sound card. Halte does not speak yet, so nothing is missing today.",
                    "Choose a machine with one, if this terminal shall speak to people who cannot read.");
    std::string const first = cards.substr(name + 3, cards.find('\n', name) - name - 3);
    return fine("sound.card", "There is a sound card: " + first + ".");
}

}  // namespace halte
