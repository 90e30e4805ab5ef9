#pragma once
/// Reading the guides of kiosk/, for the tests that compare them with the programs (guides.cpp).

#include <set>
#include <string>
#include <vector>

namespace halte::guide {

using Lines = std::vector<std::string>;
using Names = std::set<std::string>;

/// Every match of a regular expression, or what its group holds.
Names all_of(std::string const& text, std::string const& pattern, int group = 0);
/// Whether one of the lines has a match.
bool has_line(std::string const& text, std::string const& pattern);

Lines headings_of(std::string const& guide);
/// Commands, files and settings in the order in which they stand, whatever the words around them.
Lines code_of(std::string const& guide);
/// From the heading that begins with that number up to the one that begins with the other; empty when there is none.
std::string section_of(std::string const& guide, std::string const& from, std::string const& to);

/// What stands in brackets in the row of the table of keys that begins with that word.
Names numbers_of_key(std::string const& guide, std::string const& word);

/// A row of the table of heights: for a screen of that size the lower edge's lowest and highest place, and one that is
/// taken. The highest is 0 where the picture itself is too high. In mm.
struct Height {
    std::string inches;
    int rotation = 0;
    long lowest = 0;
    long highest = 0;
    long taken = 0;
    bool operator==(Height const&) const = default;
};
std::vector<Height> heights_of(std::string const& guide);

}  // namespace halte::guide
