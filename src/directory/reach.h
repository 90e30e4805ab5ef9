#pragma once
/// Whether a service can be reached by a visitor: how far it is, and how sure that they understand each other.

#include <halte/order.h>

#include <algorithm>

namespace halte {

constexpr double near_km = 30;
constexpr double worth_the_way_km = 60;

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
