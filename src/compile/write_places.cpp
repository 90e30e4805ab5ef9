#include <algorithm>

#include "write.h"

namespace halte {
namespace {

/// As the pages show them: province by province, the largest first, and those of unknown size by their letters.
std::vector<PlaceSource> in_order(PlacesSource const& source) {
    auto const province = [&](PlaceSource const& place) {
        return std::ranges::find(source.provinces, place.province.words,
                                 [](ProvinceSource const& each) { return each.id.words; }) -
               source.provinces.begin();
    };
    std::vector<PlaceSource> places = source.places;
    std::ranges::stable_sort(places, {}, [&](PlaceSource const& place) {
        return std::tuple(province(place), -place.population.value_or(0), place.name.words);
    });
    return places;
}

std::string language_of(PlacesSource const& source, std::string const& province) {
    auto const found =
        std::ranges::find(source.provinces, province, [](ProvinceSource const& each) { return each.id.words; });
    return found == source.provinces.end() ? source_language : found->language.words;
}

std::optional<std::int64_t> population_of(PlaceSource const& place) {
    if (!place.population) return std::nullopt;
    return *place.population;
}

}  // namespace

void write_places(Database& database, Sources const& sources) {
    std::int64_t position = 0;
    for (PlaceSource const& place : in_order(sources.places)) {
        database.insert(
            "INSERT INTO town (id, position, name, language, province, latitude, longitude, population, first)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            place.id.words, position++, place.name.words, language_of(sources.places, place.province.words),
            place.province.words, place.latitude, place.longitude, population_of(place), std::int64_t(place.first));
        for (OwnWords const& own : place.translated)
            database.insert(
                "INSERT INTO translation (entity, id, language, field, words, reviewed) VALUES (?, ?, ?, ?, ?, 1)",
                own.field.entity, place.id.words, own.language, own.field.name, own.words.words);
    }
}

}  // namespace halte
