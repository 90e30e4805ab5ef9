#pragma once
/// A gettext PO file, read and written through libgettextpo, so that translators keep their tools.

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "problem_log.h"

namespace halte {

/// What is to be translated: a phrase has its key as context, a sentence of a record has none.
struct Message {
    std::string context;
    std::string french;
    bool operator==(Message const&) const = default;
    bool operator<(Message const& other) const {
        return std::tie(context, french) < std::tie(other.context, other.french);
    }
};

/// The plural forms of a phrase that counts, and what other tools wrote for themselves, which is kept for them.
struct PoExtras {
    std::string plural;
    std::vector<std::string> plural_translations;
    std::string previous_context, previous_plural;
    std::vector<std::string> formats;  ///< "c-format"
};

struct PoEntry {
    Message message;
    std::string translation;  ///< empty while nobody has translated it
    std::string comments;     ///< the translators' own
    std::string note;         ///< for the translator, from whoever asks for the sentence
    std::string previous;  ///< the French sentence that was translated, when it has changed since; of fuzzy ones only
    PoExtras extras;
    std::vector<std::string> references;
    /// All that a screen can show of it: the translation, or every plural form. Each of them is to be checked.
    [[nodiscard]] std::vector<std::string> forms() const;
    bool fuzzy = false;  ///< no speaker of the language has read it
    bool obsolete = false;
    int line = 0;  ///< of its translation
};

/// An open PO file in memory.
struct PoFile {
    std::string file;
    PoEntry header;
    std::vector<PoEntry> entries;
    /// The entry to show, or nothing: translated, not obsolete, and of the very sentence.
    [[nodiscard]] PoEntry const* find(Message const& message) const;
    /// Builds what find() looks in; after the entries are complete.
    void index();

private:
    std::map<Message, std::size_t> m_places;
};

/// What msgfmt takes is taken, and a byte order mark too. Nothing when the file cannot be read or is no PO file, with
/// the problem that says where; where entries are doubled, with one for each.
std::optional<PoFile> read_po(std::string const& file, ProblemLog& problems);
Result<void> write_po(PoFile const& po);

}  // namespace halte
