#include <fmt/format.h>
#include <halte/words.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace halte {
namespace {

constexpr char32_t not_utf8 = 0xFFFFFFFF;

struct Range {
    char32_t first, last;
};

/// Blanks of every width, and what Unicode calls default ignorable, marks of direction among them.
constexpr std::array unseen{
    Range{0x00, 0x20},       Range{0x7F, 0xA0},      Range{0xAD, 0xAD},     Range{0x34F, 0x34F},
    Range{0x61C, 0x61C},     Range{0x115F, 0x1160},  Range{0x1680, 0x1680}, Range{0x17B4, 0x17B5},
    Range{0x180B, 0x180F},   Range{0x2000, 0x200F},  Range{0x2028, 0x202F}, Range{0x205F, 0x206F},
    Range{0x2800, 0x2800},   Range{0x3000, 0x3000},  Range{0x3164, 0x3164}, Range{0xFE00, 0xFE0F},
    Range{0xFEFF, 0xFEFF},   Range{0xFFA0, 0xFFA0},  Range{0xFFF0, 0xFFFB}, Range{0x1BCA0, 0x1BCA3},
    Range{0x1D173, 0x1D17A}, Range{0xE0000, 0xE0FFF}};

/// Embeddings, overrides and isolates, and the deprecated ones of U+206A: they reach beyond the words they stand in.
constexpr std::array turning{Range{0x202A, 0x202E}, Range{0x2066, 0x206F}};

/// Those of ASCII but the line break, those of ISO 6429, line and paragraph separators, and annotations.
constexpr std::array control{Range{0x00, 0x09}, Range{0x0B, 0x1F}, Range{0x7F, 0x9F}, Range{0x2028, 0x2029},
                             Range{0xFFF9, 0xFFFB}};

template <std::size_t count>
bool is_in(char32_t character, std::array<Range, count> const& ranges) {
    return std::ranges::any_of(ranges,
                               [&](Range const& range) { return range.first <= character && character <= range.last; });
}

/// How many bytes a character has that begins with this one; 0 when none does.
std::size_t length_after(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

/// Takes the first character off `words`.
char32_t take_character(std::string_view& words) {
    auto const first = static_cast<unsigned char>(words.front());
    std::size_t const length = length_after(first);
    std::string_view const bytes = words.substr(0, std::max<std::size_t>(length, 1));
    words.remove_prefix(bytes.size());
    if (length == 0 || bytes.size() < length) return not_utf8;
    char32_t character = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (char const byte : bytes.substr(1)) {
        auto const value = static_cast<unsigned char>(byte);
        if ((value & 0xC0U) != 0x80U) return not_utf8;
        character = character << 6U | (value & 0x3FU);
    }
    return character;
}

/// What is wrong with one character wherever it stands; empty when nothing is.
std::string fault_of(char32_t character) {
    auto const number = std::uint32_t(character);
    if (character == not_utf8) return "is not UTF-8";
    if (is_in(character, turning)) return fmt::format("contains U+{:04X}, which turns the words around it", number);
    if (is_in(character, control)) return fmt::format("contains a control character, U+{:04X}", number);
    return {};
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        auto const ascii = std::ranges::find_if(bytes, [](char each) { return (each & 0x80) != 0; });
        bytes.remove_prefix(std::size_t(ascii - bytes.begin()));
        if (!bytes.empty() && take_character(bytes) == not_utf8) return false;
    }
    return true;
}

std::string why_unreadable(std::string_view words) {
    bool seen = words.empty();
    while (!words.empty()) {
        char32_t const character = take_character(words);
        if (std::string fault = fault_of(character); !fault.empty()) return fault;
        seen = seen || !is_in(character, unseen);
    }
    return seen ? "" : "is made of blanks or of characters that nobody sees";
}

bool has_unseen_character(std::string_view words) {
    while (!words.empty())
        if (is_in(take_character(words), unseen)) return true;
    return false;
}

std::size_t characters_in(std::string_view words) {
    return std::size_t(std::ranges::count_if(words, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

}  // namespace halte
