#include <algorithm>
#include <map>

#include "messages.h"
#include "po_review.h"
#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

namespace {

std::string replaced(std::string text, std::string const& before, std::string const& after) {
    for (auto at = text.find(before); at != std::string::npos; at = text.find(before, at + after.size()))
        text.replace(at, before.size(), after);
    return text;
}

int count_of(std::string const& words, std::string const& text) {
    int count = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
    return count;
}

/// What a reader sees of the page: each cell between line ends, empty ones left out.
std::string seen_on(std::string page) {
    page = replaced(replaced(page, "<bdi dir=\"ltr\">", ""), "</bdi>", "");
    std::string seen = "\n";
    bool inside = false;
    for (char const each : page) {
        if (each == '<') inside = true;
        bool const ends = each == '>' || each == '\n';
        if (!inside && !ends) seen += each;
        if (ends && seen.back() != '\n') seen += '\n';
        if (each == '>') inside = false;
    }
    seen = replaced(replaced(seen, "&lt;", "<"), "&gt;", ">");
    return replaced(replaced(seen, "&quot;", "\""), "&amp;", "&");
}

std::string sheet_of(fs::path const& data, std::string const& language) {
    TemporaryFolder const folder;
    auto const written = write_review_sheet(data, language, folder.path() / "sheet.html");
    REQUIRE_MESSAGE(written, (written ? "" : written.error().sentence));
    return read_file(folder.path() / "sheet.html");
}

Error refusal_of(fs::path const& data, std::string const& language, fs::path const& output) {
    auto const written = write_review_sheet(data, language, output);
    REQUIRE(!written);
    return written.error();
}

/// The small data with a record, and the files of translators.
TemporaryData with_arabic(std::string const& title, std::string const& above = "#, fuzzy") {
    TemporaryData data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    data.replace("records/one.toml", "description = ", "told = \"Personne\"\ndescription = ");
    REQUIRE(update_translations(data.path()));
    data.replace(
        "translations/ar/core.po", "#: core.toml\nmsgctxt \"welcome.title\"\nmsgid \"De l’aide\"\nmsgstr \"\"",
        "# back: Aide\n" + above + "\nmsgctxt \"welcome.title\"\nmsgid \"De l’aide\"\nmsgstr \"" + title + "\"");
    return data;
}

void translate(TemporaryData const& data, std::string const& file, std::string const& french, std::string const& own) {
    std::string const source = "msgid \"" + french + "\"\n";
    data.replace("translations/ar/" + file, source + "msgstr \"\"", source + "msgstr \"" + own + "\"");
}

}  // namespace

TEST_CASE("a sheet has every sentence of the core once, with what was understood of it") {
    fs::path const data = fs::path(HALTE_SOURCE) / "data";
    ProblemLog problems;
    auto const po = read_po((data / "translations/ar/core.po").string(), problems);
    auto const sources = read_sources(data, problems);
    REQUIRE((po && sources));
    // The core comes first; some of its sentences stand in the records, too.
    std::string const whole = seen_on(sheet_of(data, "ar"));
    auto const first_page_ends = whole.find("Relu jusqu’ici");
    std::string const seen = whole.substr(0, whole.find("Relu jusqu’ici", first_page_ends + 1));
    std::map<std::string, int> expected;
    for (Wanted const& each : wanted_of(*sources, Part::core)) {
        PoEntry const* const entry = po->find(each.message);
        if (entry == nullptr) continue;
        std::string const back = back_translation_of(*entry);
        REQUIRE(!back.empty());
        CHECK(seen.find("\n" + back + "\n") != std::string::npos);
        if (each.plural.empty())
            ++expected["\n" + each.message.french + "\n" + entry->translation + "\n" + back + "\n"];
    }
    CHECK(expected.size() > 150);
    for (auto const& [cells, count] : expected) {
        INFO(cells);
        CHECK(count_of(cells, seen) == count);
    }
}

TEST_CASE("a sheet begins with what counts most of the core, in the order of core_page.toml, to be signed there") {
    TemporaryData const data = TemporaryData::small();
    data.write("core.toml", "[welcome]\ntitle = \"De l’aide\"\n[veil]\ntitle = \"Pause\"\nleft = \"Suite\"\n");
    data.write("core_page.toml", "sentences = [\"veil.left\", \"situation.school.title\"]\n");
    REQUIRE(update_translations(data.path()));
    std::string const page = seen_on(sheet_of(data.path(), "ar"));
    auto const second_page = page.find("Relu jusqu’ici");
    std::string const first = page.substr(0, second_page);
    CHECK(first.find("\n1\nSuite\n") < first.find("\n2\nÀ l’école\n"));
    CHECK(first.find("\n2\nÀ l’école\n") != std::string::npos);
    CHECK(count_of("\nPause\n", first) == 0);
    CHECK(page.find("\nPause\n") > second_page);
    CHECK(count_of("\nSuite\n", page) == 1);
}

