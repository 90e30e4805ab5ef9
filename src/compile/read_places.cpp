#include "sources.h"

namespace halte {
namespace {

std::vector<OwnWords> read_names(Keys& keys) {
    std::vector<OwnWords> names;
    auto languages = keys.table("translated");
    if (!languages) return names;
    for (std::string const& language : languages->names())
        names.push_back({language, town_name, languages->text(language, Need::required)});
    languages->finish();
    return names;
}

PlaceSource read_place(Keys& keys) {
    PlaceSource place{.id = keys.text("id", Need::required),
                      .province = keys.text("province", Need::required),
                      .name = keys.text("name", Need::required),
                      .translated = read_names(keys)};
    place.latitude = keys.number("latitude");
    place.longitude = keys.number("longitude");
    place.population = keys.whole("population");
    place.first = keys.flag("first").value_or(false);
    return place;
}

}  // namespace

PlacesSource read_places(std::string const& file, ProblemLog& problems) {
    PlacesSource read;
    auto const table = read_toml(file, problems);
    if (!table) return read;
    Keys keys(*table, {file, 1}, "the list of places", problems);
    for (Keys& each : keys.tables("province", "a province")) {
        read.provinces.push_back({each.text("id", Need::required), each.text("language", Need::required)});
        each.finish();
    }
    for (Keys& each : keys.tables("place", "a place")) {
        read.places.push_back(read_place(each));
        each.finish();
    }
    keys.finish();
    return read;
}

}  // namespace halte
