#include "badges.h"

#include <algorithm>
#include <cmath>

#include "times.h"

namespace halte {
namespace {

OpenNow opening_of(Stage& stage, ServiceSummary const& service) {
    return open_now(service.schedules, service.any_hour, stage.moment.wall, stage.terminal.known_past);
}

void add_opening(Stage& stage, ServiceSummary const& service, std::vector<Badge>& badges) {
    if (!service.open) return badges.push_back({"info", stage.say("badge.not_open")});
    OpenNow const now = opening_of(stage, service);
    if (now.any_hour) return badges.push_back({"day-and-night", stage.say("badge.any_hour")});
    if (now.state == OpenState::open)
        badges.push_back({"clock", stage.say("badge.open_until", {{"time", closing_words(stage, now)}})});
    if (now.state == OpenState::closed) badges.push_back({"clock", closed_words(stage, now)});
    if (now.state == OpenState::holiday) badges.push_back({"clock", stage.say("badge.holiday")});
}

/// Whom to call while this one is closed, or may be.
void add_meanwhile(Stage& stage, ServiceSummary const& service, std::optional<ServiceSummary> const& other,
                   std::vector<Badge>& badges) {
    if (!other || other->id == service.id || !may_be_closed(stage, service)) return;
    badges.push_back({"phone", stage.say("badge.meanwhile", {{"name", isolated(other->name)},
                                                             {"number", isolated(other->phone->number)}})});
}

void add_contact(Stage& stage, ServiceSummary const& service, std::vector<Badge>& badges) {
    bool const none = !service.phone && service.website.empty() && service.street.empty() && !service.can_be_written;
    if (none) badges.push_back({"info", stage.say("badge.no_contact")});
}

/// Only where it matters: the service answers in other languages than the visitor's.
void add_language(Stage& stage, ServiceSummary const& service, std::vector<Badge>& badges) {
    auto const& codes = service.languages;
    if (codes.empty() || codes.size() > 3) return;
    if (std::find(codes.begin(), codes.end(), stage.visit.language) != codes.end()) return;
    std::string const words = language_words(stage, codes);
    if (!words.empty()) badges.push_back({"language", words});
}

/// What is free is said as far as it is known: a service whose help is free may have a number that is not.
std::string free_words(Stage& stage, ServiceSummary const& service) {
    bool const free_call = service.phone && service.phone->free == true;
    if (service.free != true) return free_call ? stage.say("badge.free_call") : "";
    return stage.say(service.phone && !free_call ? "badge.free_service" : "badge.free");
}

constexpr float badge_icon = 30;
constexpr float icon_gap = 9;
constexpr float badge_gap = 20;
/// The euro of "free" is a wider drawing than the others.
constexpr float widest_icon = 1.15F;
float icon_width(Badge const& badge, float icon) { return badge.icon == "free" ? icon * widest_icon : icon; }

}  // namespace

std::string language_words(Stage& stage, std::vector<std::string> const& codes) {
    std::string words;
    for (std::string const& code : codes) {
        if (!words.empty()) words += stage.comma();
        words += stage.say("name_of_language." + code);
    }
    return words;
}

std::string distance_words(Stage& stage, ServiceSummary const& service) {
    constexpr double same_town_km = 5;
    double const km = service.distance_km.value_or(0);
    if (km < same_town_km) return "";
    double const rounded = km < 10 ? std::round(km) : std::round(km / 5) * 5;
    return stage.say("badge.about_km", {{"km", std::to_string(int(rounded))}});
}

std::string place_words(Stage& stage, ServiceSummary const& service) {
    std::string distance = distance_words(stage, service);
    if (shows_address(service) || service.city.empty()) return distance;
    std::string const city = isolated(service.city);
    if (distance.empty()) return stage.say("badge.in_city", {{"city", city}});
    return city + stage.comma() + distance;
}

bool shows_address(ServiceSummary const& service) { return !service.phone && !service.street.empty(); }

bool may_be_closed(Stage& stage, ServiceSummary const& service) {
    OpenState const state = opening_of(stage, service).state;
    return state == OpenState::closed || state == OpenState::holiday;
}

std::vector<Badge> badges_of(Stage& stage, ServiceSummary const& service, BadgesWith const& with) {
    std::vector<Badge> badges;
    if (!service.receives_people) badges.push_back({"info", stage.say("badge.professionals")});
    add_contact(stage, service, badges);
    add_opening(stage, service, badges);
    add_meanwhile(stage, service, with.meanwhile, badges);
    if (std::string const words = free_words(stage, service); !words.empty()) badges.push_back({"free", words});
    if (service.anonymous == true) badges.push_back({"anonymous", stage.say("badge.anonymous")});
    add_language(stage, service, badges);
    if (service.sites > 1) badges.push_back({"pin", stage.say("badge.places", service.sites)});
    std::string const place = with.place ? place_words(stage, service) : "";
    if (!place.empty()) badges.push_back({"pin", place});
    return badges;
}

float draw_badge(Stage& stage, float x, float y, Badge const& badge, Type const& type, float icon) {
    Canvas& canvas = stage.canvas;
    float const line = std::max(canvas.line_of(type), icon);
    float const text = canvas.width_of(badge.words, type);
    float const wide = icon_width(badge, icon);
    canvas.icon({x, y + (line - wide) / 2, wide, wide}, badge.icon, Colour::accent);
    canvas.words({x + wide + icon_gap, y + (line - canvas.line_of(type)) / 2, text, 0}, badge.words, type);
    return wide + icon_gap + text;
}

float draw_badge_list(Stage& stage, Box const& box, std::vector<Badge> const& badges) {
    Type const type{.role = TypeRole::body};
    float const icon = stage.icon(34);
    float const column = icon * widest_icon;
    float y = box.y;
    for (Badge const& badge : badges) {
        draw_badge(stage, box.x + (column - icon_width(badge, icon)), y, badge, type, icon);
        y += std::max(46.0F, stage.canvas.line_of(type) + 6);
    }
    return y - box.y;
}

float badge_list_width(Stage& stage, std::vector<Badge> const& badges) {
    float widest = 0;
    for (Badge const& badge : badges)
        widest = std::max(widest, stage.canvas.width_of(badge.words, {.role = TypeRole::body}));
    return stage.icon(34) * widest_icon + icon_gap + widest;
}

/// A badge wider than its card, on as many lines as it takes.
static float draw_wrapped(Stage& stage, Box const& box, Badge const& badge, Type const& type, float icon) {
    float const wide = icon_width(badge, icon);
    float const x = box.x + wide + icon_gap;
    stage.canvas.icon({box.x, box.y + (stage.canvas.line_of(type) - wide) / 2, wide, wide}, badge.icon, Colour::accent);
    return stage.canvas.words({x, box.y, box.right() - x, 0}, badge.words, type);
}

float draw_badges(Stage& stage, Box const& box, std::vector<Badge> const& badges) {
    if (badges.empty()) return 0;
    Type const type{.role = TypeRole::caption};
    float const icon = stage.icon(badge_icon);
    float const row = std::max(34.0F, std::max(stage.canvas.line_of(type), icon));
    float x = box.x;
    float y = box.y;
    for (Badge const& badge : badges) {
        float const width = icon_width(badge, icon) + icon_gap + stage.canvas.width_of(badge.words, type);
        if (width > box.w) {
            if (x > box.x) y += row + 4;
            y += draw_wrapped(stage, {box.x, y, box.w, 0}, badge, type, icon) + 4;
            x = box.x;
            continue;
        }
        if (x > box.x && x + width > box.right()) {
            x = box.x;
            y += row + 4;
        }
        x += draw_badge(stage, x, y + (row - std::max(stage.canvas.line_of(type), icon)) / 2, badge, type, icon) +
             badge_gap;
    }
    return x > box.x ? y + row - box.y : y - 4 - box.y;
}

}  // namespace halte
