#include "service_facts.h"

#include <algorithm>
#include <cmath>

#include "badges.h"
#include "times.h"

namespace halte {
namespace {

void add_text(Stage& stage, std::vector<Fact>& facts, char const* icon, std::string_view title, Text const& text) {
    if (text.words.empty()) return;
    facts.push_back({.icon = icon, .title = stage.say(title), .lines = {stage.read(text)}});
}

/// Any call can stay in the phone's own list; the rest is said only where it is known.
void add_traces(Stage& stage, std::vector<Fact>& facts, Service const& service) {
    std::string words;
    auto const add = [&](std::string const& sentence) { words += (words.empty() ? "" : " ") + sentence; };
    if (service.brief.anonymous == true) add(stage.say("service.remains_anonymous"));
    Phone const* phone = first_phone(service);
    if (phone != nullptr && phone->free == true) add(stage.say("service.remains_bill_free"));
    if (!service.traces.words.empty()) add(stage.read(service.traces));
    if (phone != nullptr) add(stage.say("service.remains_call_list"));
    if (!words.empty()) facts.push_back({.icon = "seen", .title = stage.say("service.remains"), .lines = {words}});
}

std::string_view kind_key(std::string const& kind) {
    if (kind == "chat") return "service.hours_chat";
    if (kind == "visit") return "service.hours_visit";
    return "service.hours_phone";
}

void add_hours(Stage& stage, std::vector<Fact>& facts, Service const& service) {
    std::vector<std::string> lines;
    Phone const* phone = first_phone(service);
    bool const any_hour = service.brief.any_hour || (phone != nullptr && phone->any_hour);
    if (any_hour) lines.push_back(stage.say("service.hours_any"));
    bool phone_said = any_hour;
    if (!any_hour && phone != nullptr && !phone->schedules.empty()) {
        for (std::string const& words : schedule_lines(stage, phone->schedules)) lines.push_back(capitalised(words));
        phone_said = true;
    }
    for (auto const& hours : service.hours) {
        if (hours.kind == "phone" && phone_said) continue;
        for (std::string const& words : schedule_lines(stage, hours.schedules))
            lines.push_back(
                stage.say("service.hours_of", {{"kind", stage.say(kind_key(hours.kind))}, {"hours", words}}));
    }
    if (!service.hours_note.words.empty()) lines.push_back(stage.read(service.hours_note));
    if (!lines.empty()) facts.push_back({.icon = "clock", .title = stage.say("service.hours"), .lines = lines});
}

std::string_view source_key(SourceKind kind) {
    switch (kind) {
        case SourceKind::service:
            return "service.source_service";
        case SourceKind::authority:
            return "service.source_authority";
        case SourceKind::press:
            return "service.source_press";
        case SourceKind::directory:
            break;
    }
    return "service.source_directory";
}

void add_languages(Stage& stage, std::vector<Fact>& facts, Service const& service) {
    std::string const words = language_words(stage, service.brief.languages);
    if (words.empty()) return;
    bool const one = service.brief.languages.size() == 1;
    facts.push_back({.icon = "language",
                     .title = stage.say(one ? "service.language_single" : "service.languages"),
                     .lines = {words}});
}

void add_checked(Stage& stage, std::vector<Fact>& facts, Service const& service) {
    std::string const date = date_words(stage, service.assured_date);
    std::string const source = stage.say("service.source", {{"source", stage.say(source_key(service.source))}});
    facts.push_back({.icon = "verified", .title = stage.say("service.checked", {{"date", date}}), .lines = {source}});
}

Fact place_of(Stage& stage, Location const& location) {
    Fact fact{.icon = "pin", .title_is_name = true, .name_language = location.language, .lines = {}};
    std::string town = location.postal_code.empty() ? location.city : location.postal_code + " " + location.city;
    if (location.street.empty())
        fact.title = town;
    else
        fact.title = location.street;
    std::string line = location.street.empty() ? "" : isolated(town);
    if (stage.viewpoint.coordinates && location.coordinates) {
        ServiceSummary here;
        here.distance_km = distance_km(*stage.viewpoint.coordinates, *location.coordinates);
        line += (line.empty() ? "" : stage.comma()) + distance_words(stage, here);
    }
    std::string const label = stage.read(location.label);
    std::string const separator = label.empty() || line.empty() ? "" : ". ";
    if (!label.empty() || !line.empty()) fact.lines.push_back(label + separator + line);
    return fact;
}

}  // namespace

Phone const* first_phone(Service const& service) {
    auto const found =
        std::find_if(service.phones.begin(), service.phones.end(), [](Phone const& phone) { return !phone.text_only; });
    return found == service.phones.end() ? nullptr : &*found;
}

std::vector<Fact> facts_of(Stage& stage, Service const& service) {
    std::vector<Fact> facts;
    if (!service.status_note.words.empty()) facts.push_back({.icon = "info", .title = stage.read(service.status_note)});
    add_text(stage, facts, "talk", first_phone(service) != nullptr ? "service.when_you_call" : "service.when_you_come",
             service.contact);
    add_traces(stage, facts, service);
    add_hours(stage, facts, service);
    add_text(stage, facts, "people", "service.for_whom", service.for_whom);
    add_languages(stage, facts, service);
    if (!service.cost_note.words.empty())
        add_text(stage, facts, "free", "service.cost", service.cost_note);
    else if (service.brief.free == true && first_phone(service) == nullptr)
        facts.push_back(
            {.icon = "free", .title = stage.say("service.cost"), .lines = {stage.say("service.cost_free")}});
    add_checked(stage, facts, service);
    return facts;
}

std::vector<Fact> contacts_of(Stage& stage, Service const& service) {
    std::vector<Fact> facts;
    Phone const* first = first_phone(service);
    for (Phone const& phone : service.phones) {
        if (&phone == first) continue;
        Fact fact{
            .icon = phone.text_only ? "talk" : "phone", .title = phone.number, .title_is_name = true, .lines = {}};
        if (phone.text_only) fact.lines.push_back(stage.say("service.text_message"));
        if (!phone.label.words.empty()) fact.lines.push_back(stage.read(phone.label));
        facts.push_back(fact);
    }
    for (Location const& location : service.locations) facts.push_back(place_of(stage, location));
    if (!service.brief.website.empty() && first != nullptr)
        facts.push_back(
            {.icon = "web", .title = breakable(typeable(service.brief.website)), .title_is_name = true, .lines = {}});
    for (std::string const& mail : service.emails)
        facts.push_back({.icon = "mail", .title = breakable(mail), .title_is_name = true, .lines = {}});
    return facts;
}

}  // namespace halte
