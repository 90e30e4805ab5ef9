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
/// known, none, unless the network has no number of its own; nor one that would say the network's number again.
std::string site_to_keep(std::vector<ServiceSummary> const& services, ServiceSummary const& network) {
    ServiceSummary const* kept = nullptr;
    auto const rank = [](ServiceSummary const& site) { return std::tuple(!site.open, distance_or_far(site)); };
    for (ServiceSummary const& site : services) {
        if (site.parent == network.id && (kept == nullptr || rank(site) < rank(*kept))) kept = &site;
    }
    if (kept == nullptr || (!kept->distance_km && network.phone)) return {};
    bool const same_number = kept->phone && network.phone && kept->phone->number == network.phone->number;
    return same_number ? std::string() : kept->id;
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

bool holds(std::vector<std::string> const& ids, std::string const& id) {
    return std::ranges::find(ids, id) != ids.end();
}

void add_missing(std::vector<std::string>& ids, std::vector<std::string> const& more) {
    for (std::string const& id : more) {
        if (!holds(ids, id)) ids.push_back(id);
    }
}

}  // namespace

std::vector<ServiceSummary> Directory::Inside::find_services(std::string_view situation, Viewpoint const& from) const {
    auto const place = find_profile(from.profile).value_or(Profile{});
    auto const lines = line_ids(from, place);
    std::vector<std::string> found;
    for (std::string const& id : place.leading_services)
        if (holds(lines, id)) found.push_back(id);
    std::size_t const leading = found.size();
    add_missing(found,
                ids("SELECT s.id FROM attribute a JOIN service s ON s.id = a.link_id WHERE a.taxonomy_term_id = ?"
                    " AND NOT s.for_authors AND s.id NOT IN (SELECT item FROM profile_item WHERE profile_id = ?"
                    " AND list = 'left_out_services') ORDER BY s.independence, a.position <> 0, s.position",
                    situation, std::string_view(from.profile)));
    auto all = summaries(found, from);
    for (std::size_t at = 0; at < std::min(leading, all.size()); ++at) all[at].leading = true;
    drop_lines_of_other_languages(all, situation, from.language);
    fold_networks(all);
    return all;
}

/// Not those made for the situation: they know more of it than a line of one's own language does.
void Directory::Inside::drop_lines_of_other_languages(std::vector<ServiceSummary>& found, std::string_view situation,
                                                      std::string_view language) const {
    auto const own = ids("SELECT service_id FROM general_line WHERE language = ?", language);
    if (own.empty()) return;
    auto const others =
        ids("SELECT service_id FROM general_line WHERE language <> '' AND language NOT LIKE '*%'"
            " AND language <> 'anything'");
    std::erase_if(found, [&](ServiceSummary const& service) {
        return !holds(service.made_for, std::string(situation)) && holds(others, service.id) && !holds(own, service.id);
    });
}

std::vector<ServiceSummary> Directory::services(std::string_view situation, Viewpoint const& from) const {
    return m_inside->services.ask(question(situation, from), [&] { return m_inside->find_services(situation, from); });
}

std::vector<ServiceSummary> Directory::author_services(Viewpoint const& from) const {
    return m_inside->for_authors.ask(question("", from), [&] {
        auto services =
            m_inside->summaries(m_inside->ids("SELECT id FROM service WHERE for_authors ORDER BY position"), from);
        for (ServiceSummary& each : services) each.made_for = {std::string(authors_door)};
        return services;
    });
}

std::vector<ServiceSummary> Directory::lines_for_anything(Viewpoint const& from) const {
    return m_inside->for_anything.ask(question("", from), [&] {
        return m_inside->summaries(
            m_inside->ids("SELECT service_id FROM general_line WHERE language = 'anything' ORDER BY position"), from);
    });
}

std::vector<ServiceSummary> Directory::without_phone(Viewpoint const& from) const {
    return m_inside->without_phone.ask(question("", from), [&] {
        auto found = m_inside->summaries(
            m_inside->ids("SELECT s.id FROM service s WHERE NOT for_authors AND receives_people AND status = 'active'"
                          " AND NOT on_court_order AND id NOT IN (SELECT item FROM profile_item WHERE profile_id = ?"
                          " AND list = 'left_out_services')"
                          " AND (chat OR EXISTS (SELECT 1 FROM phone WHERE service_id = s.id AND type = 'text')"
                          " OR EXISTS (SELECT 1 FROM attribute WHERE link_id = s.id AND made_for))"
                          " ORDER BY independence, position",
                          std::string_view(from.profile)),
            from);
        fold_networks(found);
        return found;
    });
}

EmergencyNumbers Directory::emergency_numbers() const {
    auto const number = [this](std::string_view id) {
        auto const phones = m_inside->phones(id, {});
        must(!phones.empty());
        return phones.front().number;
    };
    return m_inside->emergency.ask("", [&] { return EmergencyNumbers{number("emergency-112"), number("police-101")}; });
}

/// Ids of the lines for the visitor's language, of the others where it has none, and of those for everybody.
std::vector<std::string> Directory::Inside::line_ids(Viewpoint const& from, Profile const& place) const {
    auto const lines = [this](std::string const& language) {
        return ids("SELECT service_id FROM general_line WHERE language = ? ORDER BY position",
                   std::string_view(language));
    };
    std::vector<std::string> found = lines(from.language);
    if (found.empty()) {
        found = lines("*" + from.language);
        add_missing(found, lines("*"));
        add_missing(found, place.leading_lines);
    }
    add_missing(found, lines(""));
    auto const left_out = ids("SELECT item FROM profile_item WHERE profile_id = ? AND list = 'left_out_services'",
                              std::string_view(place.id));
    std::erase_if(found, [&](std::string const& id) { return holds(left_out, id); });
    move_to_front(found, place.leading_lines);
    return found;
}

std::vector<ServiceSummary> Directory::general_lines(Viewpoint const& from) const {
    return m_inside->general_lines.ask(question("", from), [&] {
        auto const place = m_inside->find_profile(from.profile).value_or(Profile{});
        auto lines = m_inside->summaries(m_inside->line_ids(from, place), from);
        std::stable_partition(lines.begin(), lines.end(), [&](ServiceSummary const& line) {
            return std::ranges::find(line.languages, from.language) != line.languages.end();
        });
        for (ServiceSummary& line : lines) line.leading = holds(place.leading_lines, line.id);
        return lines;
    });
}

}  // namespace halte
