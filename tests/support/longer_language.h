#pragma once
/// A language that nobody speaks, 60 % longer than French: what it fits into has room for the next language too.

#include <halte/directory.h>

#include <string>

namespace halte::test {

inline constexpr char const* longer_language = "qps";  ///< a code that no language will ever have

/// French with its vowels doubled, and with more words where that is not enough. Numbers, names in capitals, and what
/// stands in braces stay.
std::string lengthened(std::string const& french);

/// The project's data in French and in that language, read by its speakers to the last sentence. Built once.
Directory const& longer_directory();

}  // namespace halte::test
