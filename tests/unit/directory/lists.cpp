#include <halte/directory.h>

#include "ids.h"
#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

static std::string phone(std::string const& number, std::string const& more = "type = \"voice\"") {
    return "[[phone]]\nnumber = \"" + number + "\"\npublish = \"yes\"\nsource = \"https://example.org\"\n" + more +
           "\n";
}
static std::string location(std::string const& city, double latitude, double longitude) {
    return "[[location]]\ncity = \"" + city +
           "\"\npublish = \"yes\"\nsource = \"https://example.org\"\nlatitude = " + std::to_string(latitude) +
           "\nlongitude = " + std::to_string(longitude) + "\n";
}

static Viewpoint const anywhere;
static Viewpoint const in_brussels{.coordinates = Coordinates{50.85, 4.35}};
static Viewpoint const in_liege{.coordinates = Coordinates{50.63, 5.57}};

TEST_CASE("independent services come first, then those whose first situation it is, then the order of the records") {
    TemporaryData const data = TemporaryData::small();
    data.record("police", 1, "situations = [\"rape\"]\nkind = \"authority\"");
    data.record("nurse", 2, "situations = [\"rape\"]\nkind = \"staff\"");
    data.record("also", 3, "situations = [\"school\", \"rape\"]");
    data.record("second", 5, "situations = [\"rape\"]");
    data.record("first", 4, "situations = [\"rape\", \"school\"]");
    data.record("elsewhere", 6, "situations = [\"school\"]");
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    auto const services = directory.services("rape", anywhere);
    CHECK(ids(services) == Ids{"first", "second", "also", "police", "nurse"});
    CHECK(directory.service_ids() == Ids{"police", "nurse", "also", "first", "second", "elsewhere"});
}

TEST_CASE("what is for authors of violence has its own door and stands in no other list") {
    TemporaryData const data = TemporaryData::small();
    data.record("victims", 1, "situations = [\"rape\"]");
    data.record("authors", 2, "situations = [\"rape\"]\naudience = \"authors\"");
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    CHECK(ids(directory.services("rape", anywhere)) == Ids{"victims"});
    CHECK(ids(directory.author_services(anywhere)) == Ids{"authors"});
    CHECK(directory.service("authors", anywhere));
}

TEST_CASE("behind the separate door stand no number of a line for victims, and whether a court's order is needed") {
    TemporaryData const data = TemporaryData::small();
    data.record("victims", 1, "situations = [\"rape\"]", phone("0800 98 100"));
    data.record("authors", 2, "situations = [\"rape\"]\naudience = \"authors\"\non_court_order = true",
                phone("0800 98 100", "type = \"voice\"\nshared_with = \"victims\""));
    auto const authors = Directory::open(data.snapshot_with_bytes()).value().author_services(anywhere);
    REQUIRE(authors.size() == 1);
    CHECK_FALSE(authors[0].phone);
    CHECK(authors[0].on_court_order);
    CHECK(authors[0].made_for == Ids{std::string(authors_door)});
}

static TemporaryData network(std::string const& of_network) {
    TemporaryData data = TemporaryData::small();
    data.record("net", 1, "situations = [\"rape\"]", of_network);
    data.record("brussels", 2, "parent = \"net\"\nsituations = [\"rape\"]", location("Bruxelles", 50.85, 4.35));
    data.record("liege", 3, "parent = \"net\"\nsituations = [\"rape\"]", location("Liège", 50.63, 5.57));
    data.record("alone", 4, "situations = [\"rape\"]");
    return data;
}

TEST_CASE("of a network stand its own card and its nearest site") {
    auto const directory = Directory::open(network(phone("0800 98 100")).snapshot()).value();
    auto const near = directory.services("rape", in_liege);
    CHECK(ids(near) == Ids{"net", "liege", "alone"});
    CHECK(near[0].sites == 2);
    CHECK(near[1].city == "Liège");
    CHECK(*near[1].distance_km == doctest::Approx(0));
    CHECK(ids(directory.services("rape", in_brussels)) == Ids{"net", "brussels", "alone"});
}

TEST_CASE("where the terminal is not known, a network stands for its sites, or its first when it has no number") {
    auto const with_number = Directory::open(network(phone("0800 98 100")).snapshot()).value();
    CHECK(ids(with_number.services("rape", anywhere)) == Ids{"net", "alone"});
    auto const without = Directory::open(network("").snapshot()).value();
    CHECK(ids(without.services("rape", anywhere)) == Ids{"net", "brussels", "alone"});
}

TEST_CASE("sites whose network is not in the answer all stand") {
    TemporaryData const data = network("");
    data.record("net", 1, "situations = [\"school\"]");
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    CHECK(ids(directory.services("rape", in_liege)) == Ids{"brussels", "liege", "alone"});
}

TEST_CASE("a nearest site that is closed gives way to one that is open") {
    TemporaryData const data = network("");
    data.record("liege", 3, "parent = \"net\"\nstatus = \"inactive\"\nsituations = [\"rape\"]",
                location("Liège", 50.63, 5.57));
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    CHECK(ids(directory.services("rape", in_liege)) == Ids{"net", "brussels", "alone"});
}

TEST_CASE("the page of a network has its sites, the nearest first, and a site names its network") {
    auto const directory = Directory::open(network("").snapshot()).value();
    CHECK(ids(directory.service("net", in_liege)->sites) == Ids{"liege", "brussels"});
    CHECK(directory.service("liege", in_liege)->network == "Name of net");
}

