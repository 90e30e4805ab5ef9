#pragma once
/// What the order of a list asks of a service, told from its card instead of from the tables that the directory reads
/// for all services at once.

#include <halte/order.h>

#include "ids.h"
#include "reach.h"

namespace halte::test {

inline Listed listed_of(ServiceSummary const& card, Asking const& asking, ServiceRow row) {
    bool const open = open_now(card.schedules, card.any_hour, asking.wall, asking.known_past).state == OpenState::open;
    return {.row = row,
            .distance_km = card.distance_km,
            .independence = card.independence,
            .understood = understood(card, asking),
            .has_phone = card.phone.has_value(),
            .has_street = !card.street.empty(),
            .is_network = card.sites > 0,
            .whole_country = card.whole_country,
            .any_hour = card.any_hour,
            .answers_now = card.phone && open,
            .leading = card.leading,
            .made_for = std::ranges::find(card.made_for, asking.situation) != card.made_for.end(),
            .confirmed = is_confirmed(card),
            .on_court_order = card.on_court_order};
}

/// A list by the ids of its services.
struct OrderedIds {
    Ids first, now, near, rest, unconfirmed;
    std::string meanwhile;  ///< empty: nobody
    /// The cards in the order of the screen.
    [[nodiscard]] Ids cards() const {
        Ids all;
        for (Ids const* part : {&first, &now, &near, &rest}) all.insert(all.end(), part->begin(), part->end());
        return all;
    }
    bool operator==(OrderedIds const&) const = default;
};

/// `id_of` gives the id of a row.
template <class IdOf>
OrderedIds ids_of(Ordered const& ordered, IdOf const& id_of) {
    auto const all = [&](std::vector<ServiceRow> const& rows) {
        Ids ids;
        for (ServiceRow const row : rows) ids.push_back(id_of(row));
        return ids;
    };
    return {.first = all(ordered.first),
            .now = all(ordered.now),
            .near = all(ordered.near),
            .rest = all(ordered.rest),
            .unconfirmed = all(ordered.unconfirmed),
            .meanwhile = ordered.meanwhile ? id_of(*ordered.meanwhile) : ""};
}

/// These services in their order, as it follows from their cards.
inline OrderedIds ordered_by_cards(std::vector<ServiceSummary> const& services,
                                   std::vector<ServiceSummary> const& for_anything, Asking const& asking) {
    Ids names;
    auto const listed = [&](std::vector<ServiceSummary> const& cards) {
        std::vector<Listed> found;
        for (ServiceSummary const& card : cards) {
            found.push_back(listed_of(card, asking, ServiceRow(names.size())));
            names.push_back(card.id);
        }
        return found;
    };
    auto all = listed(services);
    return ids_of(in_order(std::move(all), listed(for_anything)),
                  [&](ServiceRow row) { return names[std::size_t(row)]; });
}

}  // namespace halte::test
