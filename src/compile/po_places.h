#pragma once
/// Where the entries of a PO file stand. libgettextpo reads the format, but tells lines only of what it refuses, and of
/// two entries with one name only the second's. This looks for keywords outside of quotes and judges nothing.

#include <string>
#include <string_view>
#include <vector>

namespace halte {

struct PoPlace {
    std::string name;  ///< context and msgid as they are written, quoted characters included; the header has none
    std::string translation;  ///< the first msgstr, as it is written
    int line = 0;             ///< of its msgid
    int translation_line = 0;
};

/// Every entry, obsolete ones too, in the order of the file.
std::vector<PoPlace> places_in(std::string_view text);

}  // namespace halte
