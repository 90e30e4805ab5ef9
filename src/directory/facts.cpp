#include <limits>

#include "inside.h"

namespace halte {

Schedule schedule_of(FoundRows const& rows, int column) {
    Schedule schedule{.opens_at = rows.whole(column + 1), .closes_at = rows.whole(column + 2)};
    std::string const byday = rows.text(column);
    constexpr std::array days{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    for (std::size_t day = 0; day < days.size(); ++day) {
        schedule.byday[day] = byday.find(days[day]) != std::string::npos;
    }
    return schedule;
}

std::vector<Phone> Directory::Inside::phones(std::string_view service, Viewpoint const& from) const {
    std::vector<Phone> phones;
    std::vector<int> ids;
    {
        FoundRows rows = connection.ask(
            "SELECT id, number, type = 'text', free, any_hour, description, ?2, 1, opening, asked_for, asked_in,"
            " called_on FROM phone WHERE service_id = ?1 ORDER BY id",
            service, std::string_view(source_language));
        while (rows.next()) {
            ids.push_back(rows.whole(0));
            phones.push_back({.number = rows.text(1),
                              .description = read_text(rows, 5),
                              .free = rows.maybe(3),
                              .text_only = rows.truth(2),
                              .any_hour = rows.truth(4),
                              .opening = Opening(rows.whole(8)),
                              .asked_for = rows.text(9),
                              .asked_in = rows.text(10),
                              .called_on = parse_date(rows.text(11))});
        }
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        put_into_words(phones[i].description, phone_description, std::to_string(ids[i]), from);
        FoundRows rows = connection.ask(
            "SELECT byday, opens_at, closes_at FROM schedule WHERE service_id = ? AND"
            " phone_id = ? ORDER BY id",
            service, ids[i]);
        while (rows.next()) phones[i].schedules.push_back(schedule_of(rows, 0));
    }
    return phones;
}

/// A city has the name that its record gives it in the visitor's language, else the one that the towns know.
std::vector<Location> Directory::Inside::locations(std::string_view service, Viewpoint const& from) const {
    std::vector<Location> locations;
    FoundRows rows = connection.ask(
        "SELECT l.name, ?3, 1,"
        " coalesce(street.words, a.address_1), a.postal_code, coalesce(city.words, town.words, a.city), l.latitude,"
        " l.longitude, CASE a.address_1 WHEN '' THEN coalesce(city.language, town.language, ?3) ELSE"
        " coalesce(street.language, ?3) END, l.id"
        " FROM service_at_location s JOIN location l ON l.id = s.location_id JOIN address a ON a.location_id = l.id"
        " LEFT JOIN translation street ON street.entity = 'address'"
        " AND street.id = CAST(l.id AS TEXT) AND street.language = ?2 AND street.field = 'address_1'"
        " LEFT JOIN translation city ON city.entity = 'address' AND city.id = CAST(l.id AS TEXT)"
        " AND city.language = ?2 AND city.field = 'city' LEFT JOIN translation town ON town.entity = 'town' AND"
        " town.field = 'name' AND town.language = ?2 AND town.id ="
        " (SELECT id FROM town WHERE name = a.city ORDER BY position LIMIT 1) WHERE s.service_id = ?1 ORDER BY l.id",
        service, std::string_view(from.language), std::string_view(source_language));
    while (rows.next()) {
        Location location{.name = read_text(rows, 0),
                          .street = rows.text(3),
                          .postal_code = rows.text(4),
                          .city = rows.text(5),
                          .language = rows.text(8),
                          .coordinates = std::nullopt};
        auto const latitude = rows.number(6);
        auto const longitude = rows.number(7);
        if (latitude && longitude) location.coordinates = Coordinates{*latitude, *longitude};
        put_into_words(location.name, location_name, rows.text(9), from);
        locations.push_back(std::move(location));
    }
    return locations;
}

std::vector<Service::KindOfHours> Directory::Inside::hours(std::string_view service) const {
    std::vector<Service::KindOfHours> hours;
    FoundRows rows = connection.ask(
        "SELECT attending_type, byday, opens_at, closes_at FROM schedule WHERE service_id = ? AND phone_id IS NULL"
        " ORDER BY instr('phone chat visit', attending_type), id",
        service);
    while (rows.next()) {
        std::string kind = rows.text(0);
        if (hours.empty() || hours.back().kind != kind) hours.push_back({std::move(kind), {}});
        hours.back().schedules.push_back(schedule_of(rows, 1));
    }
    return hours;
}

std::optional<Nearest> nearest(std::vector<Location> const& locations, std::optional<Coordinates> const& from) {
    Nearest found{.distance_km = std::numeric_limits<double>::infinity()};
    for (std::size_t i = 0; i < locations.size(); ++i) {
        if (!from || !locations[i].coordinates) continue;
        double const distance = distance_km(*from, *locations[i].coordinates);
        if (distance < found.distance_km) found = {i, distance};
    }
    if (found.distance_km == std::numeric_limits<double>::infinity()) return std::nullopt;
    return found;
}

}  // namespace halte
