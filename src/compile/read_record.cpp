#include <fmt/format.h>

#include <span>

#include "sources.h"

namespace halte {
namespace {

Publish read_publish(Keys& keys) {
    std::string const words = keys.choice("publish", {"yes", "after checking by phone", "no"}, Need::required).words;
    if (words == "yes") return Publish::yes;
    return words == "no" ? Publish::no : Publish::after_checking;
}

/// A fact that visitors see needs its source; `source` is one address or a list of them.
std::vector<std::string> read_fact_sources(Keys& keys, Publish publish) {
    std::vector<std::string> sources;
    for (SourceText& each : keys.texts("source", publish == Publish::yes ? Need::required : Need::optional)) {
        sources.push_back(std::move(each.words));
    }
    std::erase(sources, "");
    if (publish == Publish::yes && sources.empty() && keys.place_of("source").line != keys.place().line) {
        keys.problems().error(keys.place_of("source"), "a published fact names no source", "Write where it was read");
    }
    for (char const* editors_own : {"confidence", "note", "page_date"}) keys.skip(editors_own);
    return sources;
}

/// The [translated.LANGUAGE] tables of a record or a location, each with some of `fields`.
std::vector<OwnWords> read_translated(Keys& keys, std::span<OwnWordsField const> fields) {
    std::vector<OwnWords> found;
    auto languages = keys.table("translated");
    if (!languages) return found;
    for (std::string const& language : languages->names()) {
        auto words = languages->table(language);
        if (!words) continue;
        for (OwnWordsField const& field : fields) {
            SourceText own = words->text(field.key);
            if (!own.empty()) found.push_back({language, field.in_snapshot, std::move(own)});
        }
        words->finish();
    }
    return found;
}

PhoneSource read_phone(Keys keys) {
    PhoneSource phone;
    phone.number = keys.text("number", Need::required);
    phone.description = keys.text(phone_description.name);
    phone.type = keys.choice("type", {"voice", "text"}, Need::required).words;
    phone.free = keys.flag("free");
    phone.any_hour = keys.flag("any_hour").value_or(false);
    phone.switchboard = keys.flag("switchboard").value_or(false);
    phone.shared_with = keys.text("shared_with");
    phone.called_on = keys.date("called_on");
    phone.called_at = keys.place_of("called_on");
    phone.publish = read_publish(keys);
    phone.schedules = read_schedules(keys, false);
    phone.sources = read_fact_sources(keys, phone.publish);
    keys.skip("hours_text");
    keys.finish();
    return phone;
}

EmailSource read_email(Keys keys) {
    EmailSource email{.address = keys.text("address", Need::required)};
    email.publish = read_publish(keys);
    email.sources = read_fact_sources(keys, email.publish);
    keys.finish();
    return email;
}

LocationSource read_location(Keys keys) {
    LocationSource location;
    location.name = keys.text(location_name.name);
    location.address_1 = keys.text("address_1");
    location.postal_code = keys.text("postal_code").words;
    location.city = keys.text("city", Need::required);
    std::optional<double> const latitude = keys.number("latitude");
    std::optional<double> const longitude = keys.number("longitude");
    if (latitude && longitude) location.coordinates = Coordinates{*latitude, *longitude};
    if (latitude.has_value() != longitude.has_value()) {
        keys.problems().error(keys.place(), "only one of latitude and longitude is given", "Write both, or neither");
    }
    location.translated = read_translated(keys, own_words_of_location);
    location.publish = read_publish(keys);
    location.sources = read_fact_sources(keys, location.publish);
    keys.finish();
    return location;
}

HoursSource read_hours(Keys keys) {
    HoursSource hours{.place = keys.place()};
    hours.publish = read_publish(keys);
    hours.schedules = read_schedules(keys, true);
    hours.sources = read_fact_sources(keys, hours.publish);
    keys.skip("text");
    keys.finish();
    return hours;
}

ServiceTexts<SourceText> read_texts(Keys keys) {
    ServiceTexts<SourceText> texts;
    for (ServiceTextField const& field : service_text_fields)
        texts[field.text] = keys.text(field.name, field.required ? Need::required : Need::optional);
    keys.finish();
    return texts;
}

/// HSDS's word for a status. The records keep the words in which it was found: "announced for 2026: check it".
std::string hsds_status(SourceText const& status, ProblemLog& problems) {
    std::string const first = status.words.substr(0, status.words.find_first_of(" :"));
    if (first == "suspended") return "temporarily closed";
    if (first == "announced" || first == "uncertain") return "inactive";
    for (char const* hsds : {"", "active", "inactive", "defunct", "temporarily closed"}) {
        if (status.words == hsds) return hsds;
    }
    problems.error(
        status.place, fmt::format("the status cannot be \"{}\"", status.words),
        "Write active, inactive, defunct or temporarily closed, or begin with suspended, announced, uncertain");
    return {};
}

void read_identity(Keys& keys, Record& record) {
    record.id = keys.text("id", Need::required);
    record.name = keys.text("name", Need::required);
    record.parent = keys.text("parent");
    record.website = keys.text("website");
    record.status = hsds_status(keys.text("status", Need::required), keys.problems());
    record.assured_date = keys.date("assured_date", Need::required);
    record.assured_at = keys.place_of("assured_date");
    record.asked_for = keys.flag("asked_for").value_or(false);
    record.asked_for_at = keys.place_of("asked_for");
    record.order = keys.whole("order", Need::required).value_or(0);
}

void read_nature(Keys& keys, Record& record) {
    record.kind = keys.choice("kind", {"independent", "authority", "staff"}, Need::required).words;
    record.source_kind =
        keys.choice("source_kind", {"service", "authority", "press", "directory"}, Need::required).words;
    record.audience = keys.choice("audience", {"victims", "relatives", "minors", "professionals", "authors"}).words;
    record.refuge = !keys.choice("type", {"refuge"}).empty();
    record.receives_people = keys.flag("receives_people").value_or(true);
    record.on_court_order = keys.flag("on_court_order").value_or(false);
    record.situations = keys.texts("situations", Need::required);
    record.made_for = keys.texts("made_for");
    record.languages = keys.texts("languages");
    std::string const cost = keys.choice("cost", {"free", "paid"}).words;
    if (!cost.empty()) record.free = cost == "free";
    record.anonymous = keys.flag("anonymous");
    record.any_hour = keys.flag("any_hour").value_or(false);
    record.chat = keys.flag("chat").value_or(false);
    record.chat_at = keys.place_of("chat");
}

void read_facts(Keys& keys, Record& record) {
    for (Keys& each : keys.tables("phone", "a phone")) record.phones.push_back(read_phone(std::move(each)));
    for (Keys& each : keys.tables("email", "an email")) record.emails.push_back(read_email(std::move(each)));
    for (Keys& each : keys.tables("location", "a location")) record.locations.push_back(read_location(std::move(each)));
    record.translated = read_translated(keys, own_words_of_service);
    if (auto hours = keys.table("hours")) record.hours = read_hours(std::move(*hours));
    if (auto text = keys.table("text", Need::required)) record.text = read_texts(std::move(*text));
}

/// Behind the separate door stands no number of a service for victims, whatever may be shown elsewhere, even when a
/// service there shares that number.
void withhold_numbers_of_victims(Record& record) {
    if (record.audience != "authors") return;
    for (PhoneSource& phone : record.phones) {
        if (!phone.shared_with.empty()) phone.publish = Publish::no;
    }
}

}  // namespace

std::optional<Record> read_record(std::string const& file, ProblemLog& problems) {
    std::optional<toml::table> const table = read_toml(file, problems);
    if (!table) return std::nullopt;
    Keys keys(*table, {file, 1}, "the record", problems);
    Record record{.place = {file, 1}};
    read_identity(keys, record);
    read_nature(keys, record);
    read_facts(keys, record);
    withhold_numbers_of_victims(record);
    keys.skip("editorial");
    keys.finish();
    if (record.id.empty()) problems.unread(file);
    return record;
}

}  // namespace halte
