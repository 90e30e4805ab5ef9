#include "service_facts.h"

#include <halte/letter_case.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "addresses.h"
#include "badges.h"
#include "say.h"
#include "times.h"

namespace halte {
namespace {

void add_text(ScreenContext& screen, std::vector<Fact>& facts, char const* icon, std::string_view title,
              Text const& text) {
    if (text.words.empty()) return;
    facts.push_back({.icon = icon, .title = screen.say(title), .lines = {}, .texts = {text}});
}

/// Any call can stay in the phone's own list; the rest is said only where it is known. Sentences of the visitor's
/// language follow each other, one of another language stands alone.
void add_traces(ScreenContext& screen, std::vector<Fact>& facts, Service const& service) {
    std::string words;
    Fact fact{.icon = "seen", .title = screen.say("service.remains"), .lines = {}};
    auto const add = [&](std::string const& sentence) { words += (words.empty() ? "" : " ") + sentence; };
    auto const add_text = [&](Text const& text) {
        if (text.words.empty()) return;
        if (text.language == screen.visit.language) return add(screen.read(text));
        fact.texts.push_back(text);
    };
    if (service.brief.anonymous == true) add(screen.say("service.remains_anonymous"));
    Phone const* phone = first_phone(service);
    if (phone != nullptr && phone->free == true) add(screen.say("service.remains_bill_free"));
    add_text(service.text[ServiceText::traces]);
    if (phone != nullptr) add(screen.say("service.remains_call_list"));
    add_text(service.brief.writing.chat_traces);
    if (!words.empty()) fact.lines.push_back(words);
    if (!fact.lines.empty() || !fact.texts.empty()) facts.push_back(std::move(fact));
}

/// What to say first, once somebody answers.
void add_sentences(ScreenContext& screen, std::vector<Fact>& facts, Service const& service) {
    Phone const* phone = first_phone(service);
    if (phone == nullptr) return;
    Sentences sentences = sentences_for(screen, service, *phone);
    Fact fact{.icon = "talk", .title = screen.say("service.when_they_answer"), .lines = {}};
    fact.said = std::move(sentences.said);
    if (!sentences.understood.empty()) fact.lines.push_back(sentences.understood);
    facts.push_back(std::move(fact));
}

std::string_view kind_key(std::string const& kind) {
    if (kind == "chat") return "service.hours_chat";
    if (kind == "visit") return "service.hours_visit";
    return "service.hours_phone";
}

void add_hours(ScreenContext& screen, std::vector<Fact>& facts, Service const& service) {
    std::vector<std::string> lines;
    std::vector<Text> texts;
    Phone const* phone = first_phone(service);
    bool const any_hour = service.brief.any_hour || (phone != nullptr && phone->any_hour);
    if (any_hour) lines.push_back(screen.say("service.hours_any"));
    bool phone_said = any_hour;
    if (!any_hour && phone != nullptr && !phone->schedules.empty()) {
        for (std::string const& words : schedule_lines(screen, phone->schedules))
            lines.push_back(with_capital_initial(words));
        phone_said = true;
    }
    for (auto const& hours : service.hours) {
        if (hours.kind == "phone" && phone_said) continue;
        for (std::string const& words : schedule_lines(screen, hours.schedules))
            lines.push_back(
                screen.say("service.hours_of", {{"kind", screen.say(kind_key(hours.kind))}, {"hours", words}}));
    }
    if (!service.text[ServiceText::hours_note].words.empty()) texts.push_back(service.text[ServiceText::hours_note]);
    if (lines.empty() && texts.empty()) return;
    facts.push_back({.icon = "clock", .title = screen.say("service.hours"), .lines = lines, .texts = texts});
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

/// Whether somebody there may well speak the visitor's language: it is known, or usual where nothing is.
bool may_be_understood(ScreenContext const& screen, Service const& service) {
    auto const& known = service.brief.languages;
    auto const codes = known.empty() ? usual_answers(screen.directory) : known;
    return std::ranges::find(codes, screen.visit.language) != codes.end();
}

/// Not where it answers in the visitor's language alone: nobody has to choose or to prepare anything then. Where it may
/// not answer in it at all, that an interpreter can be asked for; but not from whom nobody can speak to.
void add_languages(ScreenContext& screen, std::vector<Fact>& facts, Service const& service) {
    if (service.brief.languages == std::vector{screen.visit.language}) return;
    std::string const words = language_words(screen, service.brief.languages);
    bool const speaks = first_phone(service) != nullptr || place_to_go(screen, service) != nullptr;
    std::string const interpreter =
        speaks && !may_be_understood(screen, service) ? screen.say("service.ask_interpreter") : "";
    if (words.empty() && interpreter.empty()) return;
    Fact fact{.icon = "language", .title = interpreter, .lines = {}};
    if (!words.empty()) {
        bool const one = service.brief.languages.size() == 1;
        fact.title = screen.say(one ? "service.language_single" : "service.languages");
        fact.lines = {words};
        if (!interpreter.empty()) fact.lines.push_back(interpreter);
    }
    facts.push_back(std::move(fact));
}

void add_checked(ScreenContext& screen, std::vector<Fact>& facts, Service const& service) {
    std::string const read = screen.say("service.checked", {{"date", date_words(screen, service.assured_date)}});
    std::string const source = screen.say("service.source", {{"source", screen.say(source_key(service.source))}});
    Phone const* phone = first_phone(service);
    if (phone == nullptr || !phone->called_on)
        return facts.push_back({.icon = "verified", .title = read, .lines = {source}});
    std::string const called = date_words(screen, *phone->called_on);
    facts.push_back({.icon = "verified",
                     .title = screen.say("service.confirmed_by_phone", {{"date", called}}),
                     .lines = {read + ". " + source}});
}

Fact place_of(ScreenContext& screen, Location const& location) {
    Fact fact{.icon = "pin", .title_is_name = true, .name_language = location.language, .lines = {}};
    std::string const town = town_of(location);
    if (location.street.empty())
        fact.title = town;
    else
        fact.title = location.street;
    std::string line = location.street.empty() ? "" : isolated(town);
    if (screen.viewpoint.coordinates && location.coordinates) {
        ServiceSummary here;
        here.distance_km = distance_km(*screen.viewpoint.coordinates, *location.coordinates);
        std::string const distance = distance_words(screen, here);
        line += (line.empty() || distance.empty() ? "" : screen.comma()) + distance;
    }
    std::string const label = screen.read(location.name);
    std::string const separator = label.empty() || line.empty() ? "" : ". ";
    if (!label.empty() || !line.empty()) fact.lines.push_back(label + separator + line);
    return fact;
}

/// What the website is: a chat, with whether it is open, or a page about the service, because it may be somebody
/// else's.
std::vector<std::string> website_lines(ScreenContext& screen, Service const& service) {
    InWriting const& writing = service.brief.writing;
    if (writing.chat) {
        OpenNow const now = open_now(writing.chat_schedules, false, screen.moment.wall, screen.terminal.known_past);
        std::string const chat = screen.say(kind_key("chat"));
        auto const opening = opening_badge(screen, now);
        return {opening ? screen.say("service.hours_of", {{"kind", chat}, {"hours", opening->words}}) : chat};
    }
    if (first_phone(service) == nullptr) return {screen.say("service.page_about")};
    return {};
}

/// Whether the website stands where others have their number.
bool is_website_in_hero(ScreenContext const& screen, Service const& service) {
    return first_phone(service) == nullptr && place_to_go(screen, service) == nullptr;
}

/// Not where the hero shows it already.
void add_website(ScreenContext& screen, std::vector<Fact>& facts, Service const& service) {
    if (service.brief.website.empty() || is_website_in_hero(screen, service)) return;
    facts.push_back({.icon = service.brief.writing.chat ? "chat" : "web",
                     .title = typeable(service.brief.website),
                     .title_is_name = true,
                     .title_is_address = true,
                     .lines = website_lines(screen, service)});
}

/// The other numbers, to call or for messages only.
void add_phones(ScreenContext& screen, std::vector<Fact>& facts, Service const& service, bool text_only) {
    for (Phone const& phone : service.phones) {
        if (&phone == first_phone(service) || phone.text_only != text_only) continue;
        Fact fact{.icon = text_only ? "chat" : "phone", .title = phone.number, .title_is_name = true, .lines = {}};
        if (text_only) fact.lines.push_back(screen.say("service.text_message"));
        if (!phone.description.words.empty()) fact.texts.push_back(phone.description);
        facts.push_back(fact);
    }
}

}  // namespace

Phone const* first_phone(Service const& service) {
    auto const found =
        std::find_if(service.phones.begin(), service.phones.end(), [](Phone const& phone) { return !phone.text_only; });
    return found == service.phones.end() ? nullptr : &*found;
}

std::string town_of(Location const& location) {
    return location.postal_code.empty() ? location.city : location.postal_code + " " + location.city;
}

Location const* place_to_go(ScreenContext const& screen, Service const& service) {
    Location const* nearest = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (Location const& location : service.locations) {
        if (location.street.empty()) continue;
        bool const measured = screen.terminal.coordinates && location.coordinates;
        double const away = measured ? distance_km(*screen.terminal.coordinates, *location.coordinates) : least;
        if (nearest == nullptr || away < least) nearest = &location;
        if (measured) least = std::min(least, away);
    }
    return nearest;
}

std::vector<Fact> facts_of(ScreenContext& screen, Service const& service) {
    std::vector<Fact> facts;
    if (!service.text[ServiceText::alert].words.empty())
        facts.push_back({.icon = "info", .title = screen.read(service.text[ServiceText::alert])});
    if (first_phone(service) != nullptr)
        add_text(screen, facts, "phone", "service.when_you_call", service.text[ServiceText::application_process]);
    else
        add_text(screen, facts, "talk", "service.when_you_come", service.text[ServiceText::application_process]);
    add_sentences(screen, facts, service);
    add_traces(screen, facts, service);
    add_text(screen, facts, "info", "service.told", service.text[ServiceText::told]);
    add_hours(screen, facts, service);
    add_text(screen, facts, "people", "service.for_whom", service.text[ServiceText::eligibility_description]);
    add_languages(screen, facts, service);
    if (!service.text[ServiceText::fees_description].words.empty())
        add_text(screen, facts, "free", "service.cost", service.text[ServiceText::fees_description]);
    else if (service.brief.free == true && first_phone(service) == nullptr)
        facts.push_back(
            {.icon = "free", .title = screen.say("service.cost"), .lines = {screen.say("service.cost_free")}});
    add_checked(screen, facts, service);
    return facts;
}

std::vector<Fact> contacts_of(ScreenContext& screen, Service const& service) {
    std::vector<Fact> facts;
    bool const chat = service.brief.writing.chat;
    if (chat) add_website(screen, facts, service);
    add_phones(screen, facts, service, true);
    add_phones(screen, facts, service, false);
    Location const* shown = first_phone(service) == nullptr ? place_to_go(screen, service) : nullptr;
    for (Location const& location : service.locations)
        if (&location != shown) facts.push_back(place_of(screen, location));
    if (!chat) add_website(screen, facts, service);
    for (std::string const& mail : service.emails)
        facts.push_back({.icon = "mail", .title = mail, .title_is_name = true, .title_is_address = true, .lines = {}});
    return facts;
}

}  // namespace halte
