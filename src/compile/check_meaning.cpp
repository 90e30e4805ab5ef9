#include <fmt/format.h>
#include <fmt/ranges.h>
#include <halte/words.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>

#include "check.h"

namespace halte {
namespace {

std::string outside_braces(std::string_view words) {
    std::string text;
    bool inside = false;
    for (char const c : words) {
        if (c == '{') inside = true;
        if (!inside) text += c;
        if (c == '}') inside = false;
    }
    return text;
}

/// How many bytes the digit that `words` begins with has; 0 when it begins with none. Arabic and Persian digits are
/// some too: nobody finds them on the keys that they are asked to press.
std::size_t digit_at(std::string_view words) {
    if (words[0] >= '0' && words[0] <= '9') return 1;
    if (words.size() < 2) return 0;
    auto const second = static_cast<unsigned char>(words[1]);
    bool const arabic = words[0] == '\xD9' && second >= 0xA0 && second <= 0xA9;
    bool const persian = words[0] == '\xDB' && second >= 0xB0 && second <= 0xB9;
    return arabic || persian ? 2 : 0;
}

/// Each run of digits outside braces, as often as it is there. "17 h" may become "17:00".
std::multiset<std::string> numbers_in(std::string_view words) {
    std::string const text = outside_braces(words);
    std::multiset<std::string> found;
    std::string number;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const digit = digit_at(std::string_view(text).substr(at));
        number.append(text, at, digit);
        at += std::max<std::size_t>(digit, 1);
        if ((digit == 0 || at == text.size()) && !number.empty()) found.insert(std::exchange(number, {}));
    }
    return found;
}

bool is_latin(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// Short names that other languages have their own for: hiv, the Dutch name of the care centres.
bool has_other_names(std::string_view word) {
    constexpr std::array<std::string_view, 5> others{"SMS", "VIH", "CPVS", "IVG", "CPAS"};
    return std::ranges::find(others, word) != others.end();
}

/// What stays as it is in every language: the words of Latin letters and digits with two capitals or more, as 112 BE
/// and GeoNames have. Not those that a language calls otherwise, nor letters before a +, as LGBTQIA+.
std::set<std::string> names_in(std::string_view words) {
    std::string const text = outside_braces(words) + " ";
    std::set<std::string> found;
    std::string word;
    for (char const c : text) {
        if (is_latin(c)) {
            word += c;
            continue;
        }
        auto const big = std::ranges::count_if(word, [](char each) { return each >= 'A' && each <= 'Z'; });
        if (big >= 2 && c != '+' && !has_other_names(word)) found.insert(word);
        word.clear();
    }
    return found;
}

bool has_name(std::string const& words, std::string const& name) {
    for (auto at = words.find(name); at != std::string::npos; at = words.find(name, at + 1)) {
        auto const end = at + name.size();
        if ((at == 0 || !is_latin(words[at - 1])) && (end == words.size() || !is_latin(words[end]))) return true;
    }
    return false;
}

/// One or two words may be the same in both languages: "Police", "Chat", "SMS ou e-mail" in Portuguese.
bool must_be_translated(std::string_view french) {
    std::istringstream stream(outside_braces(french));
    int count = 0;
    for (std::string word; stream >> word;)
        if (std::ranges::any_of(word, [](unsigned char c) { return (c >= 'a' && c <= 'z') || c >= 0x80; })) ++count;
    return count > 2;
}
/// One translation against its French sentence.
class Translated {
public:
    Translated(std::string const& french, std::string const& words, Where const& place, ProblemLog& problems)
        : m_french(french), m_words(words), m_place(place), m_problems(problems) {}

    void check_numbers() {
        auto french = numbers_in(m_french);
        auto own = numbers_in(m_words);
        french.erase("00");
        own.erase("00");
        if (french == own) return;
        note(fmt::format("the numbers are {{{}}} and the French ones {{{}}}", fmt::join(own, " "),
                         fmt::join(french, " ")),
             "Keep every number as it is, in the digits 0 to 9");
    }
    void check_names() {
        for (std::string const& name : names_in(m_french))
            if (!has_name(m_words, name))
                note(fmt::format("the name \"{}\" is lost", name), "Keep it as it is, in Latin letters");
    }
    void check_language() {
        if (m_words == m_french && must_be_translated(m_french))
            note(fmt::format("\"{}\" is still French", m_words), "Translate it, or leave it empty");
    }
    void check_length() {
        auto const longest = 2 * characters_in(m_french) + 8;
        auto const own = characters_in(m_words);
        if (own > longest)
            note(fmt::format("the translation has {} characters, and the screen has room for {}", own, longest),
                 "Say it shorter: one idea, as in French");
    }

private:
    void note(std::string what, std::string cure) { m_problems.error(m_place, std::move(what), std::move(cure)); }

    std::string const& m_french;
    std::string const& m_words;
    Where const& m_place;
    ProblemLog& m_problems;
};

void check_entry(Wanted const& wanted, PoEntry const& entry, Where const& place, ProblemLog& problems) {
    std::string const& french = wanted.plural.empty() ? wanted.message.french : wanted.plural;
    for (std::string const& form : entry.forms()) {
        if (form.empty()) continue;
        Translated translated(french, form, place, problems);
        // A language may write an hour as "{hour}:00".
        if (!wanted.message.context.starts_with("date.")) translated.check_numbers();
        translated.check_names();
        if (wanted.message.context.find(".location") == std::string::npos) translated.check_language();
        translated.check_length();
    }
}

}  // namespace

void check_meaning(Sources const& sources, ProblemLog& problems) {
    for (PartFile const& part : part_files) {
        auto const wanted = wanted_of(sources, part.part);
        for (TranslationSource const& translation : sources.translations) {
            PoFile const& po = translation[part.part];
            for (Wanted const& each : wanted)
                if (PoEntry const* const entry = po.find(each.message))
                    check_entry(each, *entry, {po.file, entry->line}, problems);
        }
    }
}

}  // namespace halte
