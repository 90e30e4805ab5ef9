#include <halte/keys.h>

#include <algorithm>

namespace halte {
namespace {

// Of the X server, as evdev numbers them.
namespace code {
constexpr int escape = 9;
constexpr int backspace = 22;
constexpr int tab = 23;
constexpr int enter = 36;
constexpr int space = 65;
constexpr int f1 = 67;
constexpr int f2 = 68;
constexpr int up = 111;
constexpr int page_up = 112;
constexpr int left = 113;
constexpr int right = 114;
constexpr int down = 116;
constexpr int page_down = 117;
constexpr int erase = 119;  ///< "Delete", "Suppr"
constexpr int volume_down = 122;
constexpr int volume_up = 123;
constexpr int f17 = 195;  ///< to F24 one by one
}  // namespace code
/// The block of digits, by what stands on its keys.
namespace block {
constexpr int times = 63;
constexpr int eight = 80;
constexpr int minus = 82;
constexpr int four = 83;
constexpr int five = 84;
constexpr int six = 85;
constexpr int plus = 86;
constexpr int two = 88;
constexpr int zero = 90;
constexpr int enter = 104;
}  // namespace block

}  // namespace

KeyTable KeyTable::usual() {
    using enum KeyMeaning;
    KeyTable table;
    table.assign(next, {code::tab, code::down, block::two, code::f17 + 2});
    table.assign(previous, {code::up, block::eight, code::f17 + 1});
    table.assign(next_group, {code::right, code::page_down, block::six, code::f17 + 5});
    table.assign(previous_group, {code::left, code::page_up, block::four});
    table.assign(activate, {code::enter, code::space, block::enter, block::five, code::f17 + 3});
    table.assign(back, {code::escape, code::backspace, block::zero, code::f17 + 4});
    table.assign(leave, {code::erase});
    table.assign(help, {code::f1, block::times, code::f17});
    table.assign(again, {code::f2});
    table.assign(louder, {code::volume_up, block::plus, code::f17 + 7});
    table.assign(quieter, {code::volume_down, block::minus, code::f17 + 6});
    return table;
}

KeyTable KeyTable::with(Switches switches) const {
    KeyTable table = *this;
    // Unless it is the only key that acts.
    bool const spare = find(code::space, false) == KeyMeaning::activate && codes_of(KeyMeaning::activate).size() > 1;
    if (switches == Switches::two && spare) table.m_meanings[code::space] = KeyMeaning::next;
    if (switches == Switches::one)
        for (auto& [code, meaning] : table.m_meanings) meaning = KeyMeaning::activate;
    return table;
}

void KeyTable::assign(KeyMeaning meaning, std::vector<int> const& codes) {
    std::erase_if(m_meanings, [&](auto const& one) { return one.second == meaning; });
    for (int const code : codes) m_meanings[code] = meaning;
}

std::vector<int> KeyTable::codes_of(KeyMeaning meaning) const {
    std::vector<int> codes;
    for (auto const& [code, means] : m_meanings)
        if (means == meaning) codes.push_back(code);
    return codes;
}

std::optional<KeyMeaning> KeyTable::find(int code, bool shifted) const {
    auto const found = m_meanings.find(code);
    if (found == m_meanings.end()) return std::nullopt;
    if (!shifted) return found->second;
    return found->second == KeyMeaning::next ? std::optional(KeyMeaning::previous) : std::nullopt;
}

}  // namespace halte
