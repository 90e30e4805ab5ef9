#pragma once
/// The text of a PO file as an editor saved it, made ready for libgettextpo: what other tools leave around the entries
/// is taken off, and what would lose entries without a word is found before it is read.

#include <optional>
#include <string>

#include "po_places.h"
#include "problem_log.h"

namespace halte {

struct PoText {
    std::string words;            ///< UTF-8, lines end with U+000A, no byte order mark; its lines are the file's
    std::vector<PoPlace> places;  ///< of its entries
};

/// Nothing, and one problem, when it is no text in UTF-8 or its header says that it is another. `name` is that of the
/// file in problems.
std::optional<PoText> read_po_text(std::string const& file, std::string const& name, ProblemLog& problems);

/// Notes each entry that has the name of one before it, with both lines. False when none is seen: two that begin on one
/// line are one to whoever looks at lines.
bool note_doubled(PoText const& text, std::string const& name, ProblemLog& problems);

}  // namespace halte
