#pragma once
/// The places of the country, from which a list may be told. It knows no service and no terminal.

#include <halte/base.h>
#include <string>

namespace halte {

/// A place that distances can be told from (data/places.toml); a copy, as all answers of a directory are.
struct Town {
    std::string id;             ///< "liege"
    std::string name;           ///< in the visitor's language, where it has a name in it
    std::string name_language;  ///< of `name`
    std::string local_name;     ///< as it is called there; empty when that is `name`
    std::string province;       ///< "hainaut"; the phrase province.hainaut has its words
    Coordinates coordinates;
};

}  // namespace halte