TEST_CASE("the first page of the core names sentences of the core, each once, and stays one page") {
    auto const found = [](std::string const& list) {
        TemporaryData const data = TemporaryData::small();
        data.write("core_page.toml", "sentences = [" + list + "]\n");
        std::vector<std::string> what;
        for (Problem const& each : data.problems())
            if (each.where.name == data.file("core_page.toml")) what.push_back(each.what);
        return what;
    };
    using Said = std::vector<std::string>;
    CHECK(found("\"welcome.title\"") == Said{});
    CHECK(found("\"sill.leave\"") == Said{"\"sill.leave\" is no sentence of the core."});
    CHECK(found("\"welcome.title\", \"welcome.title\"") == Said{"\"welcome.title\" stands here twice."});
    std::string many;
    for (int i = 0; i < 61; ++i) many += "\"x" + std::to_string(i) + "\",";
    CHECK(std::ranges::count(found(many), "more than 60 sentences are not one page.") == 1);
}

TEST_CASE("a sheet loads nothing and runs nothing") {
    std::string const page = sheet_of(fs::path(HALTE_SOURCE) / "data", "ar");
    for (char const* const word : {"http", "src=", "<script", "url(", "@import", "<link"}) {
        INFO(word);
        CHECK(page.find(word) == std::string::npos);
    }
}

TEST_CASE("words of a translation stay words on the sheet") {
    std::string const page = sheet_of(with_arabic("<b>&\\\"{x}").path(), "ar");
    CHECK(count_of(">&lt;b&gt;&amp;&quot;<bdi dir=\"ltr\">{x}</bdi></td>", page) == 1);
    CHECK(page.find("<b>&") == std::string::npos);
    CHECK(count_of("\nDe l’aide\n<b>&\"{x}\nAide\n", seen_on(page)) == 1);
}

TEST_CASE("only what is written from right to left stands so on the sheet") {
    CHECK(count_of("lang=\"ar\" class=\"own tall\" dir=\"rtl\">مساعدة</td>",
                   sheet_of(with_arabic("مساعدة").path(), "ar")) == 1);
    CHECK(count_of("rtl", sheet_of(with_arabic("").path(), "nl")) == 0);
}

TEST_CASE("a sheet says who has read a sentence, and when") {
    std::string const review = "# reviewed by sworn <translator> on 2026-11-24";
    CHECK(count_of("\nread\n: sworn <translator>, 2026-11-24\n",
                   seen_on(sheet_of(with_arabic("x", review).path(), "ar"))) == 1);
    CHECK(count_of("\n✓ lu · \nread\n", seen_on(sheet_of(with_arabic("x", "#: core.toml").path(), "ar"))) == 1);
    CHECK(count_of("✓", sheet_of(with_arabic("x").path(), "ar")) == 0);
}

TEST_CASE("a sheet leaves room for what of the core is not translated, and leaves out the rest of it") {
    TemporaryData const data = with_arabic("مساعدة");
    std::string page = seen_on(sheet_of(data.path(), "ar"));
    CHECK(count_of("\nÀ l’école\n", page) == 1);
    CHECK(count_of("\nPartir\n", page) == 0);
    CHECK(count_of("\nPersonne\n", page) == 0);
    translate(data, "phrases.po", "Partir", "اخرج");
    CHECK(count_of("\nPartir\nاخرج\n", seen_on(sheet_of(data.path(), "ar"))) == 1);
}

TEST_CASE("the terms of the language stand on its sheet, with what it avoids and why") {
    TemporaryData const data = with_arabic("مساعدة");
    CHECK(count_of("\nviol\nاغتصاب\n", seen_on(sheet_of(data.path(), "ar"))) == 1);
    std::string const dutch = seen_on(sheet_of(data.path(), "nl"));
    CHECK(count_of("\nviol\nverkrachting\nseks\nIt sounds agreed to.\n", dutch) == 1);
    CHECK(count_of("اغتصاب", dutch) == 0);
}

