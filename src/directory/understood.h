#pragma once
/// How sure it is that a visitor and a service understand each other.

#include <halte/order.h>

#include <algorithm>

namespace halte {

/// Known, not known, known that not.
enum class Understood { yes, perhaps, no };

inline bool speaks(ServiceSummary const& service, std::string const& language) {
    return std::ranges::find(service.languages, language) != service.languages.end();
}

inline Understood understood(ServiceSummary const& service, Asking const& asking) {
    if (service.languages.empty()) return Understood::perhaps;
    return speaks(service, asking.language) ? Understood::yes : Understood::no;
}

inline bool is_understood(ServiceSummary const& service, Asking const& asking) {
    return understood(service, asking) != Understood::no;
}

}  // namespace halte
