#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include "inside.h"

namespace halte {
namespace {

double distance_or_far(ServiceSummary const& service) {
    return service.distance_km.value_or(std::numeric_limits<double>::infinity());
}

/// Of a network whose own card is in the list, the one site that is kept: the nearest that is open. When no distance is
/// known, none, unless the network has no number of its own.
std::string site_to_keep(std::vector<ServiceSummary> const& services, ServiceSummary const& network) {
    ServiceSummary const* kept = nullptr;
    auto const rank = [](ServiceSummary const& site) { return std::tuple(!site.open, distance_or_far(site)); };
    for (ServiceSummary const& site : services) {
        if (site.parent == network.id && (kept == nullptr || rank(site) < rank(*kept))) kept = &site;
    }
    if (kept == nullptr || (!kept->distance_km && network.phone)) return {};
    return kept->id;
}

void fold_networks(std::vector<ServiceSummary>& services) {
    std::set<std::string> dropped;
    for (ServiceSummary const& network : services) {
        std::string const kept = site_to_keep(services, network);
        for (ServiceSummary const& site : services) {
            if (site.parent == network.id && site.id != kept) dropped.insert(site.id);
        }
    }
    std::erase_if(services, [&](ServiceSummary const& service) { return dropped.contains(service.id); });
}

void move_to_front(std::vector<std::string>& ids, std::vector<std::string> const& leading) {
    auto front = ids.begin();
    for (std::string const& each : leading) {
        auto const found = std::find(front, ids.end(), each);
        if (found != ids.end()) std::rotate(front++, found, found + 1);
    }
}

void add_missing(std::vector<std::string>& ids, std::vector<std::string> const& more) {
    for (std::string const& id : more) {
        if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    }
}

}  // namespace

std::vector<ServiceSummary> Directory::services(std::string_view situation, Viewpoint const& from) const {
    auto const ids = m_inside->ids(
        "SELECT s.id FROM attribute a JOIN service s ON s.id = a.link_id WHERE a.taxonomy_term_id = ? AND"
        " NOT s.for_authors ORDER BY s.independence, a.position <> 0, s.position",
        situation);
    auto services = m_inside->summaries(ids, from, situation);
    fold_networks(services);
    return services;
}

std::vector<ServiceSummary> Directory::author_services(Viewpoint const& from) const {
    return m_inside->summaries(m_inside->ids("SELECT id FROM service WHERE for_authors ORDER BY position"), from);
}

std::vector<ServiceSummary> Directory::general_lines(Viewpoint const& from) const {
    auto const lines = [this](std::string_view language) {
        return m_inside->ids("SELECT service_id FROM general_line WHERE language = ? ORDER BY position", language);
    };
    auto const place = profile(from.profile);
    std::vector<std::string> ids = lines(from.language);
    if (ids.empty()) {
        ids = lines("*");
        if (place) add_missing(ids, place->leading_lines);
    }
    add_missing(ids, lines(""));
    if (place) move_to_front(ids, place->leading_lines);
    auto services = m_inside->summaries(ids, from);
    std::stable_partition(services.begin(), services.end(), [&](ServiceSummary const& service) {
        return std::ranges::find(service.languages, from.language) != service.languages.end();
    });
    return services;
}

}  // namespace halte
