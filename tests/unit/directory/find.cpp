// Finding a service by a word.
#include <halte/directory.h>

#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

namespace {

TemporaryData some_services() {
    TemporaryData data = TemporaryData::small();
    data.record("near", 1, "situations = [\"rape\"]");
    data.record("far", 2, "situations = [\"rape\"]");
    data.replace("records/near.toml", "Ce que fait near", "Une écoute à Namur");
    data.replace("records/far.toml", "Name of far", "Écoute");
    data.replace("records/far.toml", "Résumé de far", "Un café");
    return data;
}

std::vector<std::string> ids_found(std::vector<ServiceSummary> const& services) {
    std::vector<std::string> ids;
    for (ServiceSummary const& each : services) ids.push_back(each.id);
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a word finds what is called so before what says it, with or without its accents") {
    TemporaryData const data = some_services();
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    for (char const* const typed : {"écoute", "ecoute", "ECOUTE", "écou", "  écoute, "}) {
        CAPTURE(typed);
        CHECK(ids_found(directory.find(typed, {})) == Ids{"far", "near"});
    }
    CHECK(ids_found(directory.find("ecoute namur", {})) == Ids{"near"});
    CHECK(ids_found(directory.find("ecoute liege", {})).empty());
}

TEST_CASE("nothing that is typed is an operator of the search, and no words find nothing") {
    TemporaryData const data = some_services();
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    for (char const* const typed : {"", " ", "\"", "*", "()", "- ^ :", "\"*\""})
        CHECK(directory.find(typed, {}).empty());
    CHECK(ids_found(directory.find("écoute* OR", {})).empty());
    CHECK(ids_found(directory.find("name:namur", {})) == Ids{"near"});
    CHECK(directory.find("\xff\xfe", {}).empty());
}

TEST_CASE("a sentence is found in the visitor's language and in French, and in no other") {
    TemporaryData const data = some_services();
    REQUIRE(update_translations(data.path()));
    std::string const entry = "msgctxt \"far.summary\"\nmsgid \"Un café\"\nmsgstr ";
    data.replace("translations/nl/records.po", entry + "\"\"", "#, fuzzy\n" + entry + "\"Een kroeg\"");
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    Viewpoint const dutch{.language = "nl"};
    CHECK(ids_found(directory.find("kroeg", dutch)) == Ids{"far"});
    CHECK(ids_found(directory.find("cafe", dutch)) == Ids{"far"});
    CHECK(directory.find("kroeg", {}).empty());
}

TEST_CASE("what is for authors of violence is never found") {
    TemporaryData const data = some_services();
    data.replace("records/far.toml", "order = 2", "order = 2\naudience = \"authors\"");
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    CHECK(ids_found(directory.find("écoute", {})) == Ids{"near"});
}

TEST_CASE("what the profile leaves out is not found") {
    TemporaryData const data = some_services();
    auto const profile = read_file(data.file("profiles/school.toml"));
    data.write("profiles/school.toml", "left_out_services = [\"far\"]\n" + profile);
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    CHECK(ids_found(directory.find("écoute", {.profile = "school"})) == Ids{"near"});
    CHECK(ids_found(directory.find("écoute", {})) == Ids{"far", "near"});
}
