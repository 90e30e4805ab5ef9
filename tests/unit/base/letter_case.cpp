#include <doctest/doctest.h>
#include <halte/letter_case.h>

using namespace halte;

TEST_CASE("within a sentence only the first letter of a name is small") {
    CHECK(with_small_initial("Néerlandais") == "néerlandais");
    CHECK(with_small_initial("Éwé") == "éwé");
    CHECK(with_small_initial("Кыргызская") == "кыргызская");
    CHECK(with_small_initial("Українська") == "українська");
    CHECK(with_small_initial("Їдиш") == "їдиш");
    CHECK(with_small_initial("Русский") == "русский");
    CHECK(with_small_initial("Čeština") == "čeština");
    CHECK(with_small_initial("Norvégien du Nord") == "norvégien du Nord");
}

TEST_CASE("what has no small letter stays as it is") {
    for (char const* words : {"", "العربية", "ትግርኛ", "ქართული", "néerlandais", "русский", "Ελληνικά", "1ère", "×"})
        CHECK(with_small_initial(words) == words);
}

TEST_CASE("a line begins with a capital, whatever letter it is") {
    CHECK(with_capital_initial("lundi à vendredi") == "Lundi à vendredi");
    CHECK(with_capital_initial("środa") == "Środa");
    CHECK(with_capital_initial("çarşamba") == "Çarşamba");
    CHECK(with_capital_initial("șase") == "Șase");
    CHECK(with_capital_initial("понеділок") == "Понеділок");
    CHECK(with_capital_initial("щодня") == "Щодня");
    CHECK(with_capital_initial("ўторак") == "Ўторак");
    for (char const* words : {"", "الأربعاء", "ረቡዕ", "Lundi", "Среда", "24 h", "÷"})
        CHECK(with_capital_initial(words) == words);
}
