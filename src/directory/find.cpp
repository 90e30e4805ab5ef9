#include <algorithm>

#include "inside.h"

namespace halte {
namespace {

/// Letters that FTS5 takes as parts of words: those of ASCII, digits, and every byte of a longer UTF-8 sequence, which
/// its tokenizer looks at more closely.
bool is_of_a_word(char byte) {
    bool const letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    return letter || (byte >= '0' && byte <= '9') || (byte & 0x80) != 0;
}

/// FTS5's expression for all of these words as beginnings: "viol"* "nam"*. In quotes nothing that somebody typed is an
/// operator. Empty for no words.
std::string expression(std::string_view typed) {
    std::string all;
    auto const* at = typed.begin();
    while ((at = std::find_if(at, typed.end(), is_of_a_word)) != typed.end()) {
        auto const* const end = std::find_if_not(at, typed.end(), is_of_a_word);
        all += (all.empty() ? "\"" : " \"") + std::string(at, end) + "\"*";
        at = end;
    }
    return all;
}

}  // namespace

// A word in a name counts ten times as much as one in a sentence.
std::vector<ServiceSummary> Directory::find(std::string_view words, Viewpoint const& from) const {
    std::string const wanted = expression(words);
    if (wanted.empty()) return {};
    auto const found = m_inside->ids(
        "SELECT s.id FROM search JOIN searchable a ON a.id = search.rowid JOIN service s ON s.id = a.service_id WHERE"
        " search MATCH ?1 AND a.language IN (?2, ?4) AND NOT s.for_authors AND s.id NOT IN (SELECT item FROM"
        " profile_item WHERE profile_id = ?3 AND list = 'left_out_services') ORDER BY bm25(search, 10, 1), s.position",
        std::string_view(wanted), std::string_view(from.language), std::string_view(from.profile),
        std::string_view(source_language));
    std::vector<std::string> once;
    for (std::string const& id : found)
        if (std::ranges::find(once, id) == once.end()) once.push_back(id);
    return m_inside->summaries(once, from);
}

}  // namespace halte
