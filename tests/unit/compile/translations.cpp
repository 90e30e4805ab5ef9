#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

static std::string const header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n";
static char const* const phrases = "translations/ar/phrases.po";
static char const* const records = "translations/ar/records.po";

/// The small data with one record, and the PO files that `update` makes for it.
static TemporaryData updated() {
    TemporaryData data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    data.record("two", 2, "situations = [\"rape\"]");
    data.replace("records/two.toml", "Résumé de two", "Résumé de one");
    REQUIRE(update_translations(data.path()));
    return data;
}

/// The sentences found in a file, as "LINE what".
static std::vector<std::string> found_in(TemporaryData const& data, std::string const& file, bool fatal) {
    std::vector<std::string> found;
    for (Finding const& finding : data.findings()) {
        if (finding.file != data.file(file) || finding.fatal != fatal) continue;
        found.push_back(std::to_string(finding.line) + " " + finding.what);
    }
    return found;
}
using Found = std::vector<std::string>;

TEST_CASE("update gives translators every sentence once, with its key and where it stands") {
    TemporaryData const data = updated();
    std::string const text = read_file(data.file(phrases));
    CHECK(text.find("#: phrases.toml\nmsgctxt \"sill.leave\"\nmsgid \"Effacer et partir\"\nmsgstr \"\"\n") !=
          std::string::npos);
    CHECK(text.find("msgctxt \"situation.rape.title\"\nmsgid \"Un titre\"") != std::string::npos);
    CHECK(text.find("msgctxt \"guidance.first.text\"") != std::string::npos);
    CHECK(text.find("#: profiles/school.toml\nmsgctxt \"sill.leave@school\"\nmsgid \"Partir\"") != std::string::npos);
    CHECK(text.find("\"Language: ar\\n\"") != std::string::npos);
    std::string const sentences = read_file(data.file(records));
    auto const first = sentences.find("msgid \"Résumé de one\"");
    REQUIRE(first != std::string::npos);
    CHECK(sentences.find("msgid \"Résumé de one\"", first + 1) == std::string::npos);
    CHECK(sentences.find("msgctxt") == std::string::npos);
}

TEST_CASE("a translator is told what a button and a card can hold, and what fuzzy means") {
    TemporaryData const data = updated();
    std::string const text = read_file(data.file(phrases));
    CHECK(text.starts_with("# Written for somebody"));
    CHECK(text.find("#. On a button: at most four words.\n#: situations.toml\nmsgctxt \"situation.rape.title\"") !=
          std::string::npos);
    CHECK(read_file(data.file(records)).find("#. One line of a card") != std::string::npos);
}

TEST_CASE("a language without translations is noted, and is not offered") {
    TemporaryData const data = TemporaryData::small();
    auto const findings = data.findings();
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].what == "Nederlands has no translations and is not shown");
    CHECK_FALSE(findings[0].fatal);
}

TEST_CASE("update again changes nothing") {
    TemporaryData const data = updated();
    std::string const before = read_file(data.file(phrases)) + read_file(data.file(records));
    REQUIRE(update_translations(data.path()));
    CHECK(read_file(data.file(phrases)) + read_file(data.file(records)) == before);
}

TEST_CASE("update keeps what was translated, and the translator's comments and flags") {
    TemporaryData const data = updated();
    data.replace(phrases, "#: phrases.toml\nmsgctxt \"sill.leave\"\nmsgid \"Effacer et partir\"\nmsgstr \"\"",
                 "# Neutral on purpose.\n#: phrases.toml\n#, fuzzy\nmsgctxt \"sill.leave\"\nmsgid \"Effacer et "
                 "partir\"\nmsgstr \"امسح وغادر\"");
    std::string const before = read_file(data.file(phrases));
    REQUIRE(update_translations(data.path()));
    CHECK(read_file(data.file(phrases)) == before);
}

TEST_CASE("a sentence that changed keeps its old translation for the translator, and is shown in French") {
    TemporaryData const data = updated();
    data.replace(phrases, "msgid \"Effacer et partir\"\nmsgstr \"\"", "msgid \"Effacer et partir\"\nmsgstr \"امسح\"");
    data.replace("phrases.toml", "Effacer et partir", "Tout effacer et partir");
    CHECK_FALSE(found_in(data, phrases, false).empty());
    REQUIRE(update_translations(data.path()));
    CHECK(read_file(data.file(phrases))
              .find("#, fuzzy\n#| msgid \"Effacer et partir\"\nmsgctxt \"sill.leave\"\nmsgid "
                    "\"Tout effacer et partir\"\nmsgstr \"امسح\"") != std::string::npos);
    CHECK(data_status(data.path())->languages[1].translated == 0);
}

