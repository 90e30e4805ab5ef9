#pragma once
/// A telephone number as a QR code: `tel:` and the number, nothing else.

#include <cstdint>
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
CodeModules code_of(std::string const& text);

}  // namespace halte
