#pragma once
/// What no single file can know of itself: whether the sources agree with each other.

#include <set>

#include "messages.h"
#include "sources.h"

namespace halte {

/// The most digits in a row, with the signs and spaces that telephone numbers are grouped by. Nine or more are a
/// number.
std::size_t longest_number(std::string const& words);

/// All the checks below, on sources that were read.
void check_sources(Sources const& sources, Today const& today, ProblemLog& problems);

/// Whether each record, and each guidance that a specialist has read, was read on a day that can be.
void check_dates(Sources const& sources, Today const& today, ProblemLog& problems);
/// Why no record was read on that day: "is still to come: today is 2026-11-24"; empty when one can be.
std::string why_impossible(Date const& date, Today const& today);
void check_records(Sources const& sources, ProblemLog& problems);
/// Whether each French text and each name that a visitor may see is as short as a screen needs it.
void check_lengths(Sources const& sources, ProblemLog& problems);
/// Whether each record helps in situations that are known, and is made for some of those.
void check_situations(Sources const& sources, ProblemLog& problems);
/// Whether each number is the one that is meant, of one service, and written as what it is.
void check_numbers(Sources const& sources, ProblemLog& problems);
/// Whether every record that was asked for is there, and every record on some screen.
void check_presence(Sources const& sources, ProblemLog& problems);
/// The ids that something may refer to: of the records, of those whose file could not be read, and of those asked for,
/// which are missed once and not by everything that names them.
std::set<std::string> known_records(Sources const& sources, ProblemLog const& problems);
void check_tables(Sources const& sources, ProblemLog& problems);
/// Whether each place is there once, in Belgium, in a province that is known.
void check_places(Sources const& sources, ProblemLog& problems);
/// Whether coordinates can be those of a place in Belgium.
bool is_in_belgium(Coordinates const& at);
void check_translations(Sources const& sources, Today const& today, ProblemLog& problems);
/// Whether every French sentence of the core is as short as whoever must translate it rightly needs it.
void check_core(Sources const& sources, ProblemLog& problems);
/// Whether a translation of the core says what the French says: its numbers and names, about as many words, and none of
/// it left in French.
void check_meaning(Sources const& sources, ProblemLog& problems);
/// Whether the translations of the core say the terms of the glossary as it asks, and how complete the glossary is.
void check_glossary(Sources const& sources, ProblemLog& problems);
/// Whether a French sentence or a translation says what is better said otherwise.
void check_words(Sources const& sources, ProblemLog& problems);
/// Whether what a profile says otherwise is said by a record that it shows.
void check_wording(Sources const& sources, ProblemLog& problems);
/// Whether a profile that speaks to a child would show a sentence, or the translation of one, that speaks to an adult.
void check_address(Sources const& sources, ProblemLog& problems);

}  // namespace halte
