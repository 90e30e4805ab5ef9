#include <halte/directory.h>

#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

static std::string const header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n";
static char const* const core = "translations/ar/core.po";
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

/// The sentences found in a file, as "LINE what", but for who has read a translation: that has a test of its own.
static std::vector<std::string> found_in(TemporaryData const& data, std::string const& file, bool fatal) {
    std::vector<std::string> found;
    for (Problem const& problem : data.problems()) {
        if (problem.where.name != data.file(file) || (problem.level == Level::failure) != fatal) continue;
        if (problem.what.starts_with("the translation is not fuzzy")) continue;
        REQUIRE(problem.what.ends_with('.'));
        found.push_back(std::to_string(problem.where.line) + " " + problem.what.substr(0, problem.what.size() - 1));
    }
    return found;
}
using Found = std::vector<std::string>;

TEST_CASE("update gives translators every sentence, with its key or its record and where it stands") {
    TemporaryData const data = updated();
    std::string const text = read_file(data.file(phrases));
    CHECK(text.find("#: phrases.toml\nmsgctxt \"sill.leave\"\nmsgid \"Effacer et partir\"\nmsgstr \"\"\n") !=
          std::string::npos);
    std::string const core_text = read_file(data.file(core));
    CHECK(core_text.find("msgctxt \"situation.rape.title\"\nmsgid \"Un titre\"") != std::string::npos);
    CHECK(text.find("situation.rape.title") == std::string::npos);
    CHECK(text.find("msgctxt \"guidance.first.text\"") != std::string::npos);
    CHECK(text.find("#: profiles/school.toml\nmsgctxt \"sill.leave@school\"\nmsgid \"Partir\"") != std::string::npos);
    CHECK(text.find("\"Language: ar\\n\"") != std::string::npos);
    std::string const sentences = read_file(data.file(records));
    for (std::string const record : {"one", "two"})
        CHECK(sentences.find("#: records/" + record + ".toml\nmsgctxt \"" + record +
                             ".summary\"\nmsgid \"Résumé de one\"\nmsgstr \"\"\n") != std::string::npos);
}

TEST_CASE("a translator is told what a button and a card can hold, and what fuzzy means") {
    TemporaryData const data = updated();
    std::string const text = read_file(data.file(core));
    CHECK(text.starts_with("# Written for somebody"));
    CHECK(text.find("#. On a button: at most four words.\n#: situations.toml\nmsgctxt \"situation.rape.title\"") !=
          std::string::npos);
    CHECK(read_file(data.file(records)).find("#. One line of a card") != std::string::npos);
}

TEST_CASE("a language without translations is noted, and is not offered") {
    TemporaryData const data = TemporaryData::small();
    auto const problems = data.problems();
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].what == "Nederlands has no translations and is not shown.");
    CHECK(problems[0].level == Level::warning);
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
    CHECK(data_status(data.path())->languages[1].rest.translated == 0);
}

TEST_CASE("a sentence of a record that changed keeps its old translation, and the other record's stays as it was") {
    TemporaryData const data = updated();
    std::string const french = "msgid \"Résumé de one\"\nmsgstr ";
    data.replace(records, "msgctxt \"one.summary\"\n" + french + "\"\"",
                 "#, fuzzy\nmsgctxt \"one.summary\"\n" + french + "\"ملخص\"");
    REQUIRE(update_translations(data.path()));
    // The other record says the same: it was translated there.
    std::string const kept = "#, fuzzy\nmsgctxt \"two.summary\"\n" + french + "\"ملخص\"";
    CHECK(read_file(data.file(records)).find(kept) != std::string::npos);
    data.replace("records/one.toml", "Résumé de one", "Un autre résumé");
    REQUIRE(update_translations(data.path()));
    std::string const text = read_file(data.file(records));
    CHECK(text.find("#, fuzzy\n#| msgid \"Résumé de one\"\nmsgctxt \"one.summary\"\nmsgid \"Un autre résumé\"\nmsgstr "
                    "\"ملخص\"") != std::string::npos);
    CHECK(text.find(kept) != std::string::npos);
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    auto const summary_of = [&](std::string const& id) {
        return directory.service(id, {.language = "ar"})->text[ServiceText::summary].words;
    };
    CHECK(summary_of("one") == "Un autre résumé");
    CHECK(summary_of("two") == "ملخص");
}

