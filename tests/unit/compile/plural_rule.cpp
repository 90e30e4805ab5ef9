// Which form of a phrase that counts goes with which number, in every language of data/ and in those that may come.
#include "plural_rule.h"

#include "sources.h"
#include "support/temporary_data.h"

using namespace halte;

namespace {

std::string const slavic_tail = "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);";
std::string const russian = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : " + slavic_tail;
std::string const polish = "nplurals=3; plural=(n==1 ? 0 : " + slavic_tail;
std::string const romanian = "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100 > 0 && n%100 < 20) ? 1 : 2);";
std::string const arabic =
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);";

/// The forms of 0, 1, 2, 3, 4, 5, 10, 11, 12, 19, 20, 21, 22, 25, 100, 101, 102, 103, 111, 112 and 121.
std::string forms(std::string const& line) {
    auto const rule = parse_plural_rule(line);
    if (!rule) return "no rule";
    REQUIRE(rule->form_of.size() == 200);
    std::string found;
    for (std::size_t const n : {0, 1, 2, 3, 4, 5, 10, 11, 12, 19, 20, 21, 22, 25, 100, 101, 102, 103, 111, 112, 121})
        found += rule->form_of[n];
    return found;
}

LanguageSource language(std::string const& code) {
    ProblemLog problems;
    auto const all = read_languages(std::string(HALTE_SOURCE) + "/data/languages.toml", problems).screen;
    auto const found = std::ranges::find(all, code, [](LanguageSource const& each) { return each.code.words; });
    REQUIRE(found != all.end());
    return *found;
}

}  // namespace

TEST_CASE("the languages of data/ count as their speakers do") {
    CHECK(forms(language("fr").plurals.words) == "001111111111111111111");
    CHECK(forms(language("nl").plurals.words) == "101111111111111111111");
    CHECK(forms(language("en").plurals.words) == "101111111111111111111");
    CHECK(forms(language("ar").plurals.words) == "012333344444445553444");
    CHECK(forms(arabic) == forms(language("ar").plurals.words));
}

TEST_CASE("every language of data/ has a rule, and uses each of its forms") {
    ProblemLog problems;
    auto const all = read_languages(std::string(HALTE_SOURCE) + "/data/languages.toml", problems).screen;
    CHECK(all.size() >= 4);
    for (LanguageSource const& each : all) {
        CAPTURE(each.code.words);
        for (int form = 0; form < each.rule.forms; ++form)
            CHECK(each.rule.form_of.find(char('0' + form)) != std::string::npos);
    }
}

TEST_CASE("the rules of the languages that may come are taken as gettext writes them") {
    CHECK(forms(russian) == "201112222220122011220");
    CHECK(forms(polish) == "201112222222122211222");
    CHECK(forms(romanian) == "101111111122222111112");
    CHECK(forms("nplurals=2; plural=(n > 1);") == "001111111111111111111");   // tr, fa, am, ti, ln
    CHECK(forms("nplurals=2; plural=(n != 1);") == "101111111111111111111");  // de, es, pt, bg, sq, kmr, so, ff
    CHECK(forms("nplurals=2; plural=n != 1;") == "101111111111111111111");
    CHECK(forms("nplurals=1; plural=0;") == std::string(21, '0'));  // ka
}

TEST_CASE("the operators bind as in C, and what does not divide is no rule") {
    CHECK(forms("nplurals=2; plural=!n;") == "1" + std::string(20, '0'));
    CHECK(forms("nplurals=3; plural=n==1||n==2&&n==3 ? 1+1*1 : 5-3-1;").starts_with("121"));
    CHECK(forms("nplurals=2; plural=n/0;") == "no rule");
    CHECK(forms("nplurals=2; plural=n%0;") == "no rule");
}

TEST_CASE("a line that gettext does not take is no rule") {
    for (char const* line : {"", "plural=(n != 1);", "nplurals=2;", "nplurals=0; plural=0;", "nplurals=7; plural=0;",
                             "nplurals=2; plural=n;", "nplurals=2; plural=(n != 1;", "nplurals=2; plural=n != 1);",
                             "nplurals=2; plural=m;", "nplurals=2; plural=n = 1;", "nplurals=2; plural=n > 1 ? 1;",
                             "nplurals=2; plural=;", "nplurals=2; plural=system(1);", "nplurals=2; plural=0-1;"})
        CHECK_MESSAGE(forms(line) == "no rule", line);
    CHECK(forms("nplurals=1; plural=" + std::string(1000, '(') + "0" + std::string(1000, ')') + ";") == "no rule");
}

TEST_CASE("a form for one number alone may be a word without it") {
    PluralRule const rule = parse_plural_rule(arabic).value();
    for (int const form : {0, 1, 2}) CHECK(rule.is_of_one_number(form));
    for (int const form : {3, 4, 5}) CHECK_FALSE(rule.is_of_one_number(form));
    PluralRule const slavic = parse_plural_rule(russian).value();
    CHECK_FALSE(slavic.is_of_one_number(0));  // 1, 21, 31
}

TEST_CASE("a language whose rule or script nobody can use is refused where it stands") {
    test::TemporaryData const data = test::TemporaryData::small();
    int const rule = data.replace("languages.toml", "plural=(n != 1);", "plural=(n != );");
    int const script = data.replace("languages.toml", "script = \"Arab\"", "script = \"Hebr\"");
    std::map<int, std::string> found;
    for (Problem const& problem : data.problems())
        if (problem.level == Level::failure && problem.where.name == data.file("languages.toml"))
            found[problem.where.line] = problem.what;
    CHECK(found[rule] == "this is no rule for plurals that gettext takes.");
    CHECK(found[script] == "\"script\" cannot be \"Hebr\".");
}
