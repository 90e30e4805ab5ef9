#include <halte/without_phone.h>

#include <algorithm>
#include <tuple>

#include "reach.h"

namespace halte {
namespace {

using Services = std::vector<ServiceSummary>;

constexpr std::size_t most_emails = 4;
constexpr std::size_t most_places = 4;
constexpr std::size_t most_foreign_chats = 3;
constexpr std::size_t most_foreign_messages = 2;

OpenState state_of(ServiceSummary const& service, Asking const& asking) {
    return open_now(service.schedules, service.any_hour, asking.wall, asking.known_past).state;
}
bool is_closed(ServiceSummary const& service, Asking const& asking) {
    return state_of(service, asking) == OpenState::closed;
}

bool is_made_for(ServiceSummary const& service, std::string const& situation) {
    return std::ranges::find(service.made_for, situation) != service.made_for.end();
}

/// Where the first situation stands that it is made for; behind all where it is for anything.
std::ptrdiff_t rank_of(ServiceSummary const& service, std::vector<std::string> const& situations) {
    auto const made_for = [&](std::string const& situation) { return is_made_for(service, situation); };
    return std::ranges::find_if(situations, made_for) - situations.begin();
}

/// With none of its ways: each function below adds the one that it is about.
ServiceSummary without_ways(ServiceSummary service) {
    service.phone.reset();
    service.website.clear();
    service.street.clear();
    service.city.clear();
    service.distance_km.reset();
    service.sites = 0;
    service.writing = {};
    service.schedules.clear();
    service.any_hour = false;
    return service;
}

ServiceSummary by_chat(ServiceSummary const& service) {
    ServiceSummary way = without_ways(service);
    way.website = service.website;
    way.writing.chat = true;
    way.writing.chat_traces = service.writing.chat_traces;
    way.schedules = service.writing.chat_schedules;
    way.any_hour = is_day_and_night(way.schedules);
    return way;
}

ServiceSummary by_message(ServiceSummary const& service) {
    ServiceSummary way = without_ways(service);
    way.writing.messages = service.writing.messages;
    return way;
}

ServiceSummary by_email(ServiceSummary const& service) {
    ServiceSummary way = without_ways(service);
    way.writing.email = service.writing.email;
    return way;
}

ServiceSummary on_the_spot(ServiceSummary service) {
    service.phone.reset();
    service.writing = {};
    service.schedules = service.on_the_spot.schedules;
    service.any_hour = service.on_the_spot.any_hour;
    return service;
}

/// Those that may understand the visitor; where none does, the first few of the others.
Services understood_ones(Services services, Asking const& asking, std::size_t most_foreign) {
    auto const is_foreign = [&](ServiceSummary const& each) { return !is_understood(each, asking); };
    if (!std::ranges::all_of(services, is_foreign))
        std::erase_if(services, is_foreign);
    else
        services.resize(std::min(services.size(), most_foreign));
    return services;
}

/// Open, unknown, closed.
int lateness_of(ServiceSummary const& service, Asking const& asking) {
    OpenState const state = state_of(service, asking);
    return state == OpenState::open ? 0 : state == OpenState::closed ? 2 : 1;
}

template <class Belongs, class Way>
Services ways_of(Services const& services, Belongs const& belongs, Way const& way) {
    Services found;
    for (ServiceSummary const& each : services)
        if (belongs(each)) found.push_back(way(each));
    return found;
}

bool may_answer(ServiceSummary const& chat, std::string const& situation, Asking const& asking) {
    return is_made_for(chat, situation) && is_understood(chat, asking) && !is_closed(chat, asking);
}

void add_chats(WithoutPhone& found, Services const& services, Asking const& asking) {
    auto const has_chat = [](ServiceSummary const& each) { return each.writing.chat; };
    Services chats = ways_of(services, has_chat, by_chat);
    std::ranges::stable_sort(chats, {}, [&](ServiceSummary const& each) { return lateness_of(each, asking); });
    for (ServiceSummary& each : understood_ones(std::move(chats), asking, most_foreign_chats)) {
        bool const open = state_of(each, asking) == OpenState::open;
        (open ? found.chat_now : found.chat_later).push_back(std::move(each));
    }
}

/// Of those that have an address for letters many do something else than to listen: only who has a chat, too, or is
/// made for what comes first is told.
void add_messages(WithoutPhone& found, Services const& services, std::string const& situation, Asking const& asking) {
    auto const has_number = [](ServiceSummary const& each) { return each.writing.messages.has_value(); };
    auto const is_for_it = [&](ServiceSummary const& each) {
        return !each.writing.email.empty() && (each.writing.chat || is_made_for(each, situation));
    };
    found.messages = understood_ones(ways_of(services, has_number, by_message), asking, most_foreign_messages);
    Services emails = understood_ones(ways_of(services, is_for_it, by_email), asking, most_emails);
    emails.resize(std::min(emails.size(), most_emails));
    std::ranges::move(emails, std::back_inserter(found.messages));
}

/// Where no distance is known, only networks: their pages have all their places.
bool is_worth_the_way(ServiceSummary const& service) {
    if (!service.distance_km) return service.sites > 1;
    return !service.street.empty() && (*service.distance_km <= worth_the_way_km || service.on_the_spot.any_hour);
}

void add_places(WithoutPhone& found, Services const& services, std::vector<std::string> const& situations,
                Asking const& asking) {
    Services places = ways_of(services, is_worth_the_way, on_the_spot);
    std::ranges::stable_sort(places, {}, [&](ServiceSummary const& each) {
        double const km = each.distance_km.value_or(worth_the_way_km);
        return std::tuple(each.independence, km > near_km, is_closed(each, asking), km);
    });
    for (std::string const& situation : situations) {
        auto const nearest =
            std::ranges::find_if(places, [&](ServiceSummary const& each) { return is_made_for(each, situation); });
        if (nearest == places.end() || found.places.size() == most_places) continue;
        found.places.push_back(std::move(*nearest));
        places.erase(nearest);
    }
    std::ranges::stable_sort(found.places, {}, [&](ServiceSummary const& each) {
        return std::tuple(!each.any_hour, lateness_of(each, asking));
    });
}

}  // namespace

WithoutPhone without_phone(std::vector<ServiceSummary> const& services, std::vector<std::string> situations,
                           Asking const& asking) {
    auto const first = std::ranges::find(situations, asking.situation);
    if (first != situations.end()) std::rotate(situations.begin(), first, first + 1);
    Services ordered = services;
    std::ranges::stable_sort(ordered, {}, [&](ServiceSummary const& each) {
        return std::tuple(understood(each, asking), rank_of(each, situations));
    });
    WithoutPhone found;
    std::string const first_situation = situations.empty() ? "" : situations.front();
    add_chats(found, ordered, asking);
    found.chat_may_answer = !found.chat_later.empty() && may_answer(found.chat_later.front(), first_situation, asking);
    add_messages(found, ordered, first_situation, asking);
    add_places(found, ordered, situations, asking);
    return found;
}

}  // namespace halte