TEST_CASE("who is told, and whatever has a word of weight, stands on the sheet with the sign of weight") {
    TemporaryData const data = with_arabic("");
    translate(data, "records.po", "Personne", "لا أحد");
    translate(data, "records.po", "Ce que fait one", "ماذا");
    std::string const page = seen_on(sheet_of(data.path(), "ar"));
    CHECK(count_of("▲\nPersonne\nلا أحد\n", page) == 1);
    CHECK(count_of("▲\nCe que fait one\nماذا\n", page) == 0);
    data.write("words_of_weight.toml", "words = [\"fai*\"]\n");
    CHECK(count_of("▲\nCe que fait one\nماذا\n", seen_on(sheet_of(data.path(), "ar"))) == 1);
}

TEST_CASE("what was read on the screens stands on the sheet, after the rest") {
    TemporaryData const data = with_arabic("");
    data.write("translations/ar/pages.toml",
               "read_on = 2026-11-24\n[[page]]\nname = \"welcome\"\nback = \"De l’aide <ici>\"\n");
    std::string const page = seen_on(sheet_of(data.path(), "ar"));
    CHECK(count_of("\nwelcome\nDe l’aide <ici>\n", page) == 1);
    CHECK(page.find("\nwelcome\n") > page.find("\nviol\n"));
    data.write("translations/ar/pages.toml", "[[page]]\nname = \"welcome\"\n");
    CHECK(std::ranges::any_of(data.problems(), [&](Problem const& each) {
        return each.level == Level::failure && each.where.name == data.file("translations/ar/pages.toml");
    }));
}

TEST_CASE("each plural form has a line of its own on the sheet, with numbers that it goes with") {
    TemporaryData const data = with_arabic("");
    data.replace("translations/ar/phrases.po", "msgctxt \"badge.places\"", "#, fuzzy\nmsgctxt \"badge.places\"");
    data.replace("translations/ar/phrases.po", "msgstr[3] \"\"", "msgstr[3] \"{count} أماكن\"");
    data.replace("translations/ar/phrases.po", "msgstr[0] \"\"", "msgstr[0] \"لا أماكن\"");
    std::string const page = seen_on(sheet_of(data.path(), "ar"));
    CHECK(count_of("\n{count} lieu\n{count} lieux\nلا أماكن \n(0)\n \n(1)\n \n(2)\n{count} أماكن \n(3, 4, 5 …)\n "
                   "\n(11, 12, 13 …)\n \n(100, 101, 102 …)\n",
                   page) == 1);
}

TEST_CASE("the months stand together on the sheet, after the rows") {
    TemporaryData const data = TemporaryData::small();
    data.write("core.toml", "[month]\njanuary = \"janvier\"\n[welcome]\ntitle = \"De l’aide\"\n");
    REQUIRE(update_translations(data.path()));
    translate(data, "core.po", "janvier", "يناير");
    std::string const page = sheet_of(data.path(), "ar");
    CHECK(count_of("\njanvier\nيناير\n", seen_on(page)) == 1);
    CHECK(page.find("<li><span class=\"number\">2</span><span>janvier<") > page.find("De l’aide"));
}

TEST_CASE("the same data gives the same sheet, over the one before it and over nothing else") {
    TemporaryData const data = with_arabic("مساعدة");
    TemporaryFolder const folder;
    fs::path const output = folder.path() / "sheet.html";
    write_file(output, "old");
    REQUIRE(write_review_sheet(data.path(), "ar", output));
    CHECK(read_file(output) == sheet_of(data.path(), "ar"));
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
    fs::path const missing = folder.path() / "none/sheet.html";
    CHECK(refusal_of(data.path(), "ar", missing).sentence.starts_with(missing.string() + " cannot be written"));
}

TEST_CASE("a language without translations is refused, with those that have some, and nothing is written") {
    TemporaryData const data = with_arabic("");
    fs::remove_all(data.path() / "translations/nl");
    fs::path const output = data.beside("sheet.html");
    Error const unknown = refusal_of(data.path(), "xx", output);
    CHECK(unknown.sentence == "\"xx\" is no language of languages.toml with translations. These have: ar.");
    CHECK(unknown.code == ExitCode::usage);
    Error const none = refusal_of(data.path(), "nl", output);
    CHECK(none.sentence == "translations/nl is missing: make it with halte-directory update. These have: ar.");
    CHECK(none.code == ExitCode::bad_data);
    CHECK(refusal_of(data.path(), "fr", output).code == ExitCode::usage);
    CHECK(!fs::exists(output));
}

TEST_CASE("no sheet is made of a file that cannot be read: its sentences would be missing") {
    TemporaryData const data = with_arabic("");
    data.write("translations/ar/core.po", "msgid \"\n");
    Error const error = refusal_of(data.path(), "ar", data.beside("sheet.html"));
    CHECK(error.sentence.starts_with(data.file("translations/ar/core.po") + ":1"));
    CHECK(error.code == ExitCode::bad_data);
}
