#include "avoided_words.h"

#include <halte/letter_case.h>

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

}  // namespace

std::string folded(std::string_view words) {
    std::string text;
    for (std::size_t at = 0; at < words.size();) {
        Pair const* found = nullptr;
        for (Pair const& each : alike)
            if (words.substr(at).starts_with(each.first)) found = &each;
        if (found != nullptr) {
            text += found->second;
            at += found->first.size();
        } else if (std::string const small = small_letter(words.substr(at)); !small.empty()) {
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
