// The terms that matter, and how each language says them.
#include "avoided_words.h"
#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

namespace {

char const* const glossary_file = "translations/glossary.toml";

/// What is found on a line of a file, each as "what cure".
std::vector<std::string> on_line(Problems const& problems, std::string const& file, int line, Level level) {
    std::vector<std::string> all;
    for (Problem const& each : problems)
        if (each.where.name == file && each.where.line == line && each.level == level)
            all.push_back(each.what + " " + each.cure);
    return all;
}

/// The small data with a door named "Un viol ici", and the PO files made for it.
TemporaryData data_with_the_term() {
    TemporaryData data = TemporaryData::small();
    data.replace("situations.toml", "Un titre", "Un viol ici");
    data.replace("core.toml", "De l’aide", "Une violette");
    REQUIRE(update_translations(data.path()));
    return data;
}

/// Translates a French sentence of the core, and gives what is then found of it, but that nobody has read it.
std::vector<std::string> found_of(std::string const& language, std::string const& french, std::string const& words) {
    TemporaryData const data = data_with_the_term();
    std::string const file = "translations/" + language + "/core.po";
    std::string const before = "msgid \"" + french + "\"\nmsgstr \"";
    int const line = 1 + data.replace(file, before + "\"", before + words + "\"");
    auto found = on_line(data.problems(), data.file(file), line, Level::failure);
    std::erase_if(found, [](std::string const& each) { return each.starts_with("the translation is not fuzzy"); });
    return found;
}
using Each = std::vector<std::string>;

struct PlantedTerm {
    char const* before;
    char const* after;
    char const* what;
    int lines_below = 0;
};
constexpr PlantedTerm faults_of_the_glossary[] = {
    {"nl = {", "xx = {", "there is no language \"xx\". Use a code of languages.toml."},
    {", why = \"It sounds agreed to.\"", "", "it does not say why \"seks\" is avoided. Add why"},
    {"says = [\"verkrachting\"], ", "", "[nl] has no \"says\""},
    {"says = [\"verkrachting\"]", "said = []", "a key \"said\" that nothing reads"},
    {"french = [\"viol\"]", "", "a term has no \"french\"", -1},
    {"[[term]]", "[[terms]]", "the glossary has a key \"terms\" that nothing reads"},
};

}  // namespace

TEST_CASE("a fault of the glossary is found on its line") {
    for (PlantedTerm const& planted : faults_of_the_glossary) {
        CAPTURE(std::string(planted.what));
        TemporaryData const data = data_with_the_term();
        int const line = data.replace(glossary_file, planted.before, planted.after) + planted.lines_below;
        auto const found = on_line(data.problems(), data.file(glossary_file), line, Level::failure);
        CHECK(std::ranges::any_of(
            found, [&](std::string const& each) { return each.find(planted.what) != std::string::npos; }));
    }
}

TEST_CASE("a word that is wrong everywhere is refused in a record, too; other words to avoid are the core's") {
    TemporaryData const data = data_with_the_term();
    data.record("one", 1, "situations = [\"rape\"]");
    data.replace("records/one.toml", "Ce que fait one", "Après un viol");
    REQUIRE(update_translations(data.path()));
    std::string const file = "translations/nl/records.po";
    int const line = 1 + data.replace(file, "msgid \"Après un viol\"\nmsgstr \"\"",
                                      "msgid \"Après un viol\"\nmsgstr \"Na gedwongen seks\"");
    auto const found = [&] {
        auto all = on_line(data.problems(), data.file(file), line, Level::failure);
        std::erase_if(all, [](std::string const& each) { return each.starts_with("the translation is not fuzzy"); });
        return all;
    };
    CHECK(found().empty());
    data.replace(glossary_file, "french = [\"viol\"]\n", "french = [\"viol\"]\neverywhere = true\n");
    CHECK(found() ==
          Each{"\"Na gedwongen seks\" says \"seks\", where the French \"Après un viol\" has \"viol\". It sounds "
               "agreed to."});
}

TEST_CASE("a glossary that is missing is one problem") {
    TemporaryData const data = data_with_the_term();
    fs::remove(data.file(glossary_file));
    CHECK(on_line(data.problems(), data.file(glossary_file), 0, Level::failure) ==
          Each{"the file is missing. Restore it."});
}

TEST_CASE("terms without words in a language are counted, once for each language") {
    TemporaryData const data = data_with_the_term();
    CHECK(on_line(data.problems(), data.file(glossary_file), 0, Level::warning).empty());
    data.write(glossary_file, read_file(data.file(glossary_file)) +
                                  "[[term]]\nfrench = [\"aide\"]\nnote = \"help\"\nar = { says = [\"مساعدة\"] }\n"
                                  "[[term]]\nfrench = [\"plainte\"]\nar = { says = [\"شكوى\"] }\n");
    CHECK(on_line(data.problems(), data.file(glossary_file), 0, Level::warning) ==
          Each{"2 of 3 terms have no words in \"nl\". Add its line to each of them."});
}

