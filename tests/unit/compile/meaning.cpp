// What a translation may not do to its French sentence, and how short those of the core are.
#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

namespace {

char const* const dutch_core = "translations/nl/core.po";

/// A core of one sentence, and a translation of it in Dutch that nobody has read.
struct Translation {
    char const* french;
    char const* words;
    char const* what = "";  ///< the fault, or empty when it is right
    char const* key = "some";
};

/// All that is wrong with the translation, on its line.
std::string faults_in(Translation const& planted) {
    TemporaryData const data = TemporaryData::small();
    bool const is_date = std::string_view(planted.key) == "time";
    data.write("core.toml",
               std::string(is_date ? "[date]\n" : "[words]\n") + planted.key + " = \"" + planted.french + "\"\n");
    REQUIRE(update_translations(data.path()));
    std::string const before = std::string("\nmsgid \"") + planted.french + "\"\nmsgstr \"";
    int const line = 2 + data.replace(dutch_core, before + "\"", before + planted.words + "\"");
    std::string found;
    for (Problem const& each : data.problems())
        if (each.where.name == data.file(dutch_core) && each.where.line == line && each.level == Level::failure &&
            !each.what.starts_with("the translation is not fuzzy"))
            found += each.what + "\n";
    return found;
}

constexpr Translation translations_of_the_core[] = {
    {"Avant 18 ans", "Voor je 18 jaar bent"},
    {"Avant 18 ans", "Voor je volwassen bent", "the numbers are {} and the French ones {18}"},
    {"Avant 18 ans", "Voor je 16 jaar bent", "the numbers are {16} and the French ones {18}"},
    {"Avant 18 ans", "Voor 18, ja 18 jaar", "the numbers are {18 18} and the French ones {18}"},
    {"Avant 18 ans", "Voor 118 jaar", "the numbers are {118} and the French ones {18}"},
    {"Avant 18 ans", "Voor ۱۸ jaar", "the numbers are {۱۸} and the French ones {18}"},
    {"Avant 18 ans", "Voor ١٨ jaar", "the numbers are {١٨} and the French ones {18}"},
    {"Le {n1} est gratuit", "Gratis is {n1}"},
    {"Le {n1} est gratuit", "Gratis is {n1} 0", "the numbers are {0} and the French ones {}"},
    {"{hour} h", "{hour}:00", "", "time"},
    {"Avec 112 BE", "Met 112 BE"},
    {"Avec 112 BE", "Met 112", "the name \"BE\" is lost"},
    {"Avec 112 BE", "Met 112 BELGIË", "the name \"BE\" is lost"},
    {"Avec GeoNames", "Met Geonames", "the name \"GeoNames\" is lost"},
    {"Avec GeoNames", "Met-GeoNames"},
    {"Personnes LGBTQIA+", "Regenboogmensen"},
    {"Par SMS", "Per sms"},
    {"Rien de cela n’est gardé", "Rien de cela n’est gardé", "\"Rien de cela n’est gardé\" is still French"},
    {"Police locale", "Police locale"},
    {"SMS ou e-mail", "SMS ou e-mail"},
    {"{day} {month} {year}", "{day} {month} {year}"},
    {"Jour et nuit", "Jour et nuit", "is still French"},
    {"Bonjour", "Goededag aan iedereen"},
    {"Bonjour", "Goededag aan iedereen..", "the translation has 23 characters, and the screen has room for 22"},
    {"Été", "éééééééééééééé"},
    {"Aide ici", "Hulp \u202Ehier", "contains U+202E, which turns"},
    {"Aide ici", "Hulp \u202Ahier", "contains U+202A, which turns"},
    {"Aide ici", "Hulp \u2066hier", "contains U+2066, which turns"},
    {"Aide ici", "Hulp \u2069hier", "contains U+2069, which turns"},
};

}  // namespace

TEST_CASE("a translation of the core that says something else is found on its line") {
    for (Translation const& planted : translations_of_the_core) {
        CAPTURE(std::string(planted.words));
        std::string const found = faults_in(planted);
        CAPTURE(found);
        bool const is_right = std::string_view(planted.what).empty();
        CHECK((is_right ? found.empty() : found.find(planted.what) != std::string::npos));
        CHECK(std::ranges::count(found, '\n') == (is_right ? 0 : 1));
    }
}

