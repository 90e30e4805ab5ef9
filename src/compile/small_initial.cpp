#include "small_initial.h"

namespace halte {
namespace {

/// The small letter of a capital that UTF-8 writes in two bytes; else what was given.
int small(int letter) {
    bool const latin = letter >= 0xC0 && letter <= 0xDE && letter != 0xD7;  // À to Þ, without the sign ×
    bool const cyrillic = letter >= 0x410 && letter <= 0x42F;               // А to Я
    if (latin || cyrillic) return letter + 0x20;
    return letter >= 0x400 && letter <= 0x40F ? letter + 0x50 : letter;  // Ѐ to Џ
}

}  // namespace

std::string with_small_initial(std::string words) {
    if (words.empty()) return words;
    int const first = static_cast<unsigned char>(words[0]);
    if (first >= 'A' && first <= 'Z') words[0] = char(first - 'A' + 'a');
    if (first < 0xC2 || first > 0xDF || words.size() < 2) return words;
    int const letter = small((first & 0x1F) << 6 | (static_cast<unsigned char>(words[1]) & 0x3F));
    words[0] = char(0xC0 | letter >> 6);
    words[1] = char(0x80 | (letter & 0x3F));
    return words;
}

}  // namespace halte
