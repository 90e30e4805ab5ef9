#include <fmt/format.h>

#include <limits>

#include "inside.h"

namespace halte {
namespace {

/// What a town is made of; its rows come from statements that begin with this.
#define SELECT_TOWN                                                                                               \
    "SELECT t.id, coalesce(own.words, t.name), coalesce(own.language, t.language),"                               \
    " CASE WHEN own.words <> t.name THEN t.name ELSE '' END, t.province, t.latitude, t.longitude FROM town t"     \
    " LEFT JOIN translation own ON own.entity = 'town' AND own.id = t.id AND own.field = 'name' AND own.language" \
    " = ?1 "

std::vector<Town> all(FoundRows rows) {
    std::vector<Town> towns;
    while (rows.next())
        towns.push_back({.id = rows.text(0),
                         .name = rows.text(1),
                         .name_language = rows.text(2),
                         .local_name = rows.text(3),
                         .province = rows.text(4),
                         .coordinates = {rows.number(5).value_or(0), rows.number(6).value_or(0)}});
    return towns;
}

std::string find_nearest(Connection const& connection, Coordinates const& from) {
    std::string nearest;
    double least = std::numeric_limits<double>::infinity();
    FoundRows rows = connection.ask("SELECT id, latitude, longitude FROM town ORDER BY position");
    while (rows.next()) {
        double const distance = distance_km(from, {rows.number(1).value_or(0), rows.number(2).value_or(0)});
        if (distance >= least) continue;
        least = distance;
        nearest = rows.text(0);
    }
    return nearest;
}

}  // namespace

std::vector<Town> Directory::first_towns(Viewpoint const& from) const {
    return all(m_inside->connection.ask(SELECT_TOWN "WHERE t.first ORDER BY t.population DESC, t.position",
                                        std::string_view(from.language)));
}

std::vector<std::string> Directory::provinces() const {
    return m_inside->ids("SELECT province FROM town GROUP BY province ORDER BY min(position)");
}

std::vector<Town> Directory::towns(std::string_view province, Viewpoint const& from) const {
    return m_inside->towns.ask(question(province, from), [&] {
        return all(m_inside->connection.ask(SELECT_TOWN "WHERE t.province = ?2 ORDER BY t.position",
                                            std::string_view(from.language), province));
    });
}

std::optional<Town> Directory::town(std::string_view id, Viewpoint const& from) const {
    auto found = all(m_inside->connection.ask(SELECT_TOWN "WHERE t.id = ?2", std::string_view(from.language), id));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<Town> Directory::nearest_town(Viewpoint const& from) const {
    if (!from.coordinates) return std::nullopt;
    return town(m_inside->nearest_town.ask(question("", from),
                                           [&] { return find_nearest(m_inside->connection, *from.coordinates); }),
                from);
}

}  // namespace halte
