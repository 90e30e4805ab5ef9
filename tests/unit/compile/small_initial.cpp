#include <doctest/doctest.h>

#include "small_initial.h"

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
