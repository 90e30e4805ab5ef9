#include "faces.h"

#include <doctest/doctest.h>
#include <halte/text.h>

using namespace halte;

namespace {

int missing_in(Faces& faces, char const* words) {
    Owned<PangoLayout> const layout(pango_layout_new(faces.context_of("fr", PANGO_DIRECTION_LTR)));
    pango_layout_set_text(layout.get(), words, -1);
    return pango_layout_get_unknown_glyphs_count(layout.get());
}

}  // namespace

TEST_CASE("the scripts of our languages need the usual faces only") {
    auto usual = Faces::open(Faces::Choice::usual);
    REQUIRE(usual);
    for (char const* const words :
         {"œuvre « à l’hôpital » — één, ß, ñ", "ğ ı İ ş ł ż ă ș ț ë ç ê î û", "ɓ ɗ ŋ ƴ",
          "Українська, русский, български: ї ґ ъ", "العربية پښتو ښ ځ ټ دری گ چ پ ژ ۱۲۳", "ትግርኛ፡ ሓገዝ።"}) {
        CAPTURE(words);
        CHECK(missing_in(*usual, words) == 0);
    }
}

TEST_CASE("other scripts are shown with faces that are not the usual ones") {
    char const* const words = "ქართული தமிழ்";
    auto usual = Faces::open(Faces::Choice::usual);
    REQUIRE(usual);
    CHECK(missing_in(*usual, words) > 0);
    auto const typesetter = Typesetter::create();
    REQUIRE(typesetter);
    CHECK(typesetter->measure(words, {.size = 30}, 0).missing_glyphs == 0);
    CHECK(typesetter->showable(words, {.size = 30}) == words);
}
