#include "code.h"

#include <halte/base.h>
#include <qrencode.h>

#include <algorithm>
#include <memory>

#include "service_facts.h"

namespace halte {

std::string tel_uri(std::string const& number) {
    std::string uri = "tel:";
    std::copy_if(number.begin(), number.end(), std::back_inserter(uri),
                 [](char letter) { return (letter >= '0' && letter <= '9') || letter == '+'; });
    return uri;
}

std::optional<Carried> carried_of(Phone const* phone, Location const* place) {
    if (phone != nullptr) return Carried{tel_uri(phone->number), phone->number, false};
    if (place == nullptr || place->street.empty()) return std::nullopt;
    std::string const address = place->street + ", " + town_of(*place);
    return Carried{address, address, true};
}

CodeModules code_of(std::string const& text) {
    std::unique_ptr<QRcode, decltype(&QRcode_free)> const code(
        QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    must(code != nullptr);
    CodeModules modules{.side = code->width, .dark = {}};
    auto const count = std::size_t(code->width) * std::size_t(code->width);
    modules.dark.resize(count);
    std::transform(code->data, code->data + count, modules.dark.begin(),
                   [](unsigned char module) { return module & 1U; });
    return modules;
}

}  // namespace halte