TEST_CASE("a file of before, whose sentences had no record, loses none of them") {
    TemporaryData const data = updated();
    data.write(records, header + "# Good.\n#, fuzzy\nmsgid \"Résumé de one\"\nmsgstr \"ملخص\"\n");
    REQUIRE(update_translations(data.path()));
    std::string const text = read_file(data.file(records));
    for (std::string const record : {"one", "two"})
        CHECK(text.find("# Good.\n#. One line of a card: about 60 characters at most.\n#: records/" + record +
                        ".toml\n#, fuzzy\nmsgctxt \"" + record +
                        ".summary\"\nmsgid \"Résumé de one\"\nmsgstr \"ملخص\"\n") != std::string::npos);
    CHECK(text.find("#~") == std::string::npos);
}

TEST_CASE("a new sentence in a profile's words goes on with no other of that profile") {
    TemporaryData const data = updated();
    auto const say = [&](std::string const& general, std::string const& words) {
        data.replace("profiles/school.toml", "[wording]",
                     "[[sentence]]\ngeneral = \"" + general + "\"\nwords = \"" + words + "\"\n[wording]");
        REQUIRE(update_translations(data.path()));
    };
    say("Résumé de one", "Le premier");
    data.replace(records, "msgid \"Le premier\"\nmsgstr \"\"", "msgid \"Le premier\"\nmsgstr \"الأول\"");
    say("Ce que fait one", "Autre chose");
    std::string const text = read_file(data.file(records));
    CHECK(text.find("msgid \"Le premier\"\nmsgstr \"الأول\"") != std::string::npos);
    CHECK(text.find("msgid \"Autre chose\"\nmsgstr \"\"") != std::string::npos);
    CHECK(text.find("#|") == std::string::npos);
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

namespace {
std::string const six_forms =
    "msgid_plural \"{count} lieux\"\nmsgstr[0] \"ا {count}\"\nmsgstr[1] \"ب\"\nmsgstr[2] \"ج\"\n"
    "msgstr[3] \"د {count}\"\nmsgstr[4] \"ه {count}\"\nmsgstr[5] \"و {count}\"";
std::string const no_forms =
    "msgid_plural \"{count} lieux\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\nmsgstr[2] \"\"\nmsgstr[3] \"\"\nmsgstr[4] \"\"\n"
    "msgstr[5] \"\"";
}  // namespace

TEST_CASE("update makes room for every plural form of the language and names its rule, and check takes all six") {
    TemporaryData const data = updated();
    CHECK(read_file(data.file(phrases)).find("Plural-Forms: nplurals=6; plural=(n==0 ? 0") != std::string::npos);
    data.replace(phrases, no_forms, six_forms);
    CHECK(found_in(data, phrases, true).empty());
    REQUIRE(update_translations(data.path()));
    CHECK(read_file(data.file(phrases)).find(six_forms) != std::string::npos);
}

TEST_CASE("a plural form that is missing is refused, and one for many numbers without its number") {
    TemporaryData const data = updated();
    int const line = 2 + data.replace(phrases, no_forms, six_forms);
    std::string const place = std::to_string(line - 1);
    data.replace(phrases, "msgstr[4] \"ه {count}\"", "msgstr[4] \"\"");
    CHECK(found_in(data, phrases, true) == Found{place + " the language has 6 plural forms and 5 are written"});
    data.replace(phrases, "msgstr[4] \"\"", "msgstr[4] \"ه\"");
    CHECK(found_in(data, phrases, true) == Found{place + " the braces are {} and the French ones {{count}}"});
}

TEST_CASE("a translation of spaces is none") {
    TemporaryData const data = updated();
    int const line = 1 + data.replace(phrases, "msgid \"Partir\"\nmsgstr \"\"", "msgid \"Partir\"\nmsgstr \"  \"");
    CHECK(found_in(data, phrases, true) ==
          Found{std::to_string(line) + " the translation is made of blanks or of characters that nobody sees"});
}

TEST_CASE("a translation as long as a book is refused") {
    TemporaryData const data = updated();
    std::string const book(40'000, 'x');
    int const line =
        1 + data.replace(phrases, "msgid \"Partir\"\nmsgstr \"\"", "msgid \"Partir\"\nmsgstr \"" + book + "\"");
    Found const found = found_in(data, phrases, true);
    CHECK(std::ranges::count(found, std::to_string(line) + " the translation has 40000 characters") == 1);
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
    CHECK(found_in(data, records, false) == Found{"0 4 of 4 sentences are not translated"});
    CHECK_FALSE(data.snapshot().empty());
}

TEST_CASE("a PO file that is none is found with its line, in one sentence") {
    TemporaryData const data = updated();
    auto const found = [&](std::string const& text) {
        data.write(phrases, text);
        return found_in(data, phrases, true);
    };
    // gettext's own words differ between its versions.
    auto const broken = [&](std::string const& text) {
        Found const all = found(text);
        CHECK(all.size() == 1);
        return all.empty() ? "" : all.front().substr(0, all.front().find(':'));
    };
    std::string const entry = "msgid \"Partir\"\nmsgstr \"x\"\n\n";
    CHECK(broken(header + "msgid \"Partir\"\nmsgstr \"x\n") == "6 not a PO file");
    CHECK(broken(header + entry + "#msgid \"Rester\"\nmsgstr \"y\"\n") == "8 not a PO file");
    CHECK(broken(header + entry + "msgid \"Rester\"\n\n") == "7 not a PO file");
    CHECK(broken(header + entry + "<<<<<<< HEAD\n" + entry + "=======\n" + entry + ">>>>>>> other\n") ==
          "7 not a PO file");
    std::string many = header;
    for (int i = 0; i < 60; ++i) many += "no such word\n";
    CHECK(broken(many) == "4 not a PO file");
    CHECK(found(header + "msgid \"Partir\"\nmsgstr \"\xff\"\n") == Found{"5 not UTF-8"});
    CHECK(found(header + "msgid \"Par\ttir\"\nmsgstr \"\xff\"\n") == Found{"5 not UTF-8"});
    CHECK(found(std::string("\xFF\xFEm\0s\0", 6)) == Found{"1 not UTF-8"});
    CHECK(found(header + "# old\rmsgid \"Partir\"\nmsgstr \"x\"\n") ==
          Found{"4 a line ends with CR alone, so that what follows it on the line is lost"});
    CHECK(found(header + std::string("msgid \"Par\0tir\"\nmsgstr \"x\"\n", 27)) == Found{"4 contains U+0000"});
    CHECK(found(entry) == Found{"1 the header does not say charset=UTF-8"});
    CHECK(found("# a\nmsgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=ISO-8859-15\\n\"\n\n" + entry) ==
          Found{"3 the header says charset=ISO-8859-15"});
    fs::remove(data.file(phrases));
    CHECK(found_in(data, phrases, false) == Found{"0 the file is missing"});
}

TEST_CASE("a doubled entry is named with both its lines, each that is doubled") {
    TemporaryData const data = updated();
    data.write(phrases, header +
                            "msgctxt \"a\"\nmsgid \"Partir\"\nmsgstr \"x\"\n\nmsgid \"Partir\"\nmsgstr \"y\"\n\n"
                            "msgctxt \"a\"\nmsgid \"\"\n\"Par\"\n\"tir\"\nmsgstr \"z\"\n\n"
                            "#~ msgid \"Partir\"\n#~ msgstr \"old\"\n");
    CHECK(found_in(data, phrases, true) == Found{"12 the entry \"Partir\" is there twice, first on line 5",
                                                 "17 the entry \"Partir\" is there twice, first on line 8"});
    data.write(phrases, header + header);
    CHECK(found_in(data, phrases, true) == Found{"4 the header is there twice, first on line 1"});
    data.write(phrases, header + "\n#~ msgid \"Partir\"\n#~ msgstr \"x\"#~ msgid \"Partir\"\n#~ msgstr \"y\"\n");
    CHECK(found_in(data, phrases, true) == Found{"6 not a PO file: duplicate message definition"});
}

/// What becomes of one translated entry of a file.
static std::string shown(TemporaryData const& data, std::string const& text) {
    data.write(phrases, text);
    REQUIRE(found_in(data, phrases, true).empty());
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    Text const read = directory.phrase("sill.leave", {.language = "ar"});
    return read.language + " " + read.words + (read.reviewed ? "" : " (nobody read it)");
}

static std::string const reader = "# reviewed by sworn translator on 2026-11-24\n";
static std::string const unread = "msgctxt \"sill.leave\"\nmsgid \"Effacer et partir\"\nmsgstr \"امسح\"\n";
static std::string const leave = reader + unread;

TEST_CASE("the header may say utf-8 in letters of any size, as for gettext") {
    TemporaryData const data = updated();
    for (std::string const charset : {"UTF-8", "utf-8", "Utf-8"}) {
        CAPTURE(charset);
        CHECK(shown(data, "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=" + charset + "\\n\"\n\n" +
                              leave) == "ar امسح");
    }
}

TEST_CASE("a byte order mark and the line ends of another system are taken") {
    TemporaryData const data = updated();
    std::string const text = "# Par quelqu’un\n" + header + leave;
    CHECK(shown(data, "\xEF\xBB\xBF" + text) == "ar امسح");
    std::string windows;
    for (char const letter : text) windows += letter == '\n' ? std::string("\r\n") : std::string(1, letter);
    CHECK(shown(data, windows) == "ar امسح");
    REQUIRE(update_translations(data.path()));
    CHECK(read_file(data.file(phrases)).starts_with("# Par quelqu’un\nmsgid \"\"\n"));
    CHECK(read_file(data.file(phrases)).find('\r') == std::string::npos);
}

TEST_CASE("a former sentence that a speaker left behind does not undo the translation") {
    TemporaryData const data = updated();
    std::string const former = "#| msgid \"Partir\"\n";
    CHECK(shown(data, header + reader + former + unread) == "ar امسح");
    CHECK(shown(data, header + "#, fuzzy\n" + former + unread) == "fr Effacer et partir");
    CHECK(shown(data, header + "#, fuzzy\n" + leave) == "ar امسح (nobody read it)");
    data.write(phrases, header + reader + former + unread);
    REQUIRE(update_translations(data.path()));
    CHECK(read_file(data.file(phrases)).find("msgstr \"امسح\"") != std::string::npos);
    CHECK(read_file(data.file(phrases)).find("#|") == std::string::npos);
}

TEST_CASE("what other tools take is taken: a domain, blanks before keywords, entries on one line") {
    TemporaryData const data = updated();
    CHECK(shown(data, "domain \"halte\"\n" + header + leave) == "ar امسح");
    CHECK(shown(data, header + reader + "  msgctxt \"sill.leave\"  msgid \"Effacer \" \"et partir\" msgstr \"امسح\"") ==
          "ar امسح");
}

TEST_CASE("lines are told right after plurals, obsolete entries and entries on one line") {
    TemporaryData const data = updated();
    data.write(phrases, header +
                            "msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"x\"\nmsgstr[1] \"y\"\n\n"
                            "msgid \"b\" msgstr \"msgid\" # msgstr\n#~ msgid \"c\"\n#~ msgstr \"z\"\n\n"
                            "msgctxt \"sill.leave\"\nmsgid \"Effacer et partir\"\nmsgstr \" \"\n");
    CHECK(found_in(data, phrases, true) ==
          Found{"15 the translation is made of blanks or of characters that nobody sees"});
}

TEST_CASE("update loses nothing that a translator or another tool wrote") {
    TemporaryData const data = updated();
    std::string const kept[] = {
        "# Vu avec Samira.\n#, fuzzy, c-format\n#| msgctxt \"old\"\n#| msgid \"Partir\"\nmsgctxt \"sill.leave\"\n",
        "#~ msgid \"Un jour\"\n#~ msgid_plural \"Des jours\"\n#~ msgstr[0] \"يوم\"\n#~ msgstr[1] \"أيام\"\n",
        "#~ msgctxt \"sill.leave\"\n#~ msgid \"Quitter\"\n#~ msgstr \"غادر\"\n",
        "#, fuzzy\n#~| msgid \"Avant\"\n#~ msgid \"Après\"\n#~ msgstr \"بعد\"\n"};
    std::string text = header;
    for (std::string const& each : kept) {
        text += each;
        if (&each == &kept[0]) text += "msgid \"Effacer et partir\"\nmsgstr \"امسح\"\n";
        text += "\n";
    }
    data.write(phrases, text);
    auto const written = update_translations(data.path());
    REQUIRE_MESSAGE(written, (written ? "" : written.error().sentence));
    std::string again = read_file(data.file(phrases));
    auto const reference = again.find("#: phrases.toml\n#, fuzzy, c-format");
    REQUIRE(reference != std::string::npos);
    again.erase(reference, std::string("#: phrases.toml\n").size());
    for (std::string const& each : kept) {
        CAPTURE(each);
        CHECK(again.find(each) != std::string::npos);
    }
}

TEST_CASE("a sentence that changes twice keeps the sentence that was translated") {
    TemporaryData const data = updated();
    data.replace(phrases, "msgid \"Effacer et partir\"\nmsgstr \"\"", "msgid \"Effacer et partir\"\nmsgstr \"امسح\"");
    data.replace("phrases.toml", "Effacer et partir", "Tout effacer");
    REQUIRE(update_translations(data.path()));
    data.replace("phrases.toml", "Tout effacer", "Tout oublier");
    REQUIRE(update_translations(data.path()));
    CHECK(read_file(data.file(phrases))
              .find("#| msgid \"Effacer et partir\"\nmsgctxt \"sill.leave\"\nmsgid \"Tout oublier\"") !=
          std::string::npos);
}

TEST_CASE("update names two sentences that a PO file could not tell apart") {
    TemporaryData const data = updated();
    std::string const before = read_file(data.file(phrases));
    data.replace("situations.toml", "À l’école", "Un titre");
    int const line = data.replace("situations.toml", "id = \"school\"", "id = \"rape\"") + 2;
    auto const refused = update_translations(data.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence.starts_with(data.file("situations.toml") + ":" + std::to_string(line) +
                                               ": \"situation.rape.title\" is there twice, first at "));
    CHECK(read_file(data.file(phrases)) == before);
}

/// What is found of a translation that is not fuzzy, under a line of its translator and one at the head of its file; ""
/// when it counts as read.
static std::string found_of_reader(TemporaryData const& data, std::string const& line, std::string const& head = "") {
    data.write(phrases,
               head + header + line + "msgctxt \"sill.leave\"\nmsgid \"Effacer et partir\"\nmsgstr \"امسح\"\n");
    for (Problem const& problem : data.problems()) {
        if (problem.where.name == data.file(phrases) && problem.level == Level::failure) return describe(problem);
    }
    return {};
}

TEST_CASE("fuzzy comes off a translation only with who has read it and when") {
    TemporaryData const data = updated();
    auto const says = [&](std::string const& line, std::string const& what) {
        CAPTURE(line);
        std::string const found = found_of_reader(data, line);
        CHECK(found.find("the translation is not fuzzy and " + what) != std::string::npos);
        CHECK(found.find("mark it fuzzy") != std::string::npos);
    };
    CHECK(found_of_reader(data, "# reviewed by sworn translator on 2026-11-24\n").empty());
    CHECK(found_of_reader(data, "# A good one.\n#   reviewed by nurse on call on 2026-11-24\n").empty());
    CHECK(found_of_reader(data, "#, fuzzy\n").empty());
    says("", "says neither who has read it nor when");
    says("# A good one.\n", "says neither who has read it nor when");
    says("# reviewed by sworn translator\n", "does not say both who and when");
    says("# reviewed by on 2026-11-24\n", "does not say both who and when");
    says("# reviewed by sworn translator on Monday\n", "was read on \"Monday\", which is no day");
    says("# reviewed by sworn translator on 2027-01-01\n", "was read on 2027-01-01, which is still to come");
    CHECK(found_of_reader(data, "").starts_with(data.file(phrases) + ":6: "));
}

TEST_CASE("who has read a whole file says so once, at its head, and for that file alone") {
    TemporaryData const data = updated();
    std::string const future = "# reviewed by sworn translator on 2027-01-01\n";
    CHECK(found_of_reader(data, "", reader).empty());
    CHECK(found_of_reader(data, "", future).find("was read on 2027-01-01, which is still to come") !=
          std::string::npos);
    CHECK(found_of_reader(data, reader, future).empty());
    std::string const core = "translations/ar/core.po";
    data.write(core, reader + read_file(data.file(core)));
    CHECK(found_of_reader(data, "").find("says neither who has read it nor when") != std::string::npos);
}

TEST_CASE("who has read a translation goes when its sentence changes, and other comments stay") {
    TemporaryData const data = updated();
    data.write(phrases, header + "# Neutral on purpose.\n" + leave);
    REQUIRE(update_translations(data.path()));
    CHECK(read_file(data.file(phrases)).find(reader) != std::string::npos);
    data.replace("phrases.toml", "Effacer et partir", "Tout effacer");
    REQUIRE(update_translations(data.path()));
    std::string const text = read_file(data.file(phrases));
    CHECK(text.find("reviewed by") == std::string::npos);
    CHECK(text.find("# Neutral on purpose.\n") != std::string::npos);
}

TEST_CASE("a language of tier b is asked for the interface and one line of each record, and told how much it leaves") {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    data.replace("languages.toml", "tier = \"a\"\nnames = { fr = \"Arabe\" }",
                 "tier = \"b\"\nnames = { fr = \"Arabe\" }");
    data.replace("guidance.toml", "icon = \"drop\"", "icon = \"drop\"\nweight = \"high\"");
    REQUIRE(update_translations(data.path()));
    auto const missing = [&](std::string const& file) {
        for (Problem const& each : data.problems())
            if (each.where.name == data.file("translations/" + file)) return each.what;
        return std::string();
    };
    CHECK(missing("ar/records.po") == "1 of 1 sentences are not translated.");
    CHECK(missing("nl/records.po") == "2 of 2 sentences are not translated.");
    CHECK(missing("ar/phrases.po") == "4 of 4 sentences are not translated.");
    CHECK(missing("nl/phrases.po") == "6 of 6 sentences are not translated.");
    LanguageStatus const arabic = data_status(data.path())->languages[1];
    CHECK(arabic.rest.sentences == 5);
    CHECK(arabic.left_out == 3);
}