static TemporaryData with_lines() {
    TemporaryData data = TemporaryData::small();
    data.record("french", 1, "situations = [\"general\"]\nlanguages = [\"fr\"]");
    data.record("dutch", 2, "situations = [\"general\"]\nlanguages = [\"nl\"]");
    data.record("child", 3, "situations = [\"general\"]\nlanguages = [\"fr\"]");
    data.record("missing", 4, "situations = [\"general\"]\nlanguages = [\"nl\", \"fr\"]");
    data.write("lines.toml",
               "fallback = [\"french\", \"dutch\"]\nalways = [\"missing\"]\n[fr]\nlines = [\"french\", "
               "\"child\"]\n[nl]\nlines = [\"dutch\"]\n");
    data.replace("profiles/school.toml", "[wording]", "leading_lines = [\"child\"]\n[wording]");
    return data;
}

TEST_CASE("general lines are those of the visitor's language, then those of everybody") {
    auto const directory = Directory::open(with_lines().snapshot_with_bytes()).value();
    CHECK(ids(directory.general_lines({.language = "fr"})) == Ids{"french", "child", "missing"});
    CHECK(ids(directory.general_lines({.language = "nl"})) == Ids{"dutch", "missing"});
}

TEST_CASE("a language without lines of its own is shown the others, each with the language it answers in") {
    auto const directory = Directory::open(with_lines().snapshot_with_bytes()).value();
    auto const lines = directory.general_lines({.language = "ar"});
    CHECK(ids(lines) == Ids{"french", "dutch", "missing"});
    CHECK(lines[1].languages == Ids{"nl"});
}

TEST_CASE("a language's one line stands before those of the others, and takes none of them away") {
    TemporaryData const data = with_lines();
    data.replace("lines.toml", "[nl]", "[ar]\nbefore_fallback = [\"child\"]\n[nl]");
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    CHECK(ids(directory.general_lines({.language = "ar"})) == Ids{"child", "french", "dutch", "missing"});
    CHECK(ids(directory.general_lines({.language = "nl"})) == Ids{"dutch", "missing"});
}

TEST_CASE("a line that a place leaves out is not among its general lines either") {
    TemporaryData const data = with_lines();
    data.replace("profiles/school.toml", "[wording]", "left_out_services = [\"french\"]\n[wording]");
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    CHECK(ids(directory.general_lines({.language = "fr", .profile = "school"})) == Ids{"child", "missing"});
    CHECK(ids(directory.general_lines({.language = "fr"})) == Ids{"french", "child", "missing"});
}

TEST_CASE("the line that a place puts first comes first") {
    auto const directory = Directory::open(with_lines().snapshot_with_bytes()).value();
    CHECK(ids(directory.general_lines({.language = "fr", .profile = "school"})) == Ids{"child", "french", "missing"});
    CHECK(ids(directory.general_lines({.language = "ar", .profile = "school"}))[0] == "child");
}

/// The same lines, which also help in a situation beside a service that is made for it.
static TemporaryData with_lines_that_help() {
    TemporaryData data = with_lines();
    data.record("french", 1, "situations = [\"general\", \"rape\"]\nlanguages = [\"fr\"]");
    data.record("dutch", 2, "situations = [\"general\", \"rape\"]\nlanguages = [\"nl\"]");
    data.record("child", 3, "situations = [\"rape\", \"general\"]\nmade_for = [\"rape\"]\nlanguages = [\"fr\"]");
    data.record("centre", 5, "situations = [\"rape\"]");
    data.replace("profiles/school.toml", "[wording]", "leading_services = [\"child\", \"dutch\"]\n[wording]");
    return data;
}

TEST_CASE("whoever has general lines of their own language is shown no other, but for those made for the situation") {
    auto const directory = Directory::open(with_lines_that_help().snapshot_with_bytes()).value();
    CHECK(ids(directory.services("rape", {.language = "fr"})) == Ids{"child", "centre", "french"});
    CHECK(ids(directory.services("rape", {.language = "nl"})) == Ids{"child", "centre", "dutch"});
    CHECK(ids(directory.services("rape", {.language = "ar"})) == Ids{"child", "centre", "french", "dutch"});
}

TEST_CASE("what a place puts first leads every situation, in the visitor's language") {
    auto const directory = Directory::open(with_lines_that_help().snapshot_with_bytes()).value();
    auto const in_french = directory.services("school", {.language = "fr", .profile = "school"});
    CHECK(ids(in_french) == Ids{"child"});
    CHECK(in_french[0].leading);
    auto const in_dutch = directory.services("rape", {.language = "nl", .profile = "school"});
    CHECK(ids(in_dutch) == Ids{"dutch", "child", "centre"});
    CHECK(in_dutch[0].leading);
    CHECK_FALSE(in_dutch[1].leading);
    CHECK_FALSE(directory.services("rape", {.language = "fr"})[0].leading);
}

TEST_CASE("a site that has the number of its network does not stand beside it") {
    TemporaryData data = TemporaryData::small();
    data.record("net", 1, "situations = [\"rape\"]", phone("02 000 00 01"));
    data.record("near", 2, "situations = [\"rape\"]\nparent = \"net\"",
                phone("02 000 00 01") + location("Bruxelles", 50.85, 4.35));
    CHECK(ids(Directory::open(data.snapshot_with_bytes()).value().services("rape", in_brussels)) == Ids{"net"});
    data.record("near", 2, "situations = [\"rape\"]\nparent = \"net\"",
                phone("02 000 00 02") + location("Bruxelles", 50.85, 4.35));
    CHECK(ids(Directory::open(data.snapshot_with_bytes()).value().services("rape", in_brussels)) == Ids{"net", "near"});
}
