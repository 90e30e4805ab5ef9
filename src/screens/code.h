#pragma once
/// What somebody takes along as a QR code: a telephone number (`tel:` and the number), or an address as plain text, and
/// nothing else. Never a name, and never a website: the host of nearly every service is its name or its subject, and
/// would stand in the telephone's list of pages for whoever looks into it.

#include <halte/facts.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace halte {

struct CodeModules {
    int side = 0;
    std::vector<std::uint8_t> dark;  ///< side x side, 1 where dark
};
/// "0800 98 100" becomes tel:080098100; a Belgian number abroad is +32, but short numbers have no such form, so it
/// stays as it is dialled here. Error correction M (ISO/IEC 18004).
std::string tel_uri(std::string const& number);

struct Carried {
    std::string text;   ///< what the code holds
    std::string shown;  ///< the same as a person reads it
    bool is_place = false;
};
/// The number where there is one, else the street and town. Nothing where there is neither.
std::optional<Carried> carried_of(Phone const* phone, Location const* place);
CodeModules code_of(std::string const& text);

}  // namespace halte
