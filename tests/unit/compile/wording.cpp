// How a kind of place says a sentence of the records in its own words.
#include <halte/directory.h>

#include "sources.h"
#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

namespace {

/// A school that says tu, and a record whose summary says vous.
TemporaryData school(std::string const& sentences) {
    TemporaryData data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    data.replace("records/one.toml", "Résumé de one", "On vous écoute");
    data.replace("profiles/school.toml", "[wording]",
                 "address = \"tu\"\n" + sentences + "[wording]\n\"guidance.first.text\" = \"Si tu veux.\"");
    return data;
}
std::string sentence(std::string const& general, std::string const& words) {
    return "[[sentence]]\ngeneral = \"" + general + "\"\nwords = \"" + words + "\"\n";
}
std::string errors(TemporaryData const& data) {
    std::string all;
    for (Problem const& problem : data.problems())
        if (problem.level == Level::failure) all += describe(problem) + "\n";
    return all;
}
bool finds(TemporaryData const& data, std::string const& words) {
    return errors(data).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a school says a sentence of a record in its own words, and nobody else does") {
    TemporaryData const data = school(sentence("On vous écoute", "On t’écoute"));
    CHECK(errors(data).empty());
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    auto const summary = [&](char const* language, char const* profile) {
        return directory.service("one", {.language = language, .profile = profile})->brief.summary.words;
    };
    CHECK(summary("fr", "school") == "On t’écoute");
    CHECK(summary("fr", "hospital") == "On vous écoute");
    CHECK(summary("nl", "school") == "On t’écoute");
}

TEST_CASE("where a child is spoken to, a record that says vous is refused, with its line and the cure") {
    CHECK(finds(school(""), "\"On vous écoute\" would say \"vous\" to a child (school)"));
    CHECK(finds(school(""), "Say tu: write a [[sentence]] with it in profiles/school.toml"));
    CHECK(finds(school(sentence("On vous écoute", "On vous écoute bien")),
                "\"On vous écoute bien\" would say \"vous\" to a child"));
    TemporaryData const appointment = school(sentence("On vous écoute", "Sur rendez-vous"));
    CHECK(errors(appointment).empty());
    TemporaryData const left_out = school("");
    left_out.replace("profiles/school.toml", "[wording]", "left_out_services = [\"one\"]\n[wording]");
    CHECK_FALSE(finds(left_out, "would say"));
}

TEST_CASE("a sentence that no record says, or that is there twice, is refused") {
    CHECK(finds(school(sentence("On vous écoute", "On t’écoute") + sentence("On vous aide", "On t’aide")),
                "no record that school shows says \"On vous aide\""));
    CHECK(finds(school(sentence("On vous écoute", "On t’écoute") + sentence("On vous écoute", "On t’entend")),
                "\"On vous écoute\" is there twice"));
}

TEST_CASE("a verb of vous is one too, and a word that only ends like it is none") {
    ProblemLog problems;
    auto const languages = read_languages(std::string(HALTE_SOURCE) + "/data/languages.toml", problems).screen;
    auto const formal_word = [&](char const* code, char const* words) {
        auto const entry =
            std::ranges::find(languages, code, [](LanguageSource const& each) { return each.code.words; });
        REQUIRE(entry != languages.end());
        return halte::formal_word(entry->formal, words);
    };
    for (char const* words : {"Vérifiez d’abord", "Où êtes-vous ?", "Demandez-le", "« Venez »", "C’est à VOUS"})
        CHECK_MESSAGE(formal_word("fr", words), words);
    for (char const* words : {"Sur rendez-vous", "Prends rendez-vous, chez toi", "Au rez-de-chaussée", "Assez, le nez",
                              "demander le centre", "la nouveauté"})
        CHECK_FALSE_MESSAGE(formal_word("fr", words), words);
    CHECK(formal_word("nl", "U kunt bellen") == "u");
    CHECK(formal_word("nl", "Bel uw arts") == "uw");
    CHECK_FALSE(formal_word("nl", "Bel het uur voor je komt"));
    CHECK_FALSE(formal_word("en", "You can call"));
}

TEST_CASE("a phrase that a child would read is checked too, and none that the profile cannot show") {
    TemporaryData const data = school(sentence("On vous écoute", "On t’écoute"));
    data.replace("profiles/school.toml", "\"guidance.first.text\" = \"Si tu veux.\"", "");
    CHECK(finds(data, "guidance.toml:6: \"Si vous voulez.\" would say \"vous\""));
    CHECK(finds(data, "write \"guidance.first.text\" in [wording] in profiles/school.toml"));
    data.replace("profiles/school.toml", "address", "left_out_guidance = [\"first\"]\naddress");
    CHECK(errors(data).find("voulez") == std::string::npos);
    data.replace("phrases.toml", "[sill]", "[services]\nauthors_intro = \"Vous pouvez\"\n[sill]");
    CHECK(finds(data, "\"Vous pouvez\" would say"));
    data.replace("profiles/school.toml", "address", "authors_door = false\naddress");
    CHECK_FALSE(finds(data, "\"Vous pouvez\" would say"));
}

TEST_CASE("what a telephone or a place is called has no wording, and says vous to nobody") {
    TemporaryData const data = school(sentence("On vous écoute", "On t’écoute"));
    data.record("two", 2, "situations = [\"rape\"]",
                "[[phone]]\nnumber = \"02 200 00 01\"\ntype = \"voice\"\npublish = \"yes\"\nsource = "
                "[\"https://example.org/\"]\n"
                "description = \"Demandez le centre\"\n");
    CHECK(finds(data, "\"Demandez le centre\" would say \"-ez\" to a child (school). Write \"demander\""));
}

TEST_CASE("a Dutch sentence that says u is refused where a child reads it") {
    TemporaryData const data = school(sentence("On vous écoute", "On t’écoute"));
    auto const dutch = [&](std::string const& entries) {
        data.write("translations/nl/records.po",
                   "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n" + entries);
    };
    std::string const adult =
        "#, fuzzy\nmsgctxt \"one.summary\"\nmsgid \"On vous écoute\"\nmsgstr \"Wij luisteren naar u\"\n\n";
    std::string const child =
        "#, fuzzy\nmsgctxt \"one.summary@school\"\nmsgid \"On t’écoute\"\nmsgstr \"Wij luisteren naar ";
    dutch(adult);
    CHECK(finds(data, "records.po:7: \"Wij luisteren naar u\" would say \"u\" to a child (school)"));
    dutch(adult + child + "u\"\n");
    CHECK(finds(data, "records.po:12: \"Wij luisteren naar u\" would say \"u\" to a child (school)"));
    dutch(adult + child + "je\"\n");
    CHECK(errors(data).empty());
}

TEST_CASE("a phrase that counts speaks to a child in each of its forms, in French and in Dutch") {
    TemporaryData const data = school(sentence("On vous écoute", "On t’écoute"));
    data.replace("phrases.toml", "{count} lieux", "{count} lieux pour vous");
    CHECK(finds(data, "\"{count} lieux pour vous\" would say \"vous\" to a child (school)"));
    data.replace("phrases.toml", "{count} lieux pour vous", "{count} lieux");
    REQUIRE(update_translations(data.path()));
    CHECK(errors(data).empty());
    char const* const dutch = "translations/nl/phrases.po";
    data.replace(dutch, "#: phrases.toml\nmsgctxt \"badge.places\"", "#, fuzzy\nmsgctxt \"badge.places\"");
    data.replace(dutch, "msgstr[0] \"\"\nmsgstr[1] \"\"",
                 "msgstr[0] \"{count} plaats\"\nmsgstr[1] \"{count} plaatsen voor u\"");
    CHECK(finds(data, "\"{count} plaatsen voor u\" would say \"u\" to a child (school)"));
    data.replace(dutch, "plaatsen voor u", "plaatsen");
    CHECK(errors(data).empty());
}

TEST_CASE("no profile words a phrase that counts otherwise, which nobody would see") {
    TemporaryData const data = school(sentence("On vous écoute", "On t’écoute"));
    data.replace("profiles/school.toml", "[wording]", "[wording]\n\"badge.places\" = \"des lieux\"");
    CHECK(finds(data, "\"badge.places\" counts and has the same words everywhere"));
}
