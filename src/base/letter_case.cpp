#include <halte/letter_case.h>

#include <algorithm>
#include <array>
#include <optional>

namespace halte {
namespace {

/// Capitals from `first` to `last`, every one or every second, and how far from each its small letter is.
struct Capitals {
    int first, last, step, further;
};
constexpr std::array capitals{
    // A to Z
    Capitals{0x41, 0x5A, 1, 0x20},
    // À to Ö, Ø to Þ; between them is the sign ×
    Capitals{0xC0, 0xD6, 1, 0x20}, Capitals{0xD8, 0xDE, 1, 0x20},
    // Ā to Į, Ĳ to Ķ; between them are İ and ı, which are no pair
    Capitals{0x100, 0x12E, 2, 1}, Capitals{0x132, 0x136, 2, 1},
    // Ĺ to Ň, Ŋ to Ŷ with Œ, Ś and Ş, then Ÿ, and Ź to Ž
    Capitals{0x139, 0x147, 2, 1}, Capitals{0x14A, 0x176, 2, 1}, Capitals{0x178, 0x178, 1, -121},
    Capitals{0x179, 0x17D, 2, 1},
    // Ɓ, Ɗ, Ɲ and Ƴ of Pulaar, Ɔ and Ɛ of Lingala
    Capitals{0x181, 0x181, 1, 210}, Capitals{0x18A, 0x18A, 1, 205}, Capitals{0x19D, 0x19D, 1, 213},
    Capitals{0x1B3, 0x1B3, 1, 1}, Capitals{0x186, 0x186, 1, 206}, Capitals{0x190, 0x190, 1, 203},
    // Ș and Ț
    Capitals{0x218, 0x21A, 2, 1},
    // Ѐ to Џ, А to Я, Ґ
    Capitals{0x400, 0x40F, 1, 0x50}, Capitals{0x410, 0x42F, 1, 0x20}, Capitals{0x490, 0x490, 1, 1}};

/// A letter, and the bytes that it takes.
struct Letter {
    int code;
    std::size_t bytes;
};
/// The first letter, where UTF-8 writes it in one or two bytes, as all of the table.
std::optional<Letter> first_letter(std::string_view words) {
    if (words.empty()) return std::nullopt;
    int const first = static_cast<unsigned char>(words[0]);
    if (first < 0x80) return Letter{first, 1};
    if (words.size() < 2 || first < 0xC2 || first > 0xDF) return std::nullopt;
    return Letter{(first & 0x1F) << 6 | (static_cast<unsigned char>(words[1]) & 0x3F), 2};
}

std::string utf8_of(int letter) {
    if (letter < 0x80) return {char(letter)};
    return {char(0xC0 | letter >> 6), char(0x80 | (letter & 0x3F))};
}

/// Whether the letter, moved back by `shift`, is one of these capitals.
bool holds(Capitals const& row, int letter, int shift) {
    int const capital = letter - shift;
    return capital >= row.first && capital <= row.last && (capital - row.first) % row.step == 0;
}

}  // namespace

std::string small_letter(std::string_view words) {
    auto const letter = first_letter(words);
    if (!letter) return {};
    auto const row = std::ranges::find_if(capitals, [&](Capitals const& each) { return holds(each, letter->code, 0); });
    return row == capitals.end() ? "" : utf8_of(letter->code + row->further);
}

std::string with_small_initial(std::string words) {
    std::string const small = small_letter(words);
    auto const letter = first_letter(words);
    return small.empty() ? words : words.replace(0, letter->bytes, small);
}

std::string with_capital_initial(std::string words) {
    auto const letter = first_letter(words);
    if (!letter) return words;
    auto const row =
        std::ranges::find_if(capitals, [&](Capitals const& each) { return holds(each, letter->code, each.further); });
    return row == capitals.end() ? words : words.replace(0, letter->bytes, utf8_of(letter->code - row->further));
}

}  // namespace halte
