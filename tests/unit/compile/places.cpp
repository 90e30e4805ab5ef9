#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

static char const* const places_file = "places.toml";

/// Whether a fault planted in the project's own list of places is found on its line.
static bool found(std::string const& before, std::string const& after, std::string const& what) {
    TemporaryData const data = TemporaryData::copy();
    int const line = data.replace(places_file, before, after);
    return std::ranges::any_of(data.problems(), [&](Problem const& problem) {
        return problem.level == Level::failure && problem.where.name == data.file(places_file) &&
               problem.where.line == line && problem.what.find(what) != std::string::npos && !problem.cure.empty();
    });
}

TEST_CASE("a place without coordinates, or with half of them, is found") {
    CHECK(found("latitude = 50.63373, longitude = 5.56749,", "", "Liège has no coordinates"));
    CHECK(found("latitude = 50.63373, ", "", "Liège has no coordinates"));
}

TEST_CASE("a place outside Belgium is found") {
    CHECK(found("latitude = 50.63373,", "latitude = 48.85,", "the coordinates of Liège are not in Belgium"));
}

TEST_CASE("a place without a province, or in one that is not there, is found") {
    CHECK(found("id = \"liege\", province = \"liege\",", "id = \"liege\",", "a place has no \"province\""));
    CHECK(found("id = \"liege\", province = \"liege\"", "id = \"liege\", province = \"nowhere\"",
                "there is no province \"nowhere\""));
}

TEST_CASE("a place that is there twice is found") {
    CHECK(found("id = \"seraing\"", "id = \"liege\"", "the place \"liege\" is there twice"));
    CHECK(found("name = \"Seraing\"", "name = \"Liège\"", "Liège is there twice in liege"));
}

TEST_CASE("a province that is there twice, or has no name, is found") {
    CHECK(found("{ id = \"namur\", language = \"fr\" }", "{ id = \"hainaut\", language = \"fr\" }",
                "the province \"hainaut\" is there twice"));
    CHECK(found("{ id = \"namur\", language = \"fr\" }", "{ id = \"meuse\", language = \"fr\" }",
                "the province \"meuse\" has no name"));
}

TEST_CASE("a key of a place that nothing reads, an empty name and an empty town are found") {
    CHECK(found("name = \"Liège\"", "nom = \"Liège\"", "a key \"nom\" that nothing reads"));
    CHECK(found("nl = \"Luik\"", "nl = \"\"", "\"nl\" of [translated] is empty"));
    CHECK(found("population = 182597", "population = 0", "nobody lives in Liège"));
}