TEST_CASE("a translation says a term of the glossary as the language has it") {
    CHECK(found_of("nl", "Un viol ici", "Een verkrachting hier").empty());
    CHECK(found_of("nl", "Un viol ici", "VERKRACHTING, hier").empty());
    CHECK(found_of("ar", "Un viol ici", "اغتصاب، هنا").empty());
    CHECK(
        found_of("nl", "Un viol ici", "Een misdrijf hier") ==
        Each{"\"Een misdrijf hier\" does not say \"verkrachting\", where the French \"Un viol ici\" has \"viol\". Say "
             "it so, or add how it is said to translations/glossary.toml."});
    CHECK(found_of("ar", "Un viol ici", "والاغتصابات").size() == 1);
}

TEST_CASE("a translation avoids what the glossary avoids, where the French has the term") {
    CHECK(
        found_of("nl", "Un viol ici", "Verkrachting of seks") ==
        Each{"\"Verkrachting of seks\" says \"seks\", where the French \"Un viol ici\" has \"viol\". It sounds agreed "
             "to."});
    CHECK(found_of("nl", "Une violette", "Over seks").empty());
}

TEST_CASE("a term is sought in both French forms and said in every form of a translation") {
    TemporaryData const data = TemporaryData::small();
    data.write("core.toml",
               "[welcome]\ntitle = \"De l’aide\"\n[a.counted]\nrape = [\"{count} viol\", \"{count} faits\"]\n");
    REQUIRE(update_translations(data.path()));
    char const* const file = "translations/nl/core.po";
    int const line = data.replace(file, "msgstr[0] \"\"\nmsgstr[1] \"\"",
                                  "msgstr[0] \"{count} verkrachting\"\nmsgstr[1] \"{count} feiten\"");
    Each const found = on_line(data.problems(), data.file(file), line, Level::failure);
    CHECK(std::ranges::count_if(
              found, [](std::string const& each) { return each.starts_with("\"{count} feiten\" does not say"); }) == 1);
}

TEST_CASE("words are found whatever their capitals in every alphabet that has some") {
    CHECK(folded("ЗҐВАЛТУВАННЯ ЇЖАК ЀЏЯ") == "зґвалтування їжак ѐџя");
    CHECK(folded("ŚWIĘTO ŻÓŁĆ ŹRÓDŁO ŇŸ") == "święto żółć źródło ňÿ");
    CHECK(folded("ŞİDDET SAĞLIK") == "şiddet sağlik");
    CHECK(folded("VÂRSTĂ ȘI ȚARĂ Œ") == "vârstă și țară œ");
    CHECK(folded("ƁƊƝƳŊ ƆƐ") == "ɓɗɲƴŋ ɔɛ");
    for (char const* words : {"ı ĸ ŉ × ß", "اغتصاب", "ጾታዊ ዓመጽ", "ђѓ҂"}) CHECK(folded(words) == words);
}

TEST_CASE("signs of Ethiopic, Arabic and other scripts end a word") {
    for (char const* words : {"ዓመጽ።", "ዓመጽ፣ ወይ", "ወይ፤ዓመጽ፦", "ዓመጽ፧", "ዓመጽ፡ወይ"}) CHECK_MESSAGE(says(words, "ዓመጽ"), words);
    CHECK_FALSE(says("ብዓመጽ", "ዓመጽ"));
    CHECK_FALSE(says("ዓመጽን", "ዓመጽ"));
    CHECK(says(folded("„ŚMIERĆ”"), folded("śmierć")));
    CHECK(says(folded("¿ACOSO?"), "acoso"));
    CHECK(says("کمک۔", "کمک"));
    CHECK(says("\u200Fکمک\u200E", "کمک"));
}

TEST_CASE("the project's own glossary binds its translations, and they keep to it") {
    TemporaryData const data = TemporaryData::copy_whole();
    auto const is_of_core = [](Problem const& each) {
        return each.where.name.ends_with("glossary.toml") || each.where.name.ends_with("core.po");
    };
    for (Problem const& each : data.problems())
        if (is_of_core(each)) CHECK_MESSAGE(each.level != Level::failure, describe(each));
    char const* const file = "translations/en/core.po";
    int const line = data.replace(file, "msgstr \"Rape or sexual assault\"", "msgstr \"Sex or sexual assault\"");
    CHECK(on_line(data.problems(), data.file(file), line, Level::failure).size() == 1);
}
