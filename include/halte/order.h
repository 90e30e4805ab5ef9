#pragma once
/// The order of a list, the one rule of every screen that says who helps: what is made for the situation; who answers
/// now, in a language the visitor reads; what is near; the rest. What nobody can call, write to or go to, or is not
/// sure to be open, stands apart. A pure function of what the directory answers and of the clock on the wall.
/// tests/unit/directory/order.cpp shows it: twelve terminals with their first three cards, each with the reason, and
/// that somebody answers at three in the night on every list, in every language.

#include <halte/facts.h>

#include <optional>
#include <string>
#include <vector>

namespace halte {

/// What is asked, by whom, when.
struct Asking {
    std::string situation;  ///< id; empty for lines that answer to anything
    std::string language;   ///< the visitor's
    WallTime wall;
    Date known_past;  ///< as in open_now()
};

/// Every service that was given stands in exactly one part; `meanwhile` is a copy.
struct Ordered {
    std::vector<ServiceSummary> first;  ///< what the place puts first, then what is made for the situation, open or not
    std::vector<ServiceSummary> now;    ///< answers now; independent services before authorities
    std::vector<ServiceSummary> near;   ///< within 30 km
    std::vector<ServiceSummary> rest;   ///< at its end those to whom only a court sends people
    std::vector<ServiceSummary> unconfirmed;  ///< no contact of it is confirmed, or not that it is open
    std::optional<ServiceSummary> meanwhile;  ///< whom to call while another one is closed
};

/// `services` as the directory gives them for the situation, `for_anything` its lines that answer to anything: of them
/// those that answer now in the visitor's language join `services` where nobody else there does.
Ordered in_order(std::vector<ServiceSummary> services, std::vector<ServiceSummary> const& for_anything,
                 Asking const& asking);

/// Whether there is something to call, to write to, to go to or to read, and somebody who receives people there.
bool is_confirmed(ServiceSummary const& service);

}  // namespace halte
