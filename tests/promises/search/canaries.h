#pragma once
/// The file that names a test's secrets, and what it makes of them. A line names one, with tabs between its fields:
///
///   text    NAME LANGUAGE TEXT         letters, glyphs and coverage
///   whole   NAME TEXT                  letters only, and never in pieces: an id or a number
///   code    NAME TEXT [X WIDTH]        the QR code of that text, and where its picture begins and how wide it is
///   screen  NAME FILE X Y W H          pieces of a row of that part of a screenshot

#include "needle.h"

namespace halte::test {

/// Throws std::runtime_error with a sentence when a line is none of these.
std::vector<Needle> needles_of_canaries(std::istream& file);

}  // namespace halte::test
