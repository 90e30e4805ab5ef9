#pragma once
/// data/places.toml as it was read: the provinces, and the places in them.

#include <optional>
#include <vector>

#include <halte/records.h>

namespace halte {

/// `language` is that of the names of its places.
struct ProvinceSource {
    SourceText id, language;
};
/// What could not be read is empty.
struct PlaceSource {
    SourceText id, province, name;
    std::vector<OwnWords> translated;
    std::optional<double> latitude, longitude;
    std::optional<int> population;
    bool first = false;
};
struct PlacesSource {
    std::vector<ProvinceSource> provinces;
    std::vector<PlaceSource> places;
};

}  // namespace halte
