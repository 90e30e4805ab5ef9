#include <fmt/format.h>

#include <cstring>

#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

/// Every kind of fault, planted in the project's own data: the words `before` of `file` become `after`, and the check
/// must then say `what` on that line, `lines_below` further down where the fault is only seen there.
struct Planted {
    char const* name;
    char const* file;
    char const* before;
    char const* after;
    char const* what;
    int lines_below = 0;
};

static bool has(Problems const& problems, std::string const& file, int line, std::string const& what) {
    return std::ranges::any_of(problems, [&](Problem const& problem) {
        return problem.where.name == file && problem.where.line == line && problem.what.find(what) != std::string::npos;
    });
}

static std::string listed(std::string const& file, Problems const& problems) {
    std::string all;
    for (Problem const& problem : problems)
        if (problem.where.name == file) all += describe(problem) + "\n";
    return all;
}

static char const* const record = "records/sos-viol.toml";
static std::string const book(40'000, 'x');
static std::string const long_phrase = "back = \"" + book + "\"";
static std::string const long_name = "name = \"" + std::string(121, 'x') + "\"";

static Planted const faults_of_records[] = {
    {"syntax", record, "asked_for = true", "asked_for = yes please", "not TOML"},
    {"unknown key", record, "asked_for = true", "asked_fro = true", "a key \"asked_fro\" that nothing reads"},
    {"unknown key of a phone", record, "free = true", "gratis = true", "a key \"gratis\" that nothing reads"},
    {"missing key", record, "kind = \"independent\"", "", "the record has no \"kind\"", -1000},
    {"missing key of a phone", record, "number = \"0800 98 100\"", "", "a phone has no \"number\"", -1},
    {"empty words", record, "name = \"SOS Viol\"", "name = \"\"", "\"name\" of the record is empty"},
    {"control character", record, "name = \"SOS Viol\"", "name = \"SOS\\u0000Viol\"", "contains a control character"},
    {"a name of blanks", record, "name = \"SOS Viol\"", "name = \"\u00A0 \u200B\"",
     "\"name\" of the record is made of blanks"},
    {"a name turned round", record, "name = \"SOS Viol\"", "name = \"SOS \u202EViol\"", "contains U+202E, which turns"},
    {"a sentence turned round", record, "Adultes et jeunes", "Adultes \u2067et jeunes", "contains U+2067, which turns"},
    {"a website nobody can type", record, "https://www.sosviol.be/", "https://www.sos\u200Bviol.be/",
     "not the address"},
    {"an address nobody can type", record, "info@sosviol.be", "info@sos\u00ADviol.be", "is not an e-mail address"},
    {"a city of blanks", record, "city = \"Saint-Gilles\"", "city = \"\uFEFF\"",
     "\"city\" of a location is made of blanks"},
    {"wrong type", record, "anonymous = true", "anonymous = \"yes\"", "\"anonymous\" is not true or false"},
    {"whole number", record, "order = 3", "order = \"third\"", "\"order\" is not a whole number"},
    {"id", record, "id = \"sos-viol\"", "id = \"sos-viole\"", "the id \"sos-viole\" is not the name of the file"},
    {"date in quotes", record, "assured_date = 2026-11-24", "assured_date = \"2026-11-24\"", "is not a day"},
    {"no such day", record, "assured_date = 2026-11-24", "assured_date = 2026-02-30", "not TOML"},
    {"a day to come", record, "assured_date = 2026-11-24", "assured_date = 2027-11-24",
     "the day 2027-11-24 is still to come: today is 2026-11-28"},
    {"a day too long ago", record, "assured_date = 2026-11-24", "assured_date = 1926-11-24", "is before 2000"},
    {"status", record, "status = \"active\"", "status = \"open\"", "the status cannot be \"open\""},
    {"kind", record, "kind = \"independent\"", "kind = \"free\"", "\"kind\" cannot be \"free\""},
    {"source kind", record, "source_kind = \"authority\"", "source_kind = \"blog\"", "cannot be \"blog\""},
    {"situation", record, "situations = [\"rape\"", "situations = [\"raep\"", "there is no situation \"raep\""},
    {"parent", record, "order = 3", "order = 3\nparent = \"nobody\"", "there is no record \"nobody\"", 1},
    {"own parent", record, "order = 3", "order = 3\nparent = \"sos-viol\"", "\"sos-viol\" is itself a site", 1},
    {"language", record, "languages = [\"fr\"]", "languages = [\"French\"]", "\"French\" is not the code"},
    {"language without a name", record, "languages = [\"fr\"]", "languages = [\"xh\"]", "\"xh\" has no name to show"},
    {"website", record, "website = \"https://www.sosviol.be/\"", "website = \"www.sosviol.be\"", "not the address"},
    {"a chat nowhere", record, "website = \"https://www.sosviol.be/\"", "", "there is a chat, and no website", 4},
    {"hours of no chat", record, "chat = true", "", "there are hours of a chat, and no chat", 45},
    {"long summary", record, "summary = \"Une écoute", "summary = \"Une écoute, une oreille et encore une écoute",
     "the summary has 74 characters"},
    {"a sentence as long as a book", record, "Adultes et jeunes", book.c_str(), "the sentence has 400"},
    {"a name as long as a paragraph", record, "name = \"SOS Viol\"", long_name.c_str(), "the name has 121 characters"},
    {"number in a sentence", record, "Adultes et jeunes", "Au 02/123.45.67, adultes", "contains a telephone number"},
    {"address in a sentence", record, "Adultes et jeunes", "a@b.be, adultes", "or an e-mail address"},
    {"phone number", record, "0800 98 100", "0800 98 1OO", "is not a telephone number"},
    {"short number", record, "0800 98 100", "0800 98 10", "is not a telephone number"},
    {"a number with its 0 after +32", record, "0800 98 100", "+32 0800 98 100", "is not a telephone number"},
    {"publish", record, "publish = \"yes\"", "publish = \"maybe\"", "\"publish\" cannot be \"maybe\""},
    {"phone without source", record,
     "source = [\"https://victimes.cfwb.be/vous-etes-victime-de/violences-sexuelles/?L=0\"]", "",
     "a phone has no \"source\"", -6},
    {"phone with no source", record,
     "source = [\"https://victimes.cfwb.be/vous-etes-victime-de/violences-sexuelles/?L=0\"]", "source = []",
     "names no source"},
    {"day", record, "MO,TU,WE,TH,FR", "MO,TU,WE,TH,VE", "are not days of the week"},
    {"order of days", record, "MO,TU,WE,TH,FR", "TU,MO", "are not days of the week"},
    {"time", record, "opens_at = \"08:00\"", "opens_at = \"8:00\"", "\"8:00\" is not a time"},
    {"no such time", record, "closes_at = \"18:00\"", "closes_at = \"18:60\"", "\"18:60\" is not a time"},
    {"closes before it opens", record, "closes_at = \"18:00\"", "closes_at = \"07:00\"", "closes before it opens"},
    {"kind of hours", record, "kind = \"chat\"", "kind = \"mail\"", "\"kind\" cannot be \"mail\""},
    {"email", record, "info@sosviol.be", "info.sosviol.be", "is not an e-mail address"},
    {"coordinates", record, "latitude = 50.82763", "latitude = 4.35",
     "the coordinates of Saint-Gilles are not in Belgium", -3},
    {"made for what is no situation", record, "made_for = [\"rape\"]", "made_for = [\"raep\"]",
     "there is no situation \"raep\""},
    {"made for what it does not help in", record, "made_for = [\"rape\"]", "made_for = [\"fgm\"]",
     "it is made for \"fgm\", which is not among its situations"},
    {"made for it twice", record, "made_for = [\"rape\"]", "made_for = [\"rape\", \"rape\"]",
     "is made for \"rape\" twice"},
    {"a name in no language", "records/caw.toml", "[translated.nl]", "[translated.Dutch]",
     "\"Dutch\" is not the code of another language", 1},
    {"a translation of what is none", "records/caw.toml", "name = \"Centrum", "title = \"Centrum",
     "has a key \"title\""},
    {"half a coordinate", record, "longitude = 4.34389", "", "only one of latitude and longitude", -7},
};

static Planted const faults_of_tables[] = {
    {"icon", "situations.toml", "icon = \"situation-rape\"", "icon = \"situation-raep\"", "there is no icon"},
    {"situation twice", "situations.toml", "id = \"minors\"", "id = \"rape\"", "the situation \"rape\" is there twice"},
    {"long title", "situations.toml", "\"Mariage forcé\"", "\"Un mariage que je refuse\"", "has 5 words"},
    {"no line", "situations.toml", "line = \"Ou violence au nom de l’honneur\"", "", "a situation has no \"line\"", -4},
    {"a situation with a door and without", "situations.toml", "# The situations", "without_door = [\"rape\"]  #",
     "the situation \"rape\" is there twice"},
    {"a profile with a door that is not there", "profiles/school.toml", "[\"school\"", "[\"nowhere\"",
     "there is no situation \"nowhere\""},
    {"unknown line", "lines.toml", "always = [\"child-focus\"", "always = [\"child-fokus\"", "there is no service"},
    {"language twice", "languages.toml", "code = \"nl\"", "code = \"fr\"", "the language \"fr\" is there twice"},
    {"phrase of the wrong type", "core.toml", "back = \"Retour\"", "back = 3", "\"back\" is not a text in quotes"},
    {"empty phrase", "core.toml", "back = \"Retour\"", "back = \"\"", "\"back\" of [header] is empty"},
    {"a phrase as long as a book", "core.toml", "back = \"Retour\"", long_phrase.c_str(),
     "the phrase has 40000 characters"},
    {"a phrase nobody sees", "core.toml", "back = \"Retour\"", "back = \"\u2060\"", "\"back\" of [header] is made of"},
    {"a title turned round", "situations.toml", "\"Mariage forcé\"", "\"\u202EMariage\"", "contains U+202E"},
    {"a guidance turned round", "guidance.toml", "title = \"", "title = \"\u2066", "contains U+2066"},
    {"a language nobody sees", "languages.toml", "endonym = \"Nederlands\"", "endonym = \"\u3164\"",
     "\"endonym\" of a language is made of"},
    {"a line turned round", "lines.toml", "always = [\"child-focus\"", "always = [\"child-\u202Dfocus\"",
     "\"always\" of the list of lines contains U+202D"},
    {"a profile turned round", "profiles/school.toml", "name = \"", "name = \"\u202B",
     "\"name\" of the profile contains U+202B"},
    {"a wording turned round", "profiles/school.toml", "[wording]\n", "[wording]\n\"sill.leave\" = \"\u202Bx\"\n",
     "contains U+202B", 1},
    {"phrase twice", "core.toml", "back = \"Retour\"", "back = \"Retour\"\nback = \"Encore\"", "not TOML", 1},
};

/// Leaves `data` as it was.
static void plant(Planted const& planted, TemporaryData const& data) {
    CAPTURE(planted.name);
    std::string const text = read_file(data.path() / planted.file);
    fs::path const unharmed = fs::path(HALTE_SOURCE) / "data";
    static auto const before = check_data(unharmed, Today{{2026, 11, 28}}).value();
    int const line = std::max(1, data.replace(planted.file, planted.before, planted.after) + planted.lines_below);
    auto const after = data.problems();
    data.write(planted.file, text);
    CHECK_FALSE(has(before, unharmed / planted.file, line, planted.what));
    std::string const file = data.file(planted.file);
    CHECK_MESSAGE(has(after, file, line, planted.what), line, " ", listed(file, after));
}

/// A record of its own for each fault, so that one reading of the data finds all of them.
struct Double {
    std::string name;
    std::string file;  ///< a copy of the fault's, under another name
    std::string unharmed;
    std::string faulty;
    std::string what;
    int line;
};

static std::string quoted(std::string const& words) { return "\"" + words + "\""; }

static std::string replaced(std::string text, std::string const& before, std::string const& after) {
    for (auto at = text.find(before); at != std::string::npos; at = text.find(before, at + after.size()))
        text.replace(at, before.size(), after);
    return text;
}

static Double double_with(Planted const& planted, std::size_t number, TemporaryData const& data) {
    std::string const usual_id = fs::path(planted.file).stem().string();
    std::string const id = fmt::format("{}-{}", usual_id, number);
    auto const renamed = [&](std::string const& words) { return replaced(words, quoted(usual_id), quoted(id)); };
    std::string const text = read_file(data.path() / planted.file);
    auto const place = text.find(planted.before);
    REQUIRE_MESSAGE(place != std::string::npos, planted.before);
    int const line = 1 + int(std::count(text.begin(), text.begin() + std::ptrdiff_t(place), '\n'));
    std::string const faulty = std::string(text).replace(place, std::strlen(planted.before), planted.after);
    return {.name = planted.name,
            .file = "records/" + id + ".toml",
            .unharmed = renamed(text),
            .faulty = renamed(faulty),
            .what = renamed(planted.what),
            .line = std::max(1, line + planted.lines_below)};
}

TEST_CASE("every fault of a record is found on its line") {
    TemporaryData const data = TemporaryData::copy();
    std::vector<Double> doubles;
    for (Planted const& planted : faults_of_records) doubles.push_back(double_with(planted, doubles.size(), data));
    for (Double const& each : doubles) data.write(each.file, each.unharmed);
    auto const before = data.problems();
    for (Double const& each : doubles) data.write(each.file, each.faulty);
    auto const after = data.problems();
    for (Double const& each : doubles) {
        CAPTURE(each.name);
        CHECK_FALSE(has(before, data.file(each.file), each.line, each.what));
        CHECK_MESSAGE(has(after, data.file(each.file), each.line, each.what), each.line, " ",
                      listed(data.file(each.file), after));
    }
}

TEST_CASE("every fault of a table is found on its line") {
    TemporaryData const data = TemporaryData::copy();
    for (Planted const& planted : faults_of_tables) plant(planted, data);
}

TEST_CASE("the project's own data has nothing to mend") {
    auto const problems = check_data(fs::path(HALTE_SOURCE) / "data").value();
    std::string all;
    for (Problem const& problem : problems) {
        if (problem.level == Level::failure) all += describe(problem) + "\n";
    }
    CHECK_MESSAGE(all.empty(), all);
}

TEST_CASE("every problem says how to mend it, in a sentence") {
    TemporaryData const data = TemporaryData::copy();
    int const line = data.replace(record, "asked_for = true", "asked_fro = true");
    auto const problems = data.problems();
    auto const found = std::ranges::find(problems, line, [](Problem const& each) { return each.where.line; });
    REQUIRE(found != problems.end());
    CHECK(describe(*found) == data.file(record) + ":" + std::to_string(line) +
                                  ": the record has a key \"asked_fro\" that nothing reads. Mend its spelling, or "
                                  "take it out.");
}

TEST_CASE("hours that are withheld and told all the same are found") {
    TemporaryData const data = TemporaryData::small();
    std::string const withheld = "[hours]\npublish = \"no\"\n";
    data.record("one", 1, "situations = []", "hours_note = \"Le soir\"\n" + withheld);
    CHECK(has(data.problems(), data.file("records/one.toml"), 13, "the hours are not published"));
    data.record("one", 1, "any_hour = true\nsituations = []", withheld);
    CHECK(has(data.problems(), data.file("records/one.toml"), 13, "the hours are not published"));
}

TEST_CASE("two records of one order are noted, and a missing file is named") {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    data.record("two", 1, "situations = [\"rape\"]");
    CHECK(has(data.problems(), data.file("records/two.toml"), 1, "its order 1 is also that of one"));
    fs::remove(data.file("phrases.toml"));
    CHECK(has(data.problems(), data.file("phrases.toml"), 0, "the file is missing"));
}

TEST_CASE("faults of a profile are found") {
    TemporaryData const data = TemporaryData::small();
    CHECK(worst(data.problems()) != Level::failure);
    std::string const file = "profiles/school.toml";
    auto const planted = [&](std::string const& before, std::string const& after, std::string const& what) {
        TemporaryData const damaged = TemporaryData::small();
        int const line = damaged.replace(file, before, after);
        return has(damaged.problems(), damaged.file(file), line, what);
    };
    CHECK(planted("id = \"school\"", "id = \"shcool\"", "is not the name of the file"));
    CHECK(planted("[\"school\", \"rape\"]", "[\"scool\", \"rape\"]", "there is no situation \"scool\""));
    CHECK(planted("languages = [\"fr\"]", "languages = [\"xx\"]", "there is no language \"xx\""));
    CHECK(planted("languages = [\"fr\"]", "languages = [\"fr\"] \nleading_lines = [\"x\"]", "") == false);
    CHECK(planted("\"sill.leave\" = ", "\"sill.laeve\" = ", "there is no phrase \"sill.laeve\""));
    CHECK(planted("On m’a touché", "On m’a touché et je pleure beaucoup", "has 7 words"));
}

TEST_CASE("a leading line that no record has is found") {
    TemporaryData const data = TemporaryData::small();
    int const line = data.replace("profiles/school.toml", "[wording]", "leading_lines = [\"nobody\"]\n[wording]");
    CHECK(has(data.problems(), data.file("profiles/school.toml"), line, "there is no service \"nobody\""));
}

TEST_CASE("a directory whose emergency line has no number is refused") {
    TemporaryData const data = TemporaryData::copy();
    data.replace("records/police-101.toml", "type = \"voice\"", "type = \"text\"");
    auto const problems = data.problems();
    CHECK(std::ranges::any_of(problems, [](Problem const& problem) {
        return problem.level == Level::failure &&
               problem.what.find("the emergency line needs a number") != std::string::npos;
    }));
}

TEST_CASE("a folder that cannot be read is a failure, not a problem") {
    auto const checked = check_data("/nowhere/at-all");
    REQUIRE_FALSE(checked);
    CHECK(checked.error().sentence == "/nowhere/at-all is not a folder that can be read: No such file or directory");
}
