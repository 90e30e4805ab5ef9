#include "avoided_words.h"

#include <halte/letter_case.h>

#include <algorithm>
#include <array>
#include <utility>

namespace halte {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;
/// The last is Turkish: as a capital, i keeps its dot.
constexpr std::array<Pair, 5> alike{
    {{"\u00A0", " "}, {"\u202F", " "}, {"\u2019", "'"}, {"\u0640", ""}, {"\u0130", "i"}}};

/// Signs that are not ASCII: those of Latin and Cyrillic, the marks of direction, then the Arabic and Ethiopic ones.
constexpr std::array<std::string_view, 29> signs{"«", "»", "‹", "›", "“", "”",      "„",      "‘", "‚", "…",
                                                 "–", "—", "·", "¿", "¡", "\u200E", "\u200F", "،", "؛", "؟",
                                                 "۔", "፡", "።", "፣", "፤", "፥",      "፦",      "፧", "፨"};

/// Letters and digits; of what is not ASCII, all but the signs.
bool is_letter_before(std::string_view words, std::size_t end) {
    if (end == 0) return false;
    auto const byte = static_cast<unsigned char>(words[end - 1]);
    if (byte < 0x80) return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    for (std::string_view const sign : signs)
        if (words.substr(0, end).ends_with(sign)) return false;
    return true;
}

bool is_letter_after(std::string_view words, std::size_t at) {
    if (at == words.size()) return false;
    std::size_t end = at + 1;
    while (end < words.size() && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80) ++end;
    return is_letter_before(words, end);
}

bool begins_long_letter(char byte) { return static_cast<unsigned char>(byte) >= 0xC0; }
char small_ascii(char letter) { return letter >= 'A' && letter <= 'Z' ? char(letter + ('a' - 'A')) : letter; }

}  // namespace

std::string folded(std::string_view words) {
    std::string text;
    text.reserve(words.size());
    for (std::size_t at = 0; at < words.size();) {
        // Most letters are of one byte, and none of those has a pair; nor has what continues a letter.
        if (!begins_long_letter(words[at])) {
            text += small_ascii(words[at++]);
            continue;
        }
        std::string_view const rest = words.substr(at);
        auto const pair = std::ranges::find_if(alike, [&](Pair const& each) { return rest.starts_with(each.first); });
        std::string const small = pair == alike.end() ? small_letter(rest) : "";
        if (pair != alike.end()) {
            text += pair->second;
            at += pair->first.size();
        } else if (!small.empty()) {
            text += small;
            at += small.size();
        } else {
            text += words[at++];
        }
    }
    return text;
}

bool says(std::string_view words, std::string_view avoided) {
    bool const open_before = avoided.starts_with('*');
    bool const open_after = avoided.ends_with('*');
    if (open_before) avoided.remove_prefix(1);
    if (open_after && !avoided.empty()) avoided.remove_suffix(1);
    if (avoided.empty()) return false;
    for (auto at = words.find(avoided); at != std::string_view::npos; at = words.find(avoided, at + 1)) {
        bool const begins = open_before || !is_letter_before(words, at);
        if (begins && (open_after || !is_letter_after(words, at + avoided.size()))) return true;
    }
    return false;
}

}  // namespace halte
