#include "groups.h"

#include <algorithm>
#include <tuple>

namespace halte {
namespace {

constexpr double near_km = 30;
constexpr double unknown_km = 1e6;

bool is_near(ServiceSummary const& service) { return service.distance_km && *service.distance_km <= near_km; }
bool can_be_reached(ServiceSummary const& service) { return service.phone || !service.website.empty(); }
bool is_understood(ServiceSummary const& service, std::string const& language) {
    return service.languages.empty() || std::ranges::find(service.languages, language) != service.languages.end();
}

/// Authorities stay behind independent services; among those, what may be closed for good and what nobody can reach
/// come last, and what is made for the situation and then what is closer comes first.
void sort_by_distance(std::vector<ServiceSummary>& services) {
    std::ranges::stable_sort(services, {}, [](ServiceSummary const& service) {
        return std::tuple(service.independence, !service.open, !can_be_reached(service), !service.specialised,
                          service.distance_km.value_or(unknown_km));
    });
}

/// What is made for the situation and near, then who speaks the visitor's language.
void sort_by_use(std::vector<ServiceSummary>& services, std::string const& language) {
    std::ranges::stable_sort(services, {}, [&](ServiceSummary const& service) {
        return std::tuple(service.independence, !(service.specialised && is_near(service)),
                          !is_understood(service, language));
    });
}

std::vector<ServiceSummary>& group_of(Groups& groups, ServiceSummary const& service) {
    if (service.leading) return groups.leading;
    bool const answers = service.any_hour && service.phone && service.open;
    if (answers && service.independence == Independence::independent) return groups.any_hour;
    return is_near(service) ? groups.near : groups.rest;
}

}  // namespace

Groups grouped(std::vector<ServiceSummary> services, std::string const& language) {
    Groups groups;
    for (ServiceSummary& service : services) group_of(groups, service).push_back(std::move(service));
    sort_by_use(groups.any_hour, language);
    sort_by_distance(groups.near);
    sort_by_distance(groups.rest);
    return groups;
}

}  // namespace halte
