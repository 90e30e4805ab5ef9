#include "list_facts.h"

#include <algorithm>
#include <map>

#include "inside.h"

namespace halte {

/// What is needed only while the tables are read, in their order: each one adds to what those before it said.
struct ListFacts::Reading {
    /// The hours of a service by what they are of.
    struct Hours {
        std::vector<Schedule> number, calls, visits;
        bool number_at_any_hour = false;
    };

    ListFacts& into;
    Connection const& connection;
    std::vector<int> phone_ids;  ///< of each service's first telephone; 0: none
    std::vector<Hours> hours;

    void services();
    void networks();
    void phones();
    void schedules();
    void settle_hours();
    void writing();
    void places();
    void sites();

    ListFact* fact(std::string_view id) {
        auto const found = into.find(id);
        return found ? &into.m_facts[std::size_t(*found)] : nullptr;
    }
};

ListFacts::ListFacts(Connection const& connection) {
    Reading reading{*this, connection, {}, {}};
    reading.services();
    reading.networks();
    reading.phones();
    reading.schedules();
    reading.settle_hours();
    reading.writing();
    reading.places();
    reading.sites();
}

std::optional<int> ListFacts::find(std::string_view id) const {
    auto const found = m_indexes.find(id);
    return found == m_indexes.end() ? std::nullopt : std::optional(found->second);
}

std::span<ListPlace const> ListFacts::places_of(ListFact const& fact) const {
    return std::span(m_places).subspan(std::size_t(fact.first_place), std::size_t(fact.places));
}

void ListFacts::Reading::services() {
    FoundRows rows = connection.ask(
        "SELECT id, rowid, position, independence, for_authors, receives_people, status = 'active', on_court_order,"
        " any_hour, url <> '', chat FROM service");
    while (rows.next()) {
        into.m_indexes.emplace(rows.text(0), int(into.m_facts.size()));
        into.m_facts.push_back({.row = ServiceRow(rows.whole(1)),
                                .position = rows.whole(2),
                                .independence = Independence(rows.whole(3)),
                                .for_authors = rows.truth(4),
                                .receives_people = rows.truth(5),
                                .open = rows.truth(6),
                                .on_court_order = rows.truth(7),
                                .any_hour = rows.truth(8),
                                .has_website = rows.truth(9),
                                .has_writing = rows.truth(10)});
    }
    phone_ids.resize(into.m_facts.size());
    hours.resize(into.m_facts.size());
}

void ListFacts::Reading::networks() {
    FoundRows rows =
        connection.ask("SELECT id, parent_organization_id FROM organization WHERE parent_organization_id IS NOT NULL");
    while (rows.next())
        if (ListFact* const site = fact(rows.words(0))) site->parent = into.find(rows.words(1)).value_or(-1);
}

/// The first number to call of each, and whether it has one for messages.
void ListFacts::Reading::phones() {
    std::unordered_map<std::string, int> numbers;
    FoundRows rows = connection.ask("SELECT service_id, id, number, type = 'text', any_hour FROM phone ORDER BY id");
    while (rows.next()) {
        ListFact* const service = fact(rows.words(0));
        if (service == nullptr) continue;
        if (rows.truth(3)) {
            service->has_writing = true;
            continue;
        }
        if (service->has_phone()) continue;
        auto const index = std::size_t(service - into.m_facts.data());
        std::string const number = rows.text(2);
        service->number = numbers.emplace(number, int(numbers.size())).first->second;
        service->whole_country = is_of_whole_country(number);
        phone_ids[index] = rows.whole(1);
        hours[index].number_at_any_hour = rows.truth(4);
    }
}

void ListFacts::Reading::schedules() {
    FoundRows rows = connection.ask(
        "SELECT service_id, coalesce(phone_id, 0), attending_type = 'phone', attending_type = 'visit', byday, opens_at,"
        " closes_at FROM schedule ORDER BY id");
    while (rows.next()) {
        auto const index = into.find(rows.words(0));
        if (!index) continue;
        Hours& of_service = hours[std::size_t(*index)];
        int const phone = rows.whole(1);
        if (phone != 0 && phone == phone_ids[std::size_t(*index)])
            of_service.number.push_back(schedule_of(rows, 4));
        else if (phone == 0 && rows.truth(2))
            of_service.calls.push_back(schedule_of(rows, 4));
        else if (phone == 0 && rows.truth(3))
            of_service.visits.push_back(schedule_of(rows, 4));
    }
}

/// Every hours once: whether they run now is asked of each list, and thousands of services have a few dozen.
void ListFacts::Reading::settle_hours() {
    std::map<std::vector<std::array<int, 3>>, int> known;
    for (std::size_t at = 0; at < into.m_facts.size(); ++at) {
        ListFact& service = into.m_facts[at];
        Hours const& all = hours[at];
        bool const own_hours = service.has_phone() && (all.number_at_any_hour || !all.number.empty());
        if (own_hours) service.any_hour = all.number_at_any_hour;
        std::vector<Schedule> const& of_kind = service.has_phone() ? all.calls : all.visits;
        std::vector<Schedule> const& shown = all.number.empty() ? of_kind : all.number;
        std::vector<std::array<int, 3>> key;
        for (Schedule const& each : shown) {
            int days = 0;
            for (bool const day : each.byday) days = 2 * days + int(day);
            key.push_back({days, each.opens_at, each.closes_at});
        }
        auto const [found, fresh] = known.emplace(std::move(key), int(into.m_hours.size()));
        if (fresh) into.m_hours.push_back(shown);
        service.hours = found->second;
        service.any_hour = service.any_hour || is_day_and_night(shown);
    }
}

void ListFacts::Reading::writing() {
    FoundRows rows = connection.ask("SELECT service_id FROM email");
    while (rows.next())
        if (ListFact* const service = fact(rows.words(0))) service->has_writing = true;
}

void ListFacts::Reading::places() {
    FoundRows rows = connection.ask(
        "SELECT s.service_id, l.latitude, l.longitude, a.address_1 <> '' FROM service_at_location s"
        " JOIN location l ON l.id = s.location_id JOIN address a ON a.location_id = l.id"
        " ORDER BY s.service_id, s.location_id");
    while (rows.next()) {
        ListFact* const service = fact(rows.words(0));
        if (service == nullptr) continue;
        if (service->places++ == 0) service->first_place = int(into.m_places.size());
        ListPlace place{.coordinates = std::nullopt, .has_street = rows.truth(3)};
        auto const latitude = rows.number(1);
        auto const longitude = rows.number(2);
        if (latitude && longitude) place.coordinates = Coordinates{*latitude, *longitude};
        into.m_places.push_back(place);
    }
}

void ListFacts::Reading::sites() {
    for (ListFact const& site : into.m_facts)
        if (site.parent >= 0 && site.open && site.receives_people && site.places > 0)
            ++into.m_facts[std::size_t(site.parent)].sites;
}

}  // namespace halte
