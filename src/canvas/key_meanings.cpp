#include "key_meanings.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>

namespace halte {
namespace {

struct Meaning {
    int key = 0;
    KeyMeaning meaning = KeyMeaning::next;
    bool shifted = false;
};

// F17 to F24 are the keys of tactile keypads (Storm AudioNav, EZ Access), which say that they are keyboards.
constexpr std::array meanings{
    Meaning{GLFW_KEY_TAB, KeyMeaning::next},
    Meaning{GLFW_KEY_TAB, KeyMeaning::previous, true},
    Meaning{GLFW_KEY_DOWN, KeyMeaning::next},
    Meaning{GLFW_KEY_UP, KeyMeaning::previous},
    Meaning{GLFW_KEY_RIGHT, KeyMeaning::next_group},
    Meaning{GLFW_KEY_LEFT, KeyMeaning::previous_group},
    Meaning{GLFW_KEY_PAGE_DOWN, KeyMeaning::next_group},
    Meaning{GLFW_KEY_PAGE_UP, KeyMeaning::previous_group},
    Meaning{GLFW_KEY_ENTER, KeyMeaning::activate},
    Meaning{GLFW_KEY_KP_ENTER, KeyMeaning::activate},
    Meaning{GLFW_KEY_SPACE, KeyMeaning::activate},
    Meaning{GLFW_KEY_BACKSPACE, KeyMeaning::back},
    Meaning{GLFW_KEY_ESCAPE, KeyMeaning::back},
    Meaning{GLFW_KEY_END, KeyMeaning::leave},
    Meaning{GLFW_KEY_F1, KeyMeaning::help},
    Meaning{GLFW_KEY_F2, KeyMeaning::again},
    Meaning{GLFW_KEY_KP_ADD, KeyMeaning::louder},
    Meaning{GLFW_KEY_KP_SUBTRACT, KeyMeaning::quieter},
    Meaning{GLFW_KEY_F17, KeyMeaning::help},
    Meaning{GLFW_KEY_F18, KeyMeaning::previous},
    Meaning{GLFW_KEY_F19, KeyMeaning::next},
    Meaning{GLFW_KEY_F20, KeyMeaning::activate},
    Meaning{GLFW_KEY_F21, KeyMeaning::back},
    Meaning{GLFW_KEY_F22, KeyMeaning::next_group},
    Meaning{GLFW_KEY_F23, KeyMeaning::quieter},
    Meaning{GLFW_KEY_F24, KeyMeaning::louder},
};

}  // namespace

std::optional<KeyMeaning> meaning_of_key(int key, bool shifted) {
    auto const* const row =
        std::ranges::find_if(meanings, [&](Meaning const& one) { return one.key == key && one.shifted == shifted; });
    return row == meanings.end() ? std::nullopt : std::optional(row->meaning);
}

}  // namespace halte
