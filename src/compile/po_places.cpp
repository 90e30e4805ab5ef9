#include "po_places.h"

#include <algorithm>
#include <utility>

namespace halte {
namespace {

constexpr std::string_view blanks = " \t\r";
constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz_";

std::string_view without_blanks(std::string_view words) {
    words.remove_prefix(std::min(words.find_first_not_of(blanks), words.size()));
    return words;
}

/// The line without the sign of an obsolete entry; nothing of a comment, a flag or a former sentence.
std::string_view without_comment(std::string_view line) {
    line = without_blanks(line);
    if (!line.starts_with('#')) return line;
    bool const obsolete = line.starts_with("#~") && !line.starts_with("#~|");
    return obsolete ? without_blanks(line.substr(2)) : std::string_view();
}

/// Takes a text in quotes, or what there is of one, off `line`, and gives what stands between them.
std::string_view take_quoted(std::string_view& line) {
    std::size_t end = 1;
    while (end < line.size() && line[end] != '"') end += line[end] == '\\' ? 2 : 1;
    std::string_view const inside = line.substr(1, end - 1);
    line.remove_prefix(std::min(end + 1, line.size()));
    return inside;
}

class Scan {
public:
    void line(std::string_view words) {
        ++m_line;
        std::string_view rest = without_comment(words);
        while (!rest.empty() && rest.front() != '#') {
            if (rest.front() == '"') {
                std::string_view const inside = take_quoted(rest);
                if (m_field != nullptr) m_field->append(inside);
                continue;
            }
            std::string_view const word = rest.substr(0, rest.find_first_not_of(letters));
            if (!word.empty()) keyword(word);
            rest.remove_prefix(std::max<std::size_t>(word.size(), 1));
        }
    }
    [[nodiscard]] std::vector<PoPlace> places() && { return std::move(m_places); }

private:
    void keyword(std::string_view word) {
        if (word == "msgctxt") {
            m_field = &m_context;
            m_context.assign(1, '\004');
        } else if (word == "msgid") {
            m_places.push_back({.name = "", .translation = "", .line = m_line, .translation_line = 0});
            m_field = &m_places.back().name;
        } else if (word == "msgstr" && !m_places.empty() && m_places.back().translation_line == 0) {
            PoPlace& place = m_places.back();
            place.translation_line = m_line;
            place.name += std::exchange(m_context, {});
            m_field = &place.translation;
        } else {
            m_field = nullptr;
        }
    }

    std::vector<PoPlace> m_places;
    std::string m_context;
    std::string* m_field = nullptr;  ///< what the next text in quotes belongs to
    int m_line = 0;
};

}  // namespace

std::vector<PoPlace> places_in(std::string_view text) {
    Scan scan;
    while (!text.empty()) {
        std::size_t const end = std::min(text.find('\n'), text.size());
        scan.line(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::move(scan).places();
}

}  // namespace halte
