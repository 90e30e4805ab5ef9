#include "badges.h"

#include <algorithm>
#include <cmath>

#include "times.h"

namespace halte {
namespace {

OpenNow opening_of(ScreenContext& screen, ServiceSummary const& service) {
    return open_now(service.schedules, service.any_hour, screen.moment.wall, screen.terminal.known_past);
}

void add_opening(ScreenContext& screen, ServiceSummary const& service, std::vector<Badge>& badges) {
    if (!service.open) return badges.push_back({"info", screen.say("badge.not_open")});
    if (auto const badge = opening_badge(screen, opening_of(screen, service))) badges.push_back(*badge);
}

/// Whom to call while this one is closed, or may be.
void add_meanwhile(ScreenContext& screen, ServiceSummary const& service, std::optional<ServiceSummary> const& other,
                   std::vector<Badge>& badges) {
    if (!other || other->id == service.id || !may_be_closed(screen, service)) return;
    badges.push_back({"phone", screen.say("badge.meanwhile", {{"name", isolated(other->name)},
                                                              {"number", isolated(other->phone->number)}})});
}

void add_contact(ScreenContext& screen, ServiceSummary const& service, std::vector<Badge>& badges) {
    bool const none = !service.phone && service.website.empty() && service.street.empty() && !service.writing.any();
    if (none) badges.push_back({"info", screen.say("badge.no_contact")});
}

/// Nothing where the service answers in the visitor's language, or in so many that a list would not help.
void add_language(ScreenContext& screen, ServiceSummary const& service, std::vector<Badge>& badges) {
    auto const& codes = service.languages;
    if (codes.empty() || codes.size() > 3) return;
    if (std::find(codes.begin(), codes.end(), screen.visit.language) != codes.end()) return;
    std::string const words = language_words(screen, codes);
    if (!words.empty()) badges.push_back({"language", words});
}

/// The help may be free while the call is not, or the other way round: the words say which of them is known to be.
std::string free_words(ScreenContext& screen, ServiceSummary const& service) {
    bool const free_call = service.phone && service.phone->free == true;
    if (service.free != true) return free_call ? screen.say("badge.free_call") : "";
    return screen.say(service.phone && !free_call ? "badge.free_service" : "badge.free");
}

constexpr float badge_gap = space::l;
constexpr float row_gap = space::xxs;
/// The euro of "free" is a wider drawing than the others.
constexpr float widest_icon = 1.15F;
float icon_width(Badge const& badge, float icon) { return badge.icon == "free" ? icon * widest_icon : icon; }

IconAndWords content_of(Badge const& badge, Type const& type, float icon) {
    constexpr float gap = 9;
    return {badge.icon, badge.words, type, icon_width(badge, icon), gap};
}

}  // namespace

std::string language_words(ScreenContext& screen, std::vector<std::string> const& codes) {
    std::string words;
    for (std::string const& code : codes) {
        if (!words.empty()) words += screen.comma();
        words += screen.say("name_of_language." + code);
    }
    return words;
}

std::string distance_words(ScreenContext& screen, ServiceSummary const& service) {
    constexpr double same_town_km = 5;
    double const km = service.distance_km.value_or(0);
    if (km < same_town_km) return "";
    double const rounded = km < 10 ? std::round(km) : std::round(km / 5) * 5;
    return screen.say("badge.about_km", {{"km", std::to_string(int(rounded))}});
}

std::string place_words(ScreenContext& screen, ServiceSummary const& service) {
    std::string distance = distance_words(screen, service);
    if (shows_address(service) || service.city.empty()) return distance;
    std::string const city = isolated(service.city);
    if (distance.empty()) return screen.say("badge.in_city", {{"city", city}});
    return city + screen.comma() + distance;
}

bool shows_address(ServiceSummary const& service) { return !service.phone && !service.street.empty(); }

bool may_be_closed(ScreenContext& screen, ServiceSummary const& service) {
    OpenState const state = opening_of(screen, service).state;
    return state == OpenState::closed || state == OpenState::holiday;
}

std::optional<Badge> opening_badge(ScreenContext& screen, OpenNow const& now) {
    if (now.any_hour) return Badge{"day-and-night", screen.say("badge.any_hour")};
    switch (now.state) {
        case OpenState::open:
            return Badge{"clock", screen.say("badge.open_until", {{"time", closing_words(screen, now)}})};
        case OpenState::closed:
            return Badge{"clock", closed_words(screen, now)};
        case OpenState::holiday:
            return Badge{"clock", screen.say("badge.holiday")};
        case OpenState::unknown:
            break;
    }
    return std::nullopt;
}

std::vector<Badge> badges_of(ScreenContext& screen, ServiceSummary const& service, BadgesWith const& with) {
    std::vector<Badge> badges;
    if (!service.receives_people) badges.push_back({"info", screen.say("badge.professionals")});
    add_contact(screen, service, badges);
    add_opening(screen, service, badges);
    add_meanwhile(screen, service, with.meanwhile, badges);
    if (std::string const words = free_words(screen, service); !words.empty()) badges.push_back({"free", words});
    if (service.anonymous == true) badges.push_back({"anonymous", screen.say("badge.anonymous")});
    add_language(screen, service, badges);
    if (service.sites > 1) badges.push_back({"pin", screen.say("badge.places", service.sites)});
    std::string const place = with.place ? place_words(screen, service) : "";
    if (!place.empty()) badges.push_back({"pin", place});
    return badges;
}

float draw_badge(ScreenContext& screen, Box const& place, Badge const& badge, Type const& type, float icon) {
    IconAndWords const content = content_of(badge, type, icon);
    Box const box{place.x, place.y, width_of(screen.canvas, content), std::max(screen.canvas.line_of(type), icon)};
    draw(screen.canvas, box, content);
    return box.w;
}

namespace {
Type const list_type{.role = TypeRole::body};
float list_icon(ScreenContext const& screen) { return screen.icon(icon::note); }
}  // namespace

float draw_badge_list(ScreenContext& screen, Box const& box, std::vector<Badge> const& badges) {
    constexpr float lowest = 46;
    constexpr float between_lines = space::tight;
    float const icon = list_icon(screen);
    float const line = std::max(lowest, screen.canvas.line_of(list_type) + between_lines);
    Flow flow(box);
    for (Badge const& badge : badges) {
        Row row(flow.take(line));
        row.start(icon * widest_icon - icon_width(badge, icon));
        draw_badge(screen, row.rest(), badge, list_type, icon);
    }
    return flow.height();
}

float badge_list_width(ScreenContext& screen, std::vector<Badge> const& badges) {
    float const icon = list_icon(screen);
    return largest(
        badges,
        [&](Badge const& badge) {
            IconAndWords const content = content_of(badge, list_type, icon);
            return width_of(screen.canvas, content) + icon * widest_icon - content.side;
        },
        content_of({}, list_type, icon * widest_icon).before());
}

float draw_badges(ScreenContext& screen, Box const& box, std::vector<Badge> const& badges) {
    if (badges.empty()) return 0;
    constexpr float lowest = 34;
    Type const type{.role = TypeRole::caption};
    float const icon = screen.icon(icon::badge);
    float const line = std::max(screen.canvas.line_of(type), icon);
    float const row = std::max(lowest, line);
    float x = box.x;
    float y = box.y;
    for (Badge const& badge : badges) {
        IconAndWords const content = content_of(badge, type, icon);
        float const width = width_of(screen.canvas, content);
        bool const own_lines = width > box.w;  // wider than its card: on as many lines as it takes
        if (x > box.x && (own_lines || x + width > box.right())) {
            x = box.x;
            y += row + row_gap;
        }
        if (own_lines)
            y += draw(screen.canvas, {box.x, y, box.w, 0}, content, IconAt::first_line) + row_gap;
        else
            x += draw_badge(screen, {x, y + (row - line) / 2, width, line}, badge, type, icon) + badge_gap;
    }
    return x > box.x ? y + row - box.y : y - row_gap - box.y;
}

}  // namespace halte
