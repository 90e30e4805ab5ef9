#include <halte/order.h>

#include <algorithm>
#include <iterator>
#include <tuple>

#include "reach.h"

namespace halte {
namespace {

using Services = std::vector<ServiceSummary>;

constexpr double unknown_km = 1e6;

double distance_of(ServiceSummary const& service) { return service.distance_km.value_or(unknown_km); }
bool is_near(ServiceSummary const& service) { return distance_of(service) <= near_km; }

bool answers_now(ServiceSummary const& service, Asking const& asking) {
    return service.phone &&
           open_now(service.schedules, service.any_hour, asking.wall, asking.known_past).state == OpenState::open;
}

bool is_made_for(ServiceSummary const& service, Asking const& asking) {
    return std::ranges::find(service.made_for, asking.situation) != service.made_for.end();
}

/// Something to call, then somewhere to go, then something to write to or to read.
int way_of(ServiceSummary const& service) {
    if (service.phone) return 0;
    return service.street.empty() ? 2 : 1;
}

/// Takes those that `belongs` out of `from`, in their order.
template <class Belongs>
Services take(Services& from, Belongs const& belongs) {
    auto const middle = std::stable_partition(from.begin(), from.end(),
                                              [&](ServiceSummary const& service) { return !belongs(service); });
    Services taken(std::make_move_iterator(middle), std::make_move_iterator(from.end()));
    from.erase(middle, from.end());
    return taken;
}

/// What the place puts first leads whoever understands it, and everybody where nobody speaks the visitor's language.
Services take_leading(Services& from, Asking const& asking) {
    bool const spoken =
        std::ranges::any_of(from, [&](ServiceSummary const& each) { return speaks(each, asking.language); });
    return take(from,
                [&](ServiceSummary const& each) { return each.leading && (!spoken || is_understood(each, asking)); });
}

/// How far the nearest place is that is made for the situation. It is worth a long way only where it receives day and
/// night, as a care centre does; nothing else is then nearest, and the answer 0.
double nearest_made_for(Services const& services, Asking const& asking) {
    double nearest = unknown_km;
    for (ServiceSummary const& each : services) {
        bool const worth = distance_of(each) <= worth_the_way_km || each.any_hour;
        if (is_made_for(each, asking) && each.distance_km && worth) nearest = std::min(nearest, distance_of(each));
    }
    return nearest == unknown_km ? 0 : nearest;
}

/// Lines, then places, then networks of places that have no number of their own. Of places that are not near only the
/// nearest leads. What has only a website is no way that leads far. Whoever does not speak the visitor's language is
/// left aside where somebody made for it does.
Services take_made_for(Services& from, bool spoken, Asking const& asking) {
    double const nearest = nearest_made_for(from, asking);
    auto const is_line = [](ServiceSummary const& each) { return each.phone && !each.distance_km; };
    Services found = take(from, [&](ServiceSummary const& each) {
        bool const leads = is_line(each) || each.sites > 0 || is_near(each) || distance_of(each) == nearest;
        return leads && is_made_for(each, asking) && (!spoken || is_understood(each, asking));
    });
    std::ranges::stable_sort(found, {}, [&](ServiceSummary const& each) {
        return std::tuple(each.independence, !is_understood(each, asking), !is_line(each), distance_of(each),
                          understood(each, asking), way_of(each));
    });
    return found;
}

/// Whether somebody made for the situation is known to speak the visitor's language.
bool is_spoken(Services const& services, Asking const& asking) {
    return std::ranges::any_of(services, [&](ServiceSummary const& each) {
        return is_made_for(each, asking) && speaks(each, asking.language);
    });
}

/// An authority works for its region: it answers here where it is near, or where its number is the whole country's.
bool answers_here(ServiceSummary const& service) {
    if (service.distance_km) return is_near(service);
    return service.independence == Independence::independent || service.whole_country;
}

bool is_answer(ServiceSummary const& service, Asking const& asking) {
    return answers_now(service, asking) && answers_here(service) && service.independence == Independence::independent &&
           is_understood(service, asking);
}

/// `before`: those that stand before them on the screen.
Services take_now(Services& from, Services const& before, Asking const& asking) {
    auto const answers = [&](ServiceSummary const& each) { return answers_now(each, asking) && answers_here(each); };
    auto const understood_answer = [&](ServiceSummary const& each) { return is_answer(each, asking); };
    bool const by_some = std::ranges::any_of(from, understood_answer) || std::ranges::any_of(before, understood_answer);
    Services found = take(
        from, [&](ServiceSummary const& each) { return answers(each) && (!by_some || is_understood(each, asking)); });
    std::ranges::stable_sort(found, {}, [&](ServiceSummary const& each) {
        return std::tuple(each.independence, understood(each, asking), !is_made_for(each, asking));
    });
    return found;
}

/// Adds the lines for anything that answer now in the visitor's language where nobody else does, and in any language
/// where nobody answers at all.
void add_lines_for_anything(Services& services, Services const& for_anything, Asking const& asking) {
    auto const answers = [&](ServiceSummary const& each) { return answers_now(each, asking); };
    auto const helps = [&](ServiceSummary const& each) { return answers(each) && speaks(each, asking.language); };
    if (std::ranges::any_of(services, helps)) return;
    if (std::ranges::any_of(for_anything, helps))
        std::ranges::copy_if(for_anything, std::back_inserter(services), helps);
    else if (std::ranges::none_of(services, answers))
        std::ranges::copy_if(for_anything, std::back_inserter(services), answers);
}

Services take_near(Services& from) {
    Services found = take(from, is_near);
    std::ranges::stable_sort(found, {}, [](ServiceSummary const& each) {
        return std::tuple(each.independence, way_of(each), distance_of(each));
    });
    return found;
}

void sort_rest(Services& rest, Asking const& asking) {
    std::ranges::stable_sort(rest, {}, [&](ServiceSummary const& each) {
        return std::tuple(each.independence, !is_understood(each, asking), !is_made_for(each, asking), way_of(each),
                          distance_of(each));
    });
}

std::optional<ServiceSummary> first_who_answers(Ordered const& ordered, Asking const& asking) {
    for (Services const* part : {&ordered.first, &ordered.now}) {
        for (ServiceSummary const& each : *part) {
            if (answers_now(each, asking) && (part == &ordered.now || is_understood(each, asking))) return each;
        }
    }
    return std::nullopt;
}

}  // namespace

bool is_confirmed(ServiceSummary const& service) {
    bool const reachable =
        service.phone || service.writing.any() || !service.street.empty() || !service.website.empty();
    return reachable && service.open && service.receives_people;
}

Ordered in_order(Services services, Services const& for_anything, Asking const& asking) {
    Ordered ordered;
    ordered.unconfirmed = take(services, [](ServiceSummary const& each) { return !is_confirmed(each); });
    Services by_order = take(services, [](ServiceSummary const& each) { return each.on_court_order; });
    add_lines_for_anything(services, for_anything, asking);
    bool const spoken = is_spoken(services, asking);
    ordered.first = take_leading(services, asking);
    Services made_for = take_made_for(services, spoken, asking);
    std::ranges::move(made_for, std::back_inserter(ordered.first));
    ordered.now = take_now(services, ordered.first, asking);
    ordered.near = take_near(services);
    sort_rest(services, asking);
    ordered.rest = std::move(services);
    std::ranges::move(by_order, std::back_inserter(ordered.rest));
    ordered.meanwhile = first_who_answers(ordered, asking);
    return ordered;
}

}  // namespace halte