TEST_CASE("a sentence that is gone becomes obsolete, and returns with its translation") {
    TemporaryData const data = updated();
    data.replace(phrases, "msgid \"environ {km} km\"\nmsgstr \"\"", "msgid \"environ {km} km\"\nmsgstr \"{km} كم\"");
    data.replace("phrases.toml", "km = \"environ {km} km\"\n", "");
    REQUIRE(update_translations(data.path()));
    CHECK(read_file(data.file(phrases)).find("#~ msgstr \"{km} كم\"") != std::string::npos);
    CHECK(found_in(data, phrases, true).empty());
    data.replace("phrases.toml", "[sill]\n", "[sill]\nkm = \"environ {km} km\"\n");
    REQUIRE(update_translations(data.path()));
    CHECK(read_file(data.file(phrases)).find("\nmsgstr \"{km} كم\"") != std::string::npos);
}

TEST_CASE("update takes no sentence out because a record cannot be read") {
    TemporaryData const data = updated();
    std::string const before = read_file(data.file(records));
    data.replace("records/one.toml", "order = 1", "order = = 1");
    auto const refused = update_translations(data.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence.starts_with(data.file("records/one.toml") + ":4: not TOML"));
    CHECK(read_file(data.file(records)) == before);
}

TEST_CASE("update refuses to touch a file that is damaged") {
    TemporaryData const data = updated();
    data.replace(phrases, "msgctxt \"sill.leave\"", "msgctxt sill.leave");
    std::string const before = read_file(data.file(phrases));
    auto const refused = update_translations(data.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence.starts_with(data.file(phrases) + ":"));
    CHECK(read_file(data.file(phrases)) == before);
}

TEST_CASE("names in braces must be those of the French sentence") {
    TemporaryData const data = updated();
    int const line = 1 + data.replace(phrases, "msgid \"environ {km} km\"\nmsgstr \"\"",
                                      "msgid \"environ {km} km\"\nmsgstr \"{كم}\"");
    CHECK(found_in(data, phrases, true) ==
          Found{std::to_string(line) + " the braces are {{كم}} and the French ones {{km}}"});
}

TEST_CASE("a list of days has as many names in every language, whatever its comma") {
    TemporaryData const data = updated();
    std::string const french = "msgid \"lu, ma, me\"\nmsgstr \"";
    int const line = 1 + data.replace(phrases, french + "\"", french + "ا، ب\"");
    CHECK(found_in(data, phrases, true) == Found{std::to_string(line) + " the list has 2 names"});
    data.replace(phrases, "ا، ب", "ا، ب، ج");
    CHECK(found_in(data, phrases, true).empty());
}

TEST_CASE("a translation of spaces is none") {
    TemporaryData const data = updated();
    int const line = 1 + data.replace(phrases, "msgid \"Partir\"\nmsgstr \"\"", "msgid \"Partir\"\nmsgstr \"  \"");
    CHECK(found_in(data, phrases, true) ==
          Found{std::to_string(line) + " the translation is made of blanks or of characters that nobody sees"});
}

TEST_CASE("a translation that turns the words around it is found, and Arabic keeps its marks") {
    TemporaryData const data = updated();
    std::string const french = "msgid \"Partir\"\nmsgstr \"";
    int const line = 1 + data.replace(phrases, french + "\"", french + "غادر \u202Eabc\"");
    CHECK(found_in(data, phrases, true) ==
          Found{std::to_string(line) + " the translation contains U+202E, which turns the words around it"});
    data.replace(phrases, "\u202E", "LGBTQIA+\u200E ");
    CHECK(found_in(data, phrases, true).empty());
}

TEST_CASE("a translation of what is no longer there is noted, and does not stop a build") {
    TemporaryData const data = updated();
    data.write(records, header + "msgid \"Une vieille phrase\"\nmsgstr \"x\"\n");
    auto const noted = found_in(data, records, false);
    REQUIRE(noted.size() == 2);
    CHECK(noted[1] == "5 the French sentence \"Une vieille phrase\" is no longer there");
    CHECK(found_in(data, records, true).empty());
    CHECK_FALSE(data.snapshot().empty());
}

TEST_CASE("what nobody has translated is counted, and does not stop a build") {
    TemporaryData const data = updated();
    CHECK(found_in(data, records, false) == Found{"0 3 of 3 sentences are not translated"});
    CHECK_FALSE(data.snapshot().empty());
}

TEST_CASE("a PO file that is none is found with its line") {
    TemporaryData const data = updated();
    data.write(phrases, header + "msgid \"Partir\"\nmsgstr \"x\n");
    CHECK(found_in(data, phrases, true).at(0).starts_with("6 not a PO file: end-of-line within string"));
    data.write(phrases, header + "msgid \"Partir\"\nmsgstr \"x\"\n\nmsgid \"Partir\"\nmsgstr \"y\"\n");
    CHECK(found_in(data, phrases, true).at(0).find("duplicate message definition") != std::string::npos);
    data.write(phrases, header + "msgid \"Partir\"\nmsgstr \"\xff\"\n");
    CHECK(found_in(data, phrases, true) == Found{"5 not UTF-8"});
    data.write(phrases, "msgid \"Partir\"\nmsgstr \"x\"\n");
    CHECK(found_in(data, phrases, true) == Found{"1 the header does not say charset=UTF-8"});
    fs::remove(data.file(phrases));
    CHECK(found_in(data, phrases, false) == Found{"0 the file is missing"});
}
