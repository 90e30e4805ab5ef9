/// From a question to a list in its order: who is in it, what the order asks of each, and the clock.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <tuple>

#include "inside.h"

namespace halte {
namespace {

constexpr double far = std::numeric_limits<double>::infinity();

/// The nearest of a service's places.
struct ListNearest {
    ListPlace const* place = nullptr;
    std::optional<double> km;
};

/// As a card has it: a line of the whole country, and a network's own, is as far from everybody.
ListNearest nearest_of(ListFact const& fact, ListFacts const& facts, std::optional<Coordinates> const& from) {
    auto const places = facts.places_of(fact);
    bool const line = fact.has_phone() && (fact.whole_country || fact.sites > 0);
    if (places.empty() || line) return {};
    ListNearest nearest{.place = places.data(), .km = std::nullopt};
    for (ListPlace const& place : places) {
        if (!from || !place.coordinates) continue;
        double const km = distance_km(*from, *place.coordinates);
        if (km < nearest.km.value_or(far)) nearest = {&place, km};
    }
    return nearest;
}

/// Of each hours in use, whether they run at that time.
std::vector<bool> running_now(ListFacts const& facts, Asking const& asking) {
    std::vector<bool> running;
    for (auto const& hours : facts.hours())
        running.push_back(open_now(hours, false, asking.wall, asking.known_past).state == OpenState::open);
    return running;
}

/// The sites of one network that are in a list with it.
struct SitesInList {
    bool has_card = false;  ///< the network's own
    int kept = -1;
    std::optional<double> kept_km;
};

/// Of a network whose own card is in the list, the one site that is kept: the nearest that is open. When no distance is
/// known, none, unless the network has no number of its own; nor one that would say the network's number again.
bool is_kept(int index, SitesInList const& sites, ListFacts const& facts) {
    if (index != sites.kept) return false;
    ListFact const& site = facts[index];
    ListFact const& network = facts[site.parent];
    if (!sites.kept_km && network.has_phone()) return false;
    return !site.has_phone() || site.number != network.number;
}

}  // namespace

ListFacts const& Directory::Inside::facts() {
    if (!list_facts) list_facts.emplace(connection);
    return *list_facts;
}

std::string Directory::Inside::id_of(ServiceRow row) const {
    FoundRows rows = connection.ask("SELECT id FROM service WHERE rowid = ?", int(row));
    return rows.next() ? rows.text(0) : std::string();
}

std::vector<ListEntry> Directory::Inside::entries_of(std::vector<std::string> const& ids) {
    std::vector<ListEntry> entries;
    for (std::string const& id : ids)
        if (auto const index = facts().find(id)) entries.push_back({.index = *index});
    return entries;
}

std::vector<bool> Directory::Inside::marked(std::vector<std::string> const& ids) {
    std::vector<bool> marks(std::size_t(facts().count()));
    for (ListEntry const& each : entries_of(ids)) marks[std::size_t(each.index)] = true;
    return marks;
}

std::vector<Understood> Directory::Inside::understood_in(std::string_view language) {
    std::vector<Understood> understood(std::size_t(facts().count()), Understood::perhaps);
    FoundRows rows = connection.ask("SELECT service_id, code = ? FROM language", language);
    while (rows.next()) {
        auto const index = facts().find(rows.words(0));
        if (!index) continue;
        Understood& known = understood[std::size_t(*index)];
        if (known != Understood::yes) known = rows.truth(1) ? Understood::yes : Understood::no;
    }
    return understood;
}

std::vector<ListEntry> Directory::Inside::for_authors() {
    auto entries = entries_of(ids("SELECT id FROM service WHERE for_authors ORDER BY position"));
    for (ListEntry& each : entries) each.made_for = true;
    return entries;
}

std::vector<ListEntry> Directory::Inside::for_anything() {
    return entries_of(ids("SELECT service_id FROM general_line WHERE language = 'anything' ORDER BY position"));
}

/// First what the profile puts first, then independent services, then those that name the situation before others.
std::vector<ListEntry> Directory::Inside::who_helps(std::string_view situation, Viewpoint const& from) {
    auto const place = find_profile(from.profile).value_or(Profile{});
    auto const lines = marked(line_ids(from, place));
    auto found = entries_of(place.leading_services);
    std::erase_if(found, [&](ListEntry const& each) { return !lines[std::size_t(each.index)]; });
    for (ListEntry& each : found) each.leading = true;
    add_helpers(found, situation, from);
    drop_lines_of_other_languages(found, from.language);
    fold_networks(found, from);
    return found;
}

void Directory::Inside::add_helpers(std::vector<ListEntry>& found, std::string_view situation, Viewpoint const& from) {
    auto const left_out =
        marked(ids("SELECT item FROM profile_item WHERE profile_id = ? AND list = 'left_out_services'",
                   std::string_view(from.profile)));
    struct Helper {
        ListEntry entry;
        std::tuple<Independence, bool, int> rank;
    };
    std::vector<Helper> helpers;
    ListFacts const& all = facts();
    FoundRows rows =
        connection.ask("SELECT link_id, position <> 0, made_for FROM attribute WHERE taxonomy_term_id = ?", situation);
    while (rows.next()) {
        auto const index = all.find(rows.words(0));
        if (!index) continue;
        ListFact const& fact = all[*index];
        auto const leading = std::ranges::find(found, *index, &ListEntry::index);
        if (leading != found.end())
            leading->made_for = rows.truth(2);
        else if (!fact.for_authors && !left_out[std::size_t(*index)])
            helpers.push_back(
                {{.index = *index, .made_for = rows.truth(2)}, {fact.independence, rows.truth(1), fact.position}});
    }
    std::ranges::sort(helpers, {}, &Helper::rank);
    for (Helper const& each : helpers) found.push_back(each.entry);
}

/// Not those made for the situation: they know more of it than a line of one's own language does.
void Directory::Inside::drop_lines_of_other_languages(std::vector<ListEntry>& found, std::string_view language) {
    auto const own_ids = ids("SELECT service_id FROM general_line WHERE language = ?", language);
    if (own_ids.empty()) return;
    auto const own = marked(own_ids);
    auto const others =
        marked(ids("SELECT service_id FROM general_line WHERE language <> '' AND language NOT LIKE '*%'"
                   " AND language <> 'anything'"));
    std::erase_if(found, [&](ListEntry const& each) {
        auto const index = std::size_t(each.index);
        return !each.made_for && others[index] && !own[index];
    });
}

void Directory::Inside::fold_networks(std::vector<ListEntry>& found, Viewpoint const& from) {
    ListFacts const& all = facts();
    std::vector<SitesInList> networks(std::size_t(all.count()));
    for (ListEntry const& each : found) networks[std::size_t(each.index)].has_card = true;
    auto const rank = [&](int site, std::optional<double> const& km) {
        return std::tuple(!all[site].open, km.value_or(far));
    };
    for (ListEntry const& each : found) {
        ListFact const& site = all[each.index];
        if (site.parent < 0) continue;
        SitesInList& network = networks[std::size_t(site.parent)];
        auto const km = nearest_of(site, all, from.coordinates).km;
        bool const better = network.kept < 0 || rank(each.index, km) < rank(network.kept, network.kept_km);
        if (better) network = {network.has_card, each.index, km};
    }
    std::erase_if(found, [&](ListEntry const& each) {
        int const parent = all[each.index].parent;
        if (parent < 0 || !networks[std::size_t(parent)].has_card) return false;
        return !is_kept(each.index, networks[std::size_t(parent)], all);
    });
}

/// A website may be there in one language only.
bool Directory::Inside::has_website(ListFact const& fact, Viewpoint const& from) const {
    if (fact.has_website) return true;
    return connection
        .ask("SELECT 1 FROM translation WHERE entity = 'service' AND id = ? AND language = ? AND field = 'url'",
             std::string_view(id_of(fact.row)), std::string_view(from.language))
        .next();
}

std::vector<Listed> Directory::Inside::listed(std::vector<ListEntry> const& entries, Asking const& asking,
                                              Viewpoint const& from) {
    ListFacts const& all = facts();
    auto const understood = understood_in(asking.language);
    auto const running = running_now(all, asking);
    std::vector<Listed> listed;
    listed.reserve(entries.size());
    for (ListEntry const& each : entries) {
        ListFact const& fact = all[each.index];
        ListNearest const nearest = nearest_of(fact, all, from.coordinates);
        bool const has_street = nearest.place != nullptr && nearest.place->has_street;
        bool const receives = fact.open && fact.receives_people;
        bool const reachable = fact.has_phone() || has_street || fact.has_writing;
        bool const is_open = fact.any_hour || running[std::size_t(fact.hours)];
        listed.push_back({.row = fact.row,
                          .distance_km = nearest.km,
                          .independence = fact.independence,
                          .understood = understood[std::size_t(each.index)],
                          .has_phone = fact.has_phone(),
                          .has_street = has_street,
                          .is_network = fact.sites > 0,
                          .whole_country = fact.whole_country,
                          .any_hour = fact.any_hour,
                          .answers_now = fact.has_phone() && is_open,
                          .leading = each.leading,
                          .made_for = each.made_for,
                          .confirmed = receives && (reachable || has_website(fact, from)),
                          .on_court_order = fact.on_court_order});
    }
    return listed;
}

std::vector<ServiceSummary> Directory::Inside::summaries(std::vector<ListEntry> const& entries, Viewpoint const& from) {
    std::vector<ServiceSummary> found;
    for (ListEntry const& each : entries) {
        auto one = summary(id_of(facts()[each.index].row), from);
        if (!one) continue;
        one->leading = each.leading;
        found.push_back(std::move(*one));
    }
    return found;
}

/// The order holds for a minute, as the hours on the cards do.
std::shared_ptr<Ordered const> Directory::list(Asking const& asking, Viewpoint const& from) const {
    auto const& [date, weekday, minute] = asking.wall;
    std::string const now = fmt::format("{}-{}-{} {} {} {}-{}-{}", date.year, date.month, date.day, weekday, minute,
                                        asking.known_past.year, asking.known_past.month, asking.known_past.day);
    std::string const about = fmt::format("{}\n{}\n{}", asking.situation, asking.language, now);
    return m_inside->list.ask(question(about, from), [&] {
        auto const entries = m_inside->entries_about(asking.situation, from);
        return std::make_shared<Ordered const>(in_order(m_inside->listed(entries, asking, from),
                                                        m_inside->listed(m_inside->for_anything(), asking, from)));
    });
}

std::vector<ListEntry> Directory::Inside::entries_about(std::string_view subject, Viewpoint const& from) {
    if (subject.empty()) return for_general_lines(from);
    return subject == authors_door ? for_authors() : who_helps(subject, from);
}

ServiceSummary Directory::card(ServiceRow row, Viewpoint const& from) const {
    return m_inside->cards.ask(from, row, [&] {
        auto found = m_inside->summary(m_inside->id_of(row), from);
        must(found.has_value());
        return std::move(*found);
    });
}

}  // namespace halte
