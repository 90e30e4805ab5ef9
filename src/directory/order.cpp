#include <halte/order.h>

#include <algorithm>
#include <iterator>
#include <tuple>

#include "reach.h"

namespace halte {
namespace {

using List = std::vector<Listed>;

constexpr double unknown_km = 1e6;

double distance_of(Listed const& service) { return service.distance_km.value_or(unknown_km); }
bool is_near(Listed const& service) { return distance_of(service) <= near_km; }
bool answers_now(Listed const& service) { return service.answers_now; }
bool speaks(Listed const& service) { return service.understood == Understood::yes; }
bool is_understood(Listed const& service) { return service.understood != Understood::no; }

/// Something to call, then somewhere to go, then something to write to or to read.
int way_of(Listed const& service) {
    if (service.has_phone) return 0;
    return service.has_street ? 1 : 2;
}

/// Takes those that `belongs` out of `from`, in their order.
template <class Belongs>
List take(List& from, Belongs const& belongs) {
    auto const middle =
        std::stable_partition(from.begin(), from.end(), [&](Listed const& service) { return !belongs(service); });
    List taken(middle, from.end());
    from.erase(middle, from.end());
    return taken;
}

/// What the place puts first leads whoever understands it, and everybody where nobody speaks the visitor's language.
List take_leading(List& from) {
    bool const spoken = std::ranges::any_of(from, speaks);
    return take(from, [&](Listed const& each) { return each.leading && (!spoken || is_understood(each)); });
}

/// How far the nearest place is that is made for the situation. It is worth a long way only where it receives day and
/// night, as a care centre does; nothing else is then nearest, and the answer 0.
double nearest_made_for(List const& services) {
    double nearest = unknown_km;
    for (Listed const& each : services) {
        bool const worth = distance_of(each) <= worth_the_way_km || each.any_hour;
        if (each.made_for && each.distance_km && worth) nearest = std::min(nearest, distance_of(each));
    }
    return nearest == unknown_km ? 0 : nearest;
}

/// Lines, then places, then networks of places that have no number of their own. Of places that are not near only the
/// nearest leads. What has only a website is no way that leads far. Whoever does not speak the visitor's language is
/// left aside where somebody made for it does.
List take_made_for(List& from, bool spoken) {
    double const nearest = nearest_made_for(from);
    auto const is_line = [](Listed const& each) { return each.has_phone && !each.distance_km; };
    List found = take(from, [&](Listed const& each) {
        bool const leads = is_line(each) || each.is_network || is_near(each) || distance_of(each) == nearest;
        return leads && each.made_for && (!spoken || is_understood(each));
    });
    std::ranges::stable_sort(found, {}, [&](Listed const& each) {
        return std::tuple(each.independence, !is_understood(each), !is_line(each), distance_of(each), each.understood,
                          way_of(each));
    });
    return found;
}

/// Whether somebody made for the situation is known to speak the visitor's language.
bool is_spoken(List const& services) {
    return std::ranges::any_of(services, [](Listed const& each) { return each.made_for && speaks(each); });
}

/// An authority works for its region: it answers here where it is near, or where its number is the whole country's.
bool answers_here(Listed const& service) {
    if (service.distance_km) return is_near(service);
    return service.independence == Independence::independent || service.whole_country;
}

bool is_answer(Listed const& service) {
    return service.answers_now && answers_here(service) && service.independence == Independence::independent &&
           is_understood(service);
}

/// `before`: those that stand before them on the screen.
List take_now(List& from, List const& before) {
    bool const by_some = std::ranges::any_of(from, is_answer) || std::ranges::any_of(before, is_answer);
    List found = take(from, [&](Listed const& each) {
        return each.answers_now && answers_here(each) && (!by_some || is_understood(each));
    });
    std::ranges::stable_sort(
        found, {}, [](Listed const& each) { return std::tuple(each.independence, each.understood, !each.made_for); });
    return found;
}

/// Adds the lines for anything that answer now in the visitor's language where nobody else does, and in any language
/// where nobody answers at all.
void add_lines_for_anything(List& services, List const& for_anything) {
    auto const helps = [](Listed const& each) { return each.answers_now && speaks(each); };
    if (std::ranges::any_of(services, helps)) return;
    if (std::ranges::any_of(for_anything, helps))
        std::ranges::copy_if(for_anything, std::back_inserter(services), helps);
    else if (std::ranges::none_of(services, answers_now))
        std::ranges::copy_if(for_anything, std::back_inserter(services), answers_now);
}

List take_near(List& from) {
    List found = take(from, is_near);
    std::ranges::stable_sort(
        found, {}, [](Listed const& each) { return std::tuple(each.independence, way_of(each), distance_of(each)); });
    return found;
}

void sort_rest(List& rest) {
    std::ranges::stable_sort(rest, {}, [](Listed const& each) {
        return std::tuple(each.independence, !is_understood(each), !each.made_for, way_of(each), distance_of(each));
    });
}

std::optional<ServiceRow> first_who_answers(List const& first, List const& now) {
    for (Listed const& each : first)
        if (each.answers_now && is_understood(each)) return each.row;
    auto const answering = std::ranges::find_if(now, answers_now);
    return answering == now.end() ? std::nullopt : std::optional(answering->row);
}

std::vector<ServiceRow> rows_of(List const& services) {
    std::vector<ServiceRow> rows;
    rows.reserve(services.size());
    for (Listed const& each : services) rows.push_back(each.row);
    return rows;
}

}  // namespace

bool is_confirmed(ServiceSummary const& service) {
    bool const reachable =
        service.phone || service.writing.any() || !service.street.empty() || !service.website.empty();
    return reachable && service.open && service.receives_people;
}

Ordered in_order(std::vector<Listed> services, std::vector<Listed> const& for_anything) {
    List const unconfirmed = take(services, [](Listed const& each) { return !each.confirmed; });
    List const by_order = take(services, [](Listed const& each) { return each.on_court_order; });
    add_lines_for_anything(services, for_anything);
    bool const spoken = is_spoken(services);
    List first = take_leading(services);
    std::ranges::copy(take_made_for(services, spoken), std::back_inserter(first));
    List const now = take_now(services, first);
    List const near = take_near(services);
    sort_rest(services);
    std::ranges::copy(by_order, std::back_inserter(services));
    return {.first = rows_of(first),
            .now = rows_of(now),
            .near = rows_of(near),
            .rest = rows_of(services),
            .unconfirmed = rows_of(unconfirmed),
            .meanwhile = first_who_answers(first, now)};
}

}  // namespace halte