TEST_CASE("what is not of the core is held against its French, too: hours may gain zeros, and a place keeps its name") {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]",
                "[[location]]\nname = \"Maison des trois tours\"\ncity = \"Namur\"\npublish = \"yes\"\n"
                "source = \"https://example.org/\"\n");
    data.replace("records/one.toml", "Ce que fait one", "De 8 h à 17 h 30, avec SOS Viol");
    REQUIRE(update_translations(data.path()));
    std::string const file = "translations/nl/records.po";
    auto const found = [&](std::string const& french, std::string const& words) {
        std::string const before = read_file(data.file(file));
        data.replace(file, "msgid \"" + french + "\"\nmsgstr \"\"",
                     "msgid \"" + french + "\"\nmsgstr \"" + words + "\"");
        std::string all;
        for (Problem const& each : data.problems())
            if (each.where.name == data.file(file) && each.level == Level::failure &&
                !each.what.starts_with("the translation is not fuzzy"))
                all += each.what + "\n";
        data.write(file, before);
        return all;
    };
    std::string const hours = "De 8 h à 17 h 30, avec SOS Viol";
    CHECK(found(hours, "Van 8:00 tot 17:30, met SOS Viol").empty());
    CHECK(found(hours, "Van 8 tot 17 uur, met SOS Viol") == "the numbers are {17 8} and the French ones {17 30 8}.\n");
    CHECK(found(hours, "Van 8 tot 17:30") == "the name \"SOS\" is lost.\n");
    CHECK(found(hours, hours) == "\"" + hours + "\" is still French.\n");
    CHECK(found("Maison des trois tours", "Maison des trois tours").empty());
}

TEST_CASE("every form of a phrase of the core that counts is held against the French, and none may be missing") {
    TemporaryData const data = TemporaryData::small();
    data.write("core.toml", "[words.counted]\nages = [\"{count} de 18 ans\", \"{count} de 18 ans ou plus\"]\n");
    REQUIRE(update_translations(data.path()));
    std::string forms = "msgstr[0] \"\"\nmsgstr[1] \"\"";
    auto const found = [&](std::string const& written) {
        int const line = data.replace(dutch_core, forms, written);
        forms = written;
        std::string all;
        for (Problem const& each : data.problems())
            if (each.where.name == data.file(dutch_core) && each.where.line == line && each.level == Level::failure &&
                !each.what.starts_with("the translation is not fuzzy"))
                all += each.what + "\n";
        return all;
    };
    CHECK(found("msgstr[0] \"{count} van 18 jaar\"\nmsgstr[1] \"{count} van 18 jaar\"").empty());
    CHECK(found("msgstr[0] \"{count} van 18 jaar\"\nmsgstr[1] \"{count} van 16 jaar\"") ==
          "the numbers are {16} and the French ones {18}.\n");
    CHECK(found("msgstr[0] \"{count} van 18 jaar\"\nmsgstr[1] \"\"") ==
          "the language has 2 plural forms and 1 are written.\n");
    CHECK(found("msgstr[0] \"{count} van 18 jaar\"") == "the language has 2 plural forms and 1 are written.\n");
}

TEST_CASE("a French sentence of the core has at most eight words") {
    struct French {
        char const* words;
        int longest = 0;  ///< when it is too long
    };
    for (French const& french : {French{"Un deux trois quatre cinq six sept huit."},
                                 {"Un deux trois quatre cinq six sept huit neuf.", 9},
                                 {"Un deux\u00A0trois quatre cinq six sept huit neuf dix", 10},
                                 {"Un deux trois quatre cinq. Six sept huit neuf dix."},
                                 {"Un deux trois quatre cinq : six sept huit neuf dix"},
                                 {"Un deux trois quatre « cinq six sept huit neuf »"},
                                 {"L’un, l’autre, d’abord, c’est, n’est, s’il, qu’un, j’ai"},
                                 {"Un ? Deux trois quatre cinq six sept huit {neuf} dix !", 9}}) {
        CAPTURE(std::string(french.words));
        TemporaryData const data = TemporaryData::small();
        data.replace("core.toml", "De l’aide", french.words);
        int const line = data.replace("situations.toml", "Une ligne", french.words);
        std::string found;
        for (Problem const& each : data.problems())
            if (each.level == Level::failure &&
                ((each.where.name == data.file("core.toml") && each.where.line == 2) ||
                 (each.where.name == data.file("situations.toml") && each.where.line == line)))
                found += each.what;
        std::string const what =
            "a sentence of \"" + std::string(french.words) + "\" has " + std::to_string(french.longest) + " words.";
        CHECK(found == (french.longest == 0 ? "" : what + what));
    }
    TemporaryData const data = TemporaryData::small();
    data.replace("phrases.toml", "Effacer et partir", "Un deux trois quatre cinq six sept huit neuf");
    for (Problem const& each : data.problems()) CHECK(each.level != Level::failure);
}

TEST_CASE("the project's own core keeps to these rules, and a fault in it is found") {
    TemporaryData const data = TemporaryData::copy_whole();
    auto const failures = [&] { return std::ranges::count(data.problems(), Level::failure, &Problem::level); };
    CHECK(failures() == 0);
    data.replace("translations/ti/core.po", "112 BE ጽሓፉ", "112 ጽሓፉ");
    CHECK(failures() == 1);
    data.replace("core.toml", "Plus bas", "Il y a plus de choses un peu plus bas");
    CHECK(failures() == 2);
}
