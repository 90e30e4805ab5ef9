#include <halte/directory.h>

#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

static std::string const facts = R"(
application_process = "On vous écoute."
eligibility_description = "Tout le monde."
traces = "Rien ne reste."
told = "Personne."
[[phone]]
number = "0471 00 00 01"
type = "text"
publish = "yes"
source = "https://example.org"
[[phone]]
number = "02 000 00 02"
description = "Demandez le centre"
type = "voice"
free = true
publish = "yes"
source = ["https://example.org", "https://example.com"]
[[phone.schedule]]
byday = "MO,SU"
opens_at = "08:30"
closes_at = "24:00"
[[phone]]
number = "02 000 00 03"
type = "voice"
publish = "after checking by phone"
[[email]]
address = "one@example.org"
publish = "yes"
source = "https://example.org"
[[location]]
name = "Accueil"
address_1 = "Rue de l’Essai 1"
postal_code = "1000"
city = "Bruxelles"
publish = "yes"
source = "https://example.org"
[[location]]
city = "Namur"
publish = "no"
[hours]
publish = "yes"
source = "https://example.org"
[[hours.schedule]]
kind = "visit"
byday = "TU"
opens_at = "09:00"
closes_at = "12:00"
[[hours.schedule]]
kind = "chat"
byday = "WE"
opens_at = "14:00"
closes_at = "18:00"
)";

/// What a record says of itself, before its tables.
static std::string const itself = "situations = [\"rape\"]\nchat = true\nwebsite = \"https://www.one.example.org/\"";

static Service page_of(std::string const& tables, std::string const& more = itself) {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, more, tables);
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    auto service = directory.service("one", {});
    REQUIRE(service);
    return *service;
}

TEST_CASE("a page has every published fact of the record, and no other") {
    Service const page = page_of(facts);
    CHECK(page.text[ServiceText::application_process].words == "On vous écoute.");
    CHECK(page.text[ServiceText::eligibility_description].words == "Tout le monde.");
    CHECK(page.text[ServiceText::traces].words == "Rien ne reste.");
    CHECK(page.text[ServiceText::told].words == "Personne.");
    REQUIRE(page.phones.size() == 2);
    CHECK(page.phones[0].text_only);
    CHECK(page.phones[1].description.words == "Demandez le centre");
    CHECK(page.phones[1].free == true);
    CHECK(page.emails == std::vector<std::string>{"one@example.org"});
    REQUIRE(page.locations.size() == 1);
    CHECK(page.locations[0].street == "Rue de l’Essai 1");
    CHECK(page.locations[0].name.words == "Accueil");
    CHECK_FALSE(page.locations[0].coordinates);
    CHECK(page.assured_date == Date{2026, 11, 24});
    CHECK(page.source == SourceKind::service);
}

TEST_CASE("the number on a card is one that can be called, with its own hours before those of the service") {
    ServiceSummary const card = page_of(facts).brief;
    REQUIRE(card.phone);
    CHECK(card.phone->number == "02 000 00 02");
    REQUIRE(card.schedules.size() == 1);
    CHECK(card.schedules[0].opens_at == 8 * 60 + 30);
    CHECK(card.schedules[0].closes_at == 24 * 60);
    CHECK(card.schedules[0].byday == std::array{true, false, false, false, false, false, true});
    CHECK_FALSE(card.any_hour);
}

TEST_CASE("a service is there day and night, unless the number on its card has hours of its own") {
    std::string const any_hour = itself + "\nany_hour = true";
    CHECK(page_of("", any_hour).brief.any_hour);
    CHECK_FALSE(page_of(facts, any_hour).brief.any_hour);
}

TEST_CASE("hours that leave no minute of the week out are day and night") {
    auto const with = [](char const* evening) {
        std::string const schedule = "[[phone.schedule]]\nbyday = \"MO,TU,WE,TH,FR,SA,SU\"\n";
        return page_of("[[phone]]\nnumber = \"02 000 00 02\"\ntype = \"voice\"\npublish = \"yes\"\nsource = \"x\"\n" +
                       schedule + "opens_at = \"00:00\"\ncloses_at = \"08:00\"\n" + schedule + "opens_at = \"" +
                       evening + "\"\ncloses_at = \"24:00\"\n")
            .brief.any_hour;
    };
    CHECK(with("08:00"));
    CHECK_FALSE(with("08:01"));
}

TEST_CASE("hours come by kind, phone before chat before visit") {
    Service const page = page_of(facts);
    REQUIRE(page.hours.size() == 2);
    CHECK(page.hours[0].kind == "chat");
    CHECK(page.hours[1].kind == "visit");
}

TEST_CASE("a service that is not simply active is never shown as open") {
    CHECK(page_of("").brief.open);
    CHECK_FALSE(page_of("", "situations = [\"rape\"]\nstatus = \"temporarily closed\"").brief.open);
    CHECK_FALSE(page_of("", "situations = [\"rape\"]\nstatus = \"announced for 2026: check it\"").brief.open);
}

