#include <algorithm>

#include "inside.h"

namespace halte {
namespace {

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

std::vector<ServiceSummary> Directory::services(std::string_view situation, Viewpoint const& from) const {
    return m_inside->summaries(m_inside->who_helps(situation, from), from);
}

std::vector<ServiceSummary> Directory::author_services(Viewpoint const& from) const {
    auto services = m_inside->summaries(m_inside->for_authors(), from);
    for (ServiceSummary& each : services) each.made_for = {std::string(authors_door)};
    return services;
}

std::vector<ServiceSummary> Directory::lines_for_anything(Viewpoint const& from) const {
    return m_inside->summaries(m_inside->for_anything(), from);
}

std::vector<ServiceSummary> Directory::without_phone(Viewpoint const& from) const {
    return m_inside->without_phone.ask(question("", from), [&] {
        auto found = m_inside->entries_of(
            m_inside->ids("SELECT s.id FROM service s WHERE NOT for_authors AND receives_people AND status = 'active'"
                          " AND NOT on_court_order AND id NOT IN (SELECT item FROM profile_item WHERE profile_id = ?"
                          " AND list = 'left_out_services')"
                          " AND (chat OR EXISTS (SELECT 1 FROM phone WHERE service_id = s.id AND type = 'text')"
                          " OR EXISTS (SELECT 1 FROM attribute WHERE link_id = s.id AND made_for))"
                          " ORDER BY independence, position",
                          std::string_view(from.profile)));
        m_inside->fold_networks(found, from);
        return m_inside->summaries(found, from);
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

/// Whoever speaks the visitor's language comes before the others.
std::vector<ListEntry> Directory::Inside::for_general_lines(Viewpoint const& from) {
    auto const place = find_profile(from.profile).value_or(Profile{});
    auto lines = entries_of(line_ids(from, place));
    auto const understood = understood_in(from.language);
    std::ranges::stable_partition(
        lines, [&](ListEntry const& line) { return understood[std::size_t(line.index)] == Understood::yes; });
    auto const leading = marked(place.leading_lines);
    for (ListEntry& line : lines) line.leading = leading[std::size_t(line.index)];
    return lines;
}

std::vector<ServiceSummary> Directory::general_lines(Viewpoint const& from) const {
    return m_inside->general_lines.ask(question("", from),
                                       [&] { return m_inside->summaries(m_inside->for_general_lines(from), from); });
}

}  // namespace halte
