#include <doctest/doctest.h>
#include <halte/words.h>

#include <string>

using namespace halte;

TEST_CASE("words of every script can be read, with the marks and joiners that they need") {
    for (char const* words : {"", "SOS Viol", "Un titre\nsur deux lignes", "LGBTQIA+\u200E", "می\u200Cخواهم",
                              "Rue\u00A0Haute", "mot\u00ADclé", "👩\u200D👧", "a\u2060b", "«\u202F112\u202F»"}) {
        CAPTURE(words);
        CHECK(why_unreadable(words).empty());
    }
}

TEST_CASE("words that nobody sees are told") {
    for (char const* words : {" ", "\n", "\u00A0", "\u00AD", "\u200B\u200C\u200D", "\u2060", "\uFEFF", "\u200E",
                              "\u3000", "\u2800", "\u3164", "\U000E0041", " \u2003\u202F"}) {
        CAPTURE(words);
        CHECK(why_unreadable(words) == "is made of blanks or of characters that nobody sees");
    }
}

TEST_CASE("what turns the words around it is told with its number") {
    CHECK(why_unreadable("Awel \u202E201") == "contains U+202E, which turns the words around it");
    for (char const* mark :
         {"\u202A", "\u202B", "\u202C", "\u202D", "\u2066", "\u2067", "\u2068", "\u2069", "\u206A"}) {
        CAPTURE(mark);
        CHECK(why_unreadable(std::string("Awel ") + mark).starts_with("contains U+20"));
    }
}

TEST_CASE("control characters are told, and so is what is not UTF-8") {
    CHECK(why_unreadable(std::string_view("a\0b", 3)) == "contains a control character, U+0000");
    CHECK(why_unreadable("a\tb") == "contains a control character, U+0009");
    CHECK(why_unreadable("a\rb") == "contains a control character, U+000D");
    CHECK(why_unreadable("a\x7F") == "contains a control character, U+007F");
    CHECK(why_unreadable("a\u0085") == "contains a control character, U+0085");
    CHECK(why_unreadable("a\u2028") == "contains a control character, U+2028");
    CHECK(why_unreadable("a\xFF") == "is not UTF-8");
    CHECK(why_unreadable("a\xC3") == "is not UTF-8");
    CHECK(is_utf8("a\té\U000E0041"));
    CHECK_FALSE(is_utf8("a\t\xFF"));
    CHECK(why_unreadable("a\xE2\x28\xA1") == "is not UTF-8");
}

TEST_CASE("a blank or an unseen character within an address is found") {
    CHECK_FALSE(has_unseen_character("https://www.sosviol.be/é"));
    for (char const* words : {"a b", "a\u200B", "\uFEFFa", "a\u00A0b", "a\nb"}) CHECK(has_unseen_character(words));
}

TEST_CASE("characters are counted as a reader does, whatever their bytes") {
    CHECK(characters_in("") == 0);
    CHECK(characters_in("été") == 3);
    CHECK(characters_in("مرحبا") == 5);
}
