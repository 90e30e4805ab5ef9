#pragma once
/// The parts of writing a snapshot, each for some tables of data/schema.sql. They trust that the sources were checked.

#include <vector>

#include "database.h"
#include "messages.h"
#include "sources.h"

namespace halte {

/// Organizations, services and their facts, with their translations. Only what is published is written.
void write_records(Database& database, Sources const& sources);
/// Situations, guidance, languages, general lines and profiles.
void write_tables(Database& database, Sources const& sources);
/// The places that distances can be told from.
void write_places(Database& database, Sources const& sources);
/// The interface's words in every language.
void write_phrases(Database& database, Sources const& sources);
Result<void> write_icons(Database& database, Sources const& sources);

}  // namespace halte
