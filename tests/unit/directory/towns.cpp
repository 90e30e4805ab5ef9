#include <halte/directory.h>

#include <algorithm>

#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

static Viewpoint const in_french;
static Viewpoint const in_dutch{.language = "nl"};
static Viewpoint const in_arabic{.language = "ar"};

using Names = std::vector<std::string>;
static Names names(std::vector<Town> const& towns) {
    Names names;
    for (Town const& town : towns) names.push_back(town.name);
    return names;
}

/// Two provinces, written in no order at all.
static Directory three_towns() {
    TemporaryData const data = TemporaryData::small();
    data.replace("phrases.toml", "[badge.counted]", "[province]\nwest = \"Ouest\"\neast = \"Est\"\n[badge.counted]");
    data.write("places.toml", R"(
province = [{ id = "west", language = "nl" }, { id = "east", language = "fr" }]
place = [
  { id = "ath", province = "east", name = "Ath", latitude = 50.6, longitude = 3.8 },
  { id = "petit", province = "west", name = "Klein", latitude = 51.0, longitude = 3.0, population = 20, first = true },
  { id = "aa", province = "west", name = "Aa", latitude = 51.1, longitude = 3.1 },
  { id = "grand", province = "west", name = "Groot", translated = { fr = "Grand" }, latitude = 51.2, longitude = 3.2, population = 900, first = true },
]
)");
    return Directory::open(data.snapshot_with_bytes()).value();
}

TEST_CASE("a province has its places, the largest first, and those of unknown size by their letters") {
    Directory const directory = three_towns();
    CHECK(directory.provinces() == Names{"west", "east"});
    CHECK(names(directory.towns("west", in_dutch)) == Names{"Groot", "Klein", "Aa"});
    CHECK(names(directory.towns("east", in_dutch)) == Names{"Ath"});
    CHECK(directory.towns("nowhere", in_dutch).empty());
    CHECK(names(directory.first_towns(in_dutch)) == Names{"Groot", "Klein"});
}

TEST_CASE("a place has the visitor's name for it, and the local one beside it where that is another") {
    Directory const directory = three_towns();
    Town const french = directory.town("grand", in_french).value();
    CHECK(french.name == "Grand");
    CHECK(french.name_language == "fr");
    CHECK(french.local_name == "Groot");
    Town const dutch = directory.town("grand", in_dutch).value();
    CHECK(dutch.name == "Groot");
    CHECK(dutch.name_language == "nl");
    CHECK(dutch.local_name.empty());
    CHECK(directory.town("grand", in_arabic).value().name == "Groot");
    CHECK(dutch.province == "west");
    CHECK(dutch.coordinates.latitude == doctest::Approx(51.2));
    CHECK_FALSE(directory.town("nowhere", in_dutch));
    CHECK_FALSE(directory.town("", in_dutch));
}

TEST_CASE("the place nearest to a terminal is found, and none where nobody knows where it stands") {
    Directory const directory = three_towns();
    Viewpoint from = in_french;
    CHECK_FALSE(directory.nearest_town(from));
    from.coordinates = Coordinates{51.19, 3.19};
    CHECK(directory.nearest_town(from)->name == "Grand");
    from.coordinates = Coordinates{50.5, 4};
    CHECK(directory.nearest_town(from)->name == "Ath");
}

TEST_CASE("the directory has the whole country, and every place of it once on the pages of its province") {
    Directory const directory = Directory::open_bytes(embedded_snapshot()).value();
    CHECK(directory.provinces().size() == 11);
    CHECK(directory.first_towns(in_french).size() == 29);
    std::size_t all = 0;
    for (std::string const& province : directory.provinces()) {
        CHECK_FALSE(directory.phrase("province." + province, in_french).words.empty());
        auto const towns = directory.towns(province, in_french);
        all += towns.size();
        CHECK(std::ranges::all_of(towns, [&](Town const& town) { return town.province == province; }));
    }
    CHECK(all == 1732);
    CHECK(directory.town("liege", in_dutch)->name == "Luik");
    CHECK(directory.town("antwerpen", in_french)->name == "Anvers");
    CHECK(directory.nearest_town({.coordinates = Coordinates{50.47, 4.87}})->id == "namur");
}

TEST_CASE("services are nearest to the place that is asked from") {
    Directory const directory = Directory::open_bytes(embedded_snapshot()).value();
    Viewpoint from = in_french;
    from.coordinates = directory.town("liege", from)->coordinates;
    auto const services = directory.services("rape", from);
    auto const centre = std::ranges::find(services, "cpvs-liege", &ServiceSummary::id);
    REQUIRE(centre != services.end());
    CHECK(centre->distance_km.value() < 10);
}
