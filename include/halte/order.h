#pragma once
/// The order of a list, the one rule of every screen that says who helps: what is made for the situation; who answers
/// now, in a language the visitor reads; what is near; the rest. What nobody can call, write to or go to, or is not
/// sure to be open, stands apart. A pure function of a few facts of each service, which are read for all of them at
/// once: a list of thousands is put in order without a look at what their cards say.
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

/// A service within its directory, and within no other one.
enum class ServiceRow : int {};

/// Known, not known, known that not.
enum class Understood { yes, perhaps, no };

/// What the order of a list asks of a service.
struct Listed {
    ServiceRow row{};
    std::optional<double> distance_km;  ///< as in ServiceSummary, as all that has its name
    Independence independence = Independence::independent;
    Understood understood = Understood::perhaps;  ///< whether it answers in the visitor's language
    bool has_phone = false;
    bool has_street = false;
    bool is_network = false;  ///< it has sites of its own
    bool whole_country = false;
    bool any_hour = false;
    bool answers_now = false;  ///< its number does
    bool leading = false;
    bool made_for = false;   ///< it exists for the situation that is asked about
    bool confirmed = false;  ///< as in is_confirmed()
    bool on_court_order = false;
};

/// Every service that was given stands in exactly one part; `meanwhile` is one of them.
struct Ordered {
    std::vector<ServiceRow> first;  ///< what the place puts first, then what is made for the situation, open or not
    std::vector<ServiceRow> now;    ///< answers now; independent services before authorities
    std::vector<ServiceRow> near;   ///< within 30 km
    std::vector<ServiceRow> rest;   ///< at its end those to whom only a court sends people
    std::vector<ServiceRow> unconfirmed;  ///< no contact of it is confirmed, or not that it is open
    std::optional<ServiceRow> meanwhile;  ///< whom to call while another one is closed
};

/// `services` as the directory gives them for the situation, `for_anything` its lines that answer to anything: of them
/// those that answer now in the visitor's language join `services` where nobody else there does.
Ordered in_order(std::vector<Listed> services, std::vector<Listed> const& for_anything);

/// Whether there is something to call, to write to, to go to or to read, and somebody who receives people there.
bool is_confirmed(ServiceSummary const& service);

}  // namespace halte
