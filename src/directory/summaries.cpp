#include <algorithm>

#include "inside.h"

namespace halte {
namespace {

/// "https://www.sosviol.be/" as it is read aloud: "www.sosviol.be".
std::string without_scheme(std::string url) {
    auto const scheme = url.find("://");
    if (scheme != std::string::npos) url.erase(0, scheme + 3);
    while (!url.empty() && url.back() == '/') url.pop_back();
    return url;
}

std::vector<Schedule> hours_of_kind(std::vector<Service::KindOfHours> const& hours, std::string_view kind) {
    auto const found = std::ranges::find(hours, kind, &Service::KindOfHours::kind);
    return found == hours.end() ? std::vector<Schedule>{} : found->schedules;
}

/// The hours of the number on the card; else those in which the service takes calls; where there is no number, those in
/// which it receives people. Hours of another kind say nothing of a call.
std::vector<Schedule> hours_of(std::optional<Phone> const& phone, std::vector<Service::KindOfHours> const& hours) {
    if (phone && !phone->schedules.empty()) return phone->schedules;
    return hours_of_kind(hours, phone ? "phone" : "visit");
}

/// The first number to call, or the first for messages only.
std::optional<Phone> first_of(std::vector<Phone> const& phones, bool text_only) {
    auto const found = std::ranges::find(phones, text_only, &Phone::text_only);
    if (found == phones.end()) return std::nullopt;
    return *found;
}

std::optional<ServiceSummary> read_row(Connection const& connection, std::string_view id) {
    FoundRows rows = connection.ask(
        "SELECT s.id, s.name, s.summary, ?2, 1, s.url,"
        " o.parent_organization_id, (SELECT count(*) FROM organization site JOIN service p ON p.id = site.id WHERE"
        " site.parent_organization_id = s.id AND p.status = 'active' AND p.receives_people AND EXISTS"
        " (SELECT 1 FROM service_at_location WHERE service_id = p.id)),"
        " s.any_hour, s.free, s.anonymous, s.independence, s.receives_people, s.status = 'active', s.on_court_order,"
        " s.chat, (SELECT address FROM email WHERE service_id = s.id ORDER BY id LIMIT 1),"
        " s.chat_traces, ?2, 1"
        " FROM service s JOIN organization o ON o.id = s.organization_id WHERE s.id = ?1",
        id, std::string_view(source_language));
    if (!rows.next()) return std::nullopt;
    ServiceSummary summary{.id = rows.text(0), .name = rows.text(1), .summary = read_text(rows, 2)};
    summary.website = rows.text(5);
    summary.parent = rows.text(6);
    summary.sites = rows.whole(7);
    summary.any_hour = rows.truth(8);
    summary.free = rows.maybe(9);
    summary.anonymous = rows.maybe(10);
    summary.independence = Independence(rows.whole(11));
    summary.receives_people = rows.truth(12);
    summary.open = rows.truth(13);
    summary.on_court_order = rows.truth(14);
    summary.writing.chat = rows.truth(15);
    summary.writing.email = rows.text(16);
    summary.writing.chat_traces = read_text(rows, 17);
    return summary;
}

/// What the service itself calls something in that language, or nothing: a name, a website.
std::optional<std::string> own_words(Connection const& connection, std::string_view id, std::string_view language,
                                     std::string_view field) {
    FoundRows rows = connection.ask(
        "SELECT words FROM translation WHERE entity = 'service' AND id = ? AND language = ? AND field = ?", id,
        language, field);
    if (!rows.next()) return std::nullopt;
    return rows.text(0);
}

/// The nearest place, or the first; but a line of the whole country, and a network's own, is as far from everybody.
void add_place(ServiceSummary& summary, std::vector<Location> const& places, Viewpoint const& from) {
    summary.whole_country = summary.phone && is_of_whole_country(summary.phone->number);
    bool const line = summary.whole_country || (summary.phone && summary.sites > 0);
    if (places.empty() || line) return;
    auto const closest = nearest(places, from.coordinates);
    Location const& place = places[closest ? closest->place : 0];
    summary.street = place.street;
    summary.city = place.city;
    summary.place_language = place.language;
    if (closest) summary.distance_km = closest->distance_km;
}

/// The record's French, or a profile's own.
std::string french_of(Connection const& connection, std::string const& of_record, TranslatedField const& field,
                      std::string_view id, std::string_view profile) {
    FoundRows rows = connection.ask(
        "SELECT words FROM translation WHERE entity = ? AND id = ? AND field = ? AND language = ? AND profile = ?",
        field.entity, id, field.name, std::string_view(source_language), profile);
    return rows.next() ? rows.text(0) : of_record;
}

}  // namespace

bool is_of_whole_country(std::string_view number) { return number.size() <= 4 || number.starts_with("0800 "); }

/// In that very language: a profile's own words come before the general ones. What is asked of the profile is asked of
/// each row: SQLite would make a table of the two to look them up.
static bool take_words(Connection const& connection, Text& text, TranslatedField const& field, std::string_view id,
                       std::string_view language, Viewpoint const& from) {
    FoundRows rows = connection.ask(
        "SELECT words, language, reviewed, high FROM translation WHERE entity = ?1 AND id = ?2 AND language = ?3"
        " AND field = ?4 AND +profile IN ('', ?5) AND (reviewed OR NOT ?6) ORDER BY profile DESC LIMIT 1",
        field.entity, id, language, field.name, std::string_view(from.profile), int(from.only_read));
    if (!rows.next()) return false;
    Text words = read_text(rows, 0);
    if (rows.truth(3) && !words.reviewed) words.beside = french_of(connection, text.words, field, id, from.profile);
    text = std::move(words);
    return true;
}

/// The visitor's language comes before the one that answers for it, and that before the source.
void Directory::Inside::put_into_words(Text& text, TranslatedField const& field, std::string_view id,
                                       Viewpoint const& from) const {
    if (text.words.empty() || take_words(connection, text, field, id, from.language, from)) return;
    if (from.other != from.language && take_words(connection, text, field, id, from.other, from)) return;
    if (from.language != source_language && from.other != source_language)
        take_words(connection, text, field, id, source_language, from);
}

std::optional<ServiceSummary> Directory::Inside::summary(std::string_view id, Viewpoint const& from) const {
    auto summary = read_row(connection, id);
    if (!summary) return std::nullopt;
    put_into_words(summary->summary, field_of(ServiceText::summary), id, from);
    put_into_words(summary->writing.chat_traces, field_of(ServiceText::chat_traces), id, from);
    if (auto const name = own_words(connection, id, from.language, "name")) {
        summary->name = *name;
        summary->name_language = from.language;
    }
    summary->website = without_scheme(own_words(connection, id, from.language, "url").value_or(summary->website));
    summary->made_for =
        ids("SELECT taxonomy_term_id FROM attribute WHERE link_id = ? AND made_for ORDER BY position", id);
    auto const numbers = phones(id, from);
    auto const known_hours = hours(id);
    summary->phone = first_of(numbers, false);
    summary->writing.messages = first_of(numbers, true);
    summary->writing.chat_schedules = hours_of_kind(known_hours, "chat");
    summary->on_the_spot = {hours_of_kind(known_hours, "visit"), summary->any_hour};
    summary->schedules = hours_of(summary->phone, known_hours);
    // The hours of a number win over those of its service.
    bool const own_hours = summary->phone && (summary->phone->any_hour || !summary->phone->schedules.empty());
    if (own_hours) summary->any_hour = summary->phone->any_hour;
    summary->any_hour = summary->any_hour || is_day_and_night(summary->schedules);
    summary->languages = ids("SELECT code FROM language WHERE service_id = ? ORDER BY position", id);
    add_place(*summary, locations(id, from), from);
    return summary;
}

std::vector<ServiceSummary> Directory::Inside::summaries(std::vector<std::string> const& ids,
                                                         Viewpoint const& from) const {
    std::vector<ServiceSummary> found;
    for (std::string const& id : ids) {
        if (auto one = summary(id, from)) found.push_back(std::move(*one));
    }
    return found;
}

}  // namespace halte