TEST_CASE("what is not known stays unknown") {
    ServiceSummary const card = page_of("").brief;
    CHECK_FALSE(card.phone);
    CHECK_FALSE(card.free);
    CHECK_FALSE(card.anonymous);
    CHECK_FALSE(card.distance_km);
    CHECK(card.languages.empty());
    CHECK(page_of("", "situations = [\"rape\"]\ncost = \"free\"\nanonymous = false").brief.free == true);
    CHECK(page_of("", "situations = [\"rape\"]\ncost = \"free\"\nanonymous = false").brief.anonymous == false);
}

TEST_CASE("a website is written as it is read aloud") {
    CHECK(page_of("", "situations = [\"rape\"]\nwebsite = \"https://www.example.org/\"").brief.website ==
          "www.example.org");
}

static std::string const dutch = R"([translated.nl]
name = "Zorgcentrum"
website = "https://nl.example.org"
[translated.de]
name = "Zentrum"
[[location]]
address_1 = "Rue Haute 320"
city = "Bruxelles"
publish = "yes"
source = "https://example.org"
[location.translated.nl]
address_1 = "Hoogstraat 320"
city = "Brussel"
)";

TEST_CASE("a visitor reads the name, the street and the website that a service has in their language") {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]\nwebsite = \"https://example.org\"", dutch);
    data.record("site", 2, "situations = [\"rape\"]\nparent = \"one\"");
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    Service const page = *directory.service("one", {.language = "nl"});
    CHECK(page.brief.name == "Zorgcentrum");
    CHECK(page.brief.name_language == "nl");
    CHECK(page.brief.website == "nl.example.org");
    CHECK(page.brief.city == "Brussel");
    CHECK(page.locations[0].street == "Hoogstraat 320");
    CHECK(page.locations[0].language == "nl");
    CHECK(directory.service("site", {.language = "nl"})->network == "Zorgcentrum");
    CHECK(directory.services("rape", {.language = "nl"})[0].name == "Zorgcentrum");
}

TEST_CASE("where a service has no name in the visitor's language, its French one stands") {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]\nwebsite = \"https://example.org\"", dutch);
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    for (std::string const language : {"fr", "ar"}) {
        Service const page = *directory.service("one", {.language = language});
        CHECK(page.brief.name == "Name of one");
        CHECK(page.brief.name_language == "fr");
        CHECK(page.brief.website == "example.org");
        CHECK(page.locations[0].street == "Rue Haute 320");
        CHECK(page.locations[0].language == "fr");
    }
}

TEST_CASE("a street keeps its language where only the city has a name in the visitor's") {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]", dutch);
    data.replace("records/one.toml", "address_1 = \"Hoogstraat 320\"", "");
    auto const with_street =
        Directory::open(data.snapshot_with_bytes()).value().service("one", {.language = "nl"})->locations[0];
    CHECK(with_street.city == "Brussel");
    CHECK(with_street.language == "fr");
    data.replace("records/one.toml", "address_1 = \"Rue Haute 320\"", "");
    CHECK(
        Directory::open(data.snapshot_with_bytes()).value().service("one", {.language = "nl"})->locations[0].language ==
        "nl");
}

TEST_CASE("a withheld address is not there in any language") {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]", dutch);
    data.replace("records/one.toml", "publish = \"yes\"", "publish = \"after checking by phone\"");
    std::string const bytes = read_file(data.snapshot());
    CHECK(bytes.find("Zorgcentrum") != std::string::npos);
    CHECK(bytes.find("Hoogstraat") == std::string::npos);
}

TEST_CASE("what a service is made for is known, and a situation without a door has no screen") {
    TemporaryData const data = TemporaryData::small();
    data.replace("situations.toml", "\n[[situation]]", "without_door = [\"partner\"]\n[[situation]]");
    data.record("one", 1, "situations = [\"rape\", \"partner\", \"general\", \"school\"]\nmade_for = [\"partner\"]");
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    CHECK(directory.service("one", {})->brief.made_for == std::vector<std::string>{"partner"});
    CHECK(directory.services("partner", {}).size() == 1);
    CHECK_FALSE(directory.situation("partner", {}));
    CHECK(directory.situations({.profile = "none"}).size() == 2);
}

TEST_CASE("the snapshot speaks of the newest day of its records") {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    CHECK(Directory::open(data.snapshot_with_bytes())->as_of() == Date{2026, 11, 24});
    std::string const later = data.beside("later");
    REQUIRE(build_snapshot(data.path(), later, {.as_of = Date{2027, 1, 2}, .today = {{2027, 1, 2}}}));
    CHECK(Directory::open(later)->as_of() == Date{2027, 1, 2});
}

TEST_CASE("a service that nobody has heard of is nothing") {
    TemporaryData const data = TemporaryData::small();
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    CHECK_FALSE(directory.service("nobody", {}));
    CHECK(directory.services("nothing", {}).empty());
}
