#include <algorithm>
#include <limits>

#include "inside.h"

namespace halte {
namespace {

/// Every sentence, in the order of the table, and then what the page needs beside them.
std::string statement_of_page() {
    std::string columns;
    for (ServiceTextField const& field : service_text_fields) columns += std::string(field.name) + ", ";
    return "SELECT " + columns + "assured_date, source_kind FROM service WHERE id = ?";
}

void read_page(Connection const& connection, Service& service) {
    static std::string const statement = statement_of_page();
    FoundRows rows = connection.ask(statement.c_str(), std::string_view(service.brief.id));
    must(rows.next());
    int column = 0;
    for (ServiceTextField const& field : service_text_fields) service.text[field.text].words = rows.text(column++);
    service.assured_date = parse_date(rows.text(column++)).value_or(Date{});
    service.source = SourceKind(rows.whole(column));
}

void sort_by_distance(std::vector<ServiceSummary>& sites) {
    std::ranges::stable_sort(sites, {}, [](ServiceSummary const& site) {
        return site.distance_km.value_or(std::numeric_limits<double>::infinity());
    });
}

}  // namespace

std::optional<Service> Directory::Inside::find_service(std::string_view id, Viewpoint const& from) const {
    auto brief = summary(id, from);
    if (!brief) return std::nullopt;
    Service service{.brief = std::move(*brief)};
    read_page(connection, service);
    for (ServiceTextField const& field : service_text_fields)
        put_into_words(service.text[field.text], field_of(field.text), id, from);
    service.phones = phones(id, from);
    service.emails = ids("SELECT address FROM email WHERE service_id = ? ORDER BY id", id);
    service.locations = locations(id, from);
    service.hours = hours(id);
    auto const sites =
        ids("SELECT s.id FROM organization o JOIN service s ON s.organization_id = o.id WHERE"
            " o.parent_organization_id = ? ORDER BY s.position",
            id);
    service.sites = summaries(sites, from);
    sort_by_distance(service.sites);
    auto const network =
        ids("SELECT coalesce(t.words, s.name) FROM service s LEFT JOIN translation t ON t.entity = 'service' AND t.id "
            "= s.id"
            " AND t.language = ?2 AND t.field = 'name' WHERE s.id = ?1",
            std::string_view(service.brief.parent), std::string_view(from.language));
    if (!network.empty()) service.network = network.front();
    return service;
}

std::optional<Service> Directory::service(std::string_view id, Viewpoint const& from) const {
    return m_inside->page.ask(question(id, from), [&] { return m_inside->find_service(id, from); });
}

}  // namespace halte
