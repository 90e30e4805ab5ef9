#include "small_initial.h"

#include "small_letter.h"

namespace halte {

std::string with_small_initial(std::string words) {
    if (words.empty()) return words;
    if (words[0] >= 'A' && words[0] <= 'Z') words[0] = char(words[0] - 'A' + 'a');
    std::string const small = small_letter(words);
    return small.empty() ? words : words.replace(0, small.size(), small);
}

}  // namespace halte
