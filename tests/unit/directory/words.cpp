#include <halte/directory.h>

#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

static std::string const po_header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n";

static TemporaryData with_arabic() {
    TemporaryData data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    data.write("translations/ar/phrases.po", po_header + R"(
#, fuzzy
msgctxt "sill.leave"
msgid "Effacer et partir"
msgstr "امسح وغادر"

msgctxt "sill.leave@school"
msgid "Partir"
msgstr ""
)");
    data.write("translations/ar/records.po",
               po_header +
                   "\n# reviewed by sworn translator on 2026-11-24\nmsgctxt \"one.summary\"\n"
                   "msgid \"Résumé de one\"\nmsgstr \"ملخص\"\n");
    return data;
}

TEST_CASE("a phrase comes in the language asked for, and says whether a speaker has read it") {
    auto const directory = Directory::open(with_arabic().snapshot_with_bytes()).value();
    Text const words = directory.phrase("sill.leave", {.language = "ar"});
    CHECK(words.words == "امسح وغادر");
    CHECK(words.language == "ar");
    CHECK_FALSE(words.reviewed);
}

TEST_CASE("what nobody has translated comes in French and says so") {
    auto const directory = Directory::open(with_arabic().snapshot_with_bytes()).value();
    Text const words = directory.phrase("sill.km", {.language = "ar"});
    CHECK(words.words == "environ {km} km");
    CHECK(words.language == "fr");
    CHECK(words.reviewed);
}

TEST_CASE("a place has its own wording, but a language that is understood comes before it") {
    auto const directory = Directory::open(with_arabic().snapshot_with_bytes()).value();
    CHECK(directory.phrase("sill.leave", {.profile = "school"}).words == "Partir");
    CHECK(directory.phrase("sill.leave", {.profile = "hospital"}).words == "Effacer et partir");
    CHECK(directory.phrase("sill.leave", {.language = "ar", .profile = "school"}).words == "امسح وغادر");
}

/// Arabic with its six forms of what counts; Dutch, which has not translated it.
static TemporaryData that_counts() {
    TemporaryData data = with_arabic();
    data.write("translations/nl/phrases.po", po_header);
    data.write("translations/ar/phrases.po", po_header + R"(
#, fuzzy
msgctxt "badge.places"
msgid "{count} lieu"
msgid_plural "{count} lieux"
msgstr[0] "لا أماكن"
msgstr[1] "مكان"
msgstr[2] "مكانان"
msgstr[3] "{count} أماكن"
msgstr[4] "{count} مكانا"
msgstr[5] "{count} مكان"
)");
    return data;
}

TEST_CASE("a phrase that counts comes in the form that the language has for the number") {
    auto const directory = Directory::open(that_counts().snapshot_with_bytes()).value();
    auto const arabic = [&](int count) { return directory.phrase("badge.places", count, {.language = "ar"}); };
    CHECK(arabic(0).words == "لا أماكن");
    CHECK(arabic(1).words == "مكان");
    CHECK(arabic(2).words == "مكانان");
    for (int const few : {3, 10, 103, 110, 203, 1'000'003}) CHECK(arabic(few).words == "{count} أماكن");
    for (int const many : {11, 99, 111, 199, 211, 1'000'099}) CHECK(arabic(many).words == "{count} مكانا");
    for (int const other : {100, 102, 200, 201, 1'000'000}) CHECK(arabic(other).words == "{count} مكان");
    CHECK(arabic(7).language == "ar");
    CHECK_FALSE(arabic(7).reviewed);
    CHECK(arabic(-1).words == arabic(0).words);
}

TEST_CASE("a phrase that counts and that nobody has translated comes in French, in the form that French has") {
    auto const directory = Directory::open(that_counts().snapshot_with_bytes()).value();
    for (char const* language : {"fr", "nl", "xx"}) {
        CAPTURE(language);
        auto const places = [&](int count) { return directory.phrase("badge.places", count, {.language = language}); };
        for (int const one : {0, 1}) CHECK(places(one).words == "{count} lieu");
        for (int const more : {2, 21, 101, 1000}) CHECK(places(more).words == "{count} lieux");
        CHECK(places(2).language == "fr");
        CHECK(places(2).reviewed);
    }
}

TEST_CASE("a language without any phrase is offered by its own name, and every phrase of it is French") {
    TemporaryData const data = that_counts();
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    auto const languages = directory.languages();
    auto const dutch = std::ranges::find(languages, "nl", &Language::code);
    REQUIRE(dutch != languages.end());
    CHECK(dutch->endonym == "Nederlands");
    CHECK(directory.phrase("sill.leave", {.language = "nl"}).language == "fr");
    CHECK(directory.phrase("name_of_language.ar", {.language = "nl"}).words == "العربية");
    CHECK(directory.phrase("name_of_language.ar", {}).words == "Arabe");
}

