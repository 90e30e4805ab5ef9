#pragma once
/// What lists ask of every service of a snapshot, read in a few passes over whole tables: one question for each service
/// would take longer than a list of thousands may. It holds no sentence. Services are told apart by their index here;
/// with no visitor, place or clock in it, it is read once.

#include <halte/directory.h>
#include <halte/order.h>

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "rows.h"

namespace halte {

struct ListFact {
    ServiceRow row{};
    int position = 0;  ///< in the source document
    int parent = -1;   ///< index of the network that it is a site of
    int sites = 0;     ///< that receive people
    int number = -1;   ///< of its first telephone; the same for the same number
    int hours = 0;     ///< index of its hours, as those of a card are
    int first_place = 0;
    int places = 0;
    Independence independence = Independence::independent;
    bool for_authors = false;
    bool receives_people = false;
    bool open = false;
    bool on_court_order = false;
    bool any_hour = false;
    bool whole_country = false;
    bool has_website = false;
    bool has_writing = false;
    [[nodiscard]] bool has_phone() const { return number >= 0; }
};

/// Where a service is.
struct ListPlace {
    std::optional<Coordinates> coordinates;
    bool has_street = false;
};

class ListFacts {
public:
    explicit ListFacts(Connection const& connection);

    [[nodiscard]] int count() const { return int(m_facts.size()); }
    [[nodiscard]] ListFact const& operator[](int index) const { return m_facts[std::size_t(index)]; }
    /// Nothing when there is no such service.
    [[nodiscard]] std::optional<int> find(std::string_view id) const;
    [[nodiscard]] std::span<ListPlace const> places_of(ListFact const& fact) const;
    /// The few different hours that all of them have.
    [[nodiscard]] std::vector<std::vector<Schedule>> const& hours() const { return m_hours; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view id) const { return std::hash<std::string_view>{}(id); }
    };
    struct Reading;
    std::unordered_map<std::string, int, Hash, std::equal_to<>> m_indexes;
    std::vector<ListFact> m_facts;
    std::vector<ListPlace> m_places;
    std::vector<std::vector<Schedule>> m_hours;
};

}  // namespace halte
