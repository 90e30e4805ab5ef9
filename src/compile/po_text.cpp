#include "po_text.h"

#include <fmt/format.h>
#include <halte/words.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

namespace halte {
namespace {

std::optional<std::string> read_file(std::string const& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream) return std::nullopt;
    return std::move(text).str();
}

/// Windows writes both: a mark before the first byte, and U+000D before every U+000A.
std::string without_other_tools(std::string text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    for (auto at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at)) text.erase(at, 1);
    return text;
}

/// Why a line cannot be read, and the cure; empty when it can.
std::pair<std::string, std::string> fault_of(std::string_view line) {
    if (!is_utf8(line)) return {"not UTF-8", "Save the file as UTF-8"};
    if (line.find('\r') != std::string_view::npos)
        return {"a line ends with CR alone, so that what follows it on the line is lost", "Save the file with LF"};
    if (line.find('\0') != std::string_view::npos) return {"contains U+0000", "Take it out"};
    return {};
}

bool is_readable(std::string const& text, std::string const& name, ProblemLog& problems) {
    if (fault_of(text).first.empty()) return true;
    std::istringstream stream(text);
    Where place{name, 0};
    for (std::string line; std::getline(stream, line);) {
        ++place.line;
        auto const [what, cure] = fault_of(line);
        if (what.empty()) continue;
        problems.error(place, what, cure);
        return false;
    }
    return true;
}

std::string in_small_letters(std::string words) {
    std::ranges::transform(words, words.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return words;
}

/// What the header says after "charset=", up to what ends a name there.
std::string charset_of(std::string const& header) {
    constexpr std::string_view key = "charset=";
    auto const at = in_small_letters(header).find(key);
    if (at == std::string::npos) return {};
    std::string const rest = header.substr(at + key.size());
    return rest.substr(0, rest.find_first_of(" \t\\;"));
}

bool says_utf8(PoText const& text, std::string const& name, ProblemLog& problems) {
    auto const header = std::ranges::find(text.places, std::string(), &PoPlace::name);
    bool const there = header != text.places.end();
    std::string const charset = there ? charset_of(header->translation) : "";
    std::string const small = in_small_letters(charset);
    if (small == "utf-8" || small == "utf8") return true;
    Where const place{name, there ? std::max(1, header->translation_line) : 1};
    if (charset.empty())
        problems.error(place, "the header does not say charset=UTF-8", "Add the Content-Type line to the header");
    else
        problems.error(place, fmt::format("the header says charset={}", charset),
                       "Run msgconv -t UTF-8 on the file, or write UTF-8 there if it is");
    return false;
}

}  // namespace

std::optional<PoText> read_po_text(std::string const& file, std::string const& name, ProblemLog& problems) {
    std::optional<std::string> read = read_file(file);
    if (!read) {
        problems.error({name, 0}, "the file cannot be read", "Make it with halte-directory update");
        return std::nullopt;
    }
    PoText text{without_other_tools(std::move(*read)), {}};
    if (!is_readable(text.words, name, problems)) return std::nullopt;
    text.places = places_in(text.words);
    if (!says_utf8(text, name, problems)) return std::nullopt;
    return text;
}

bool note_doubled(PoText const& text, std::string const& name, ProblemLog& problems) {
    std::map<std::string, int> first;
    bool found = false;
    for (PoPlace const& place : text.places) {
        auto const [known, fresh] = first.emplace(place.name, place.line);
        if (fresh) continue;
        found = true;
        std::string const words = place.name.substr(0, place.name.find('\004'));
        std::string const what = words.empty() ? "the header" : fmt::format("the entry \"{}\"", words);
        problems.error({name, place.line}, fmt::format("{} is there twice, first on line {}", what, known->second),
                       "Keep the better translation and take the other entry out");
    }
    return found;
}

}  // namespace halte