TEST_CASE("within a sentence the name of a language is small where the language writes it so") {
    TemporaryData const data = that_counts();
    data.replace("languages.toml", "names = { fr = \"Français\" }",
                 "small_names = true\nnames = { fr = \"Français\", nl = \"Frans\" }");
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    CHECK(directory.phrase("name_of_language.fr", {}).words == "Français");
    CHECK(directory.phrase("name_in_sentence.fr", {}).words == "français");
    CHECK(directory.phrase("name_in_sentence.ar", {}).words == "arabe");
    CHECK(directory.phrase("name_in_sentence.fr", {.language = "nl"}).words == "Frans");
}

TEST_CASE("languages come in their order, with their own name and direction") {
    auto const directory = Directory::open(with_arabic().snapshot_with_bytes()).value();
    auto const languages = directory.languages();
    REQUIRE(languages.size() == 2);
    CHECK(languages[0].code == "fr");
    CHECK_FALSE(languages[0].right_to_left);
    CHECK(languages[1].endonym == "العربية");
    CHECK(languages[1].right_to_left);
}

TEST_CASE("situations come in the order of the place, in its words") {
    auto const directory = Directory::open(with_arabic().snapshot_with_bytes()).value();
    auto const school = directory.situations({.profile = "school"});
    REQUIRE(school.size() == 2);
    CHECK(school[0].id == "school");
    CHECK(school[1].title.words == "On m’a touché");
    CHECK(school[1].line.words == "Une ligne");
    CHECK(directory.situations({.profile = "hospital"})[0].title.words == "Un titre");
    CHECK(directory.situations({.profile = "no such place"}).size() == 2);
    CHECK_FALSE(directory.situation("nothing", {}));
}

TEST_CASE("first steps belong to their situation") {
    auto const directory = Directory::open(with_arabic().snapshot_with_bytes()).value();
    auto const steps = directory.guidance("rape", {});
    REQUIRE(steps.size() == 1);
    CHECK(steps[0].title.words == "Un pas");
    CHECK(steps[0].text.words == "Si vous voulez.");
    CHECK(directory.guidance("school", {}).empty());
}

TEST_CASE("nobody who has lines of their own language is sent to one that answers in another") {
    TemporaryData data = with_arabic();
    data.write("lines.toml", "fallback = [\"one\"]\nalways = []\n[nl]\nlines = [\"one\"]\n");
    std::string const step =
        "icon = \"drop\"\ntitle = \"Un pas\"\ntext = \"Parler.\"\nsituations = [\"rape\"]\n"
        "source = [\"https://example.org/\"]\n";
    data.write("guidance.toml", "[[guidance]]\nid = \"french\"\nanswers_in = \"fr\"\n" + step +
                                    "[[guidance]]\nid = \"dutch\"\nanswers_in = \"nl\"\n" + step +
                                    "[[guidance]]\nid = \"any\"\n" + step);
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    auto const ids = [&](char const* language) {
        std::string all;
        for (Guidance const& each : directory.guidance("rape", {.language = language})) all += each.id + " ";
        return all;
    };
    CHECK(ids("nl") == "dutch any ");
    CHECK(ids("ar") == "french dutch any ");
}

TEST_CASE("the sentences of a record come in the language asked for") {
    auto const directory = Directory::open(with_arabic().snapshot_with_bytes()).value();
    auto const service = directory.service("one", {.language = "ar"});
    REQUIRE(service);
    CHECK(service->brief.summary.words == "ملخص");
    CHECK(service->brief.summary.language == "ar");
    CHECK(service->brief.summary.reviewed);
    CHECK(service->text[ServiceText::description].words == "Ce que fait one");
    CHECK(service->text[ServiceText::description].language == "fr");
}

TEST_CASE("a profile is its lists, and an unknown one is nothing") {
    auto const directory = Directory::open(with_arabic().snapshot_with_bytes()).value();
    auto const hospital = directory.profile("hospital");
    REQUIRE(hospital);
    CHECK(hospital->languages == std::vector<std::string>{"fr", "ar"});
    CHECK_FALSE(directory.profile("station"));
}

TEST_CASE("an icon is its coverage: the left half of a half-filled drawing") {
    auto const directory = Directory::open(with_arabic().snapshot_with_bytes()).value();
    auto const icon = directory.icon("drop");
    REQUIRE(icon);
    REQUIRE(icon->coverage.size() == std::size_t(icon->side) * std::size_t(icon->side));
    CHECK(icon->coverage.front() == 255);
    CHECK(icon->coverage[std::size_t(icon->side) - 1] == 0);
    CHECK_FALSE(directory.icon("nothing"));
}
