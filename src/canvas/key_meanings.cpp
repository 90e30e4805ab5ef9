#include "key_meanings.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>

namespace halte {
namespace {

struct Row {
    int key = 0;
    KeyMeaning meaning = KeyMeaning::next;
    bool shifted = false;
};

// F17 to F24 are the keys of tactile keypads (Storm AudioNav, EZ Access), which say that they are keyboards.
constexpr std::array meanings{
    Row{GLFW_KEY_TAB, KeyMeaning::next},
    Row{GLFW_KEY_TAB, KeyMeaning::previous, true},
    Row{GLFW_KEY_DOWN, KeyMeaning::next},
    Row{GLFW_KEY_UP, KeyMeaning::previous},
    Row{GLFW_KEY_RIGHT, KeyMeaning::next_group},
    Row{GLFW_KEY_LEFT, KeyMeaning::previous_group},
    Row{GLFW_KEY_PAGE_DOWN, KeyMeaning::next_group},
    Row{GLFW_KEY_PAGE_UP, KeyMeaning::previous_group},
    Row{GLFW_KEY_ENTER, KeyMeaning::activate},
    Row{GLFW_KEY_KP_ENTER, KeyMeaning::activate},
    Row{GLFW_KEY_SPACE, KeyMeaning::activate},
    Row{GLFW_KEY_BACKSPACE, KeyMeaning::back},
    Row{GLFW_KEY_ESCAPE, KeyMeaning::back},
    Row{GLFW_KEY_END, KeyMeaning::leave},
    Row{GLFW_KEY_F1, KeyMeaning::help},
    Row{GLFW_KEY_F2, KeyMeaning::again},
    Row{GLFW_KEY_KP_ADD, KeyMeaning::louder},
    Row{GLFW_KEY_KP_SUBTRACT, KeyMeaning::quieter},
    Row{GLFW_KEY_F17, KeyMeaning::help},
    Row{GLFW_KEY_F18, KeyMeaning::previous},
    Row{GLFW_KEY_F19, KeyMeaning::next},
    Row{GLFW_KEY_F20, KeyMeaning::activate},
    Row{GLFW_KEY_F21, KeyMeaning::back},
    Row{GLFW_KEY_F22, KeyMeaning::next_group},
    Row{GLFW_KEY_F23, KeyMeaning::quieter},
    Row{GLFW_KEY_F24, KeyMeaning::louder},
};

}  // namespace

std::optional<KeyMeaning> meaning_of_key(int key, bool shifted) {
    auto const* const row =
        std::ranges::find_if(meanings, [&](Row const& one) { return one.key == key && one.shifted == shifted; });
    return row == meanings.end() ? std::nullopt : std::optional(row->meaning);
}

}  // namespace halte
