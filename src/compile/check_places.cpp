#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "check.h"

namespace halte {
namespace {

class PlacesCheck {
public:
    PlacesCheck(Sources const& sources, ProblemLog& problems) : m_problems(problems) {
        for (Phrase const& phrase : all_phrases(sources)) m_phrases.insert(phrase.id);
        m_phrases_unread = problems.is_unread("phrases.toml");
    }

    /// The page of its places needs its name.
    void province(ProvinceSource const& province) {
        if (!m_provinces.insert(province.id.words).second)
            m_problems.error(province.id.place, fmt::format("the province \"{}\" is there twice", province.id.words),
                             "Remove one");
        if (m_phrases_unread || province.id.empty() || m_phrases.contains("province." + province.id.words)) return;
        m_problems.error(province.id.place, fmt::format("the province \"{}\" has no name", province.id.words),
                         fmt::format("Add {} under [province] in phrases.toml", province.id.words));
    }

    void place(PlaceSource const& place) {
        once(place);
        in_a_province(place);
        in_belgium(place);
        if (place.population && *place.population <= 0)
            m_problems.error(place.id.place, fmt::format("nobody lives in {}", place.name.words),
                             "Leave out population where it is not known");
    }

private:
    /// Two keys with the same words could not be told apart.
    void once(PlaceSource const& place) {
        if (!place.id.empty() && !m_ids.insert(place.id.words).second)
            m_problems.error(place.id.place, fmt::format("the place \"{}\" is there twice", place.id.words),
                             "Rename or remove one");
        if (place.name.empty() || m_names.emplace(place.province.words, place.name.words).second) return;
        m_problems.error(place.name.place,
                         fmt::format("{} is there twice in {}", place.name.words, place.province.words),
                         "Remove the smaller one");
    }

    void in_a_province(PlaceSource const& place) {
        if (place.province.empty() || m_provinces.contains(place.province.words)) return;
        m_problems.error(place.province.place, fmt::format("there is no province \"{}\"", place.province.words),
                         "Use the id of a province of this file");
    }

    void in_belgium(PlaceSource const& place) {
        if (!place.latitude || !place.longitude)
            return m_problems.error(place.id.place, fmt::format("{} has no coordinates", place.name.words),
                                    "Add latitude = ... and longitude = ...");
        if (is_in_belgium({*place.latitude, *place.longitude})) return;
        m_problems.error(place.id.place, fmt::format("the coordinates of {} are not in Belgium", place.name.words),
                         "Latitude is about 50, longitude about 4");
    }

    ProblemLog& m_problems;
    bool m_phrases_unread = false;
    std::set<std::string> m_phrases, m_provinces, m_ids;
    std::set<std::pair<std::string, std::string>> m_names;  ///< province and name
};

}  // namespace

bool is_in_belgium(Coordinates const& at) {
    return at.latitude > 49.4 && at.latitude < 51.6 && at.longitude > 2.4 && at.longitude < 6.5;
}

void check_places(Sources const& sources, ProblemLog& problems) {
    PlacesCheck check(sources, problems);
    for (ProvinceSource const& each : sources.places.provinces) check.province(each);
    for (PlaceSource const& each : sources.places.places) check.place(each);
}

}  // namespace halte
