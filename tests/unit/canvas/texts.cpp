#include "texts.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace halte;

namespace {

Texts fresh_texts() { return Texts(std::move(Typesetter::create().value())); }

struct Seen {
    TextExtent extent;
    Picture picture;
};
Seen seen(Texts& texts, std::string const& words, TextStyle const& style, int width) {
    Atlas atlas(false, 1'000'000);
    return {texts.extent(words, style, width), texts.picture(words, style, width, atlas)};
}

void check_same(Seen const& one, Seen const& other) {
    CHECK(one.extent.width == other.extent.width);
    CHECK(one.extent.lines == other.extent.lines);
    CHECK(one.extent.too_wide == other.extent.too_wide);
    CHECK(one.picture.width == other.picture.width);
    CHECK(one.picture.height == other.picture.height);
    CHECK(one.picture.dx == other.picture.dx);
    CHECK(one.picture.dy == other.picture.dy);
}

std::vector<TextStyle> styles() {
    TextStyle const plain{.size = 31};
    TextStyle centre = plain;
    centre.alignment = Alignment::centre;
    TextStyle end = plain;
    end.alignment = Alignment::end;
    TextStyle rtl = plain;
    rtl.direction = Direction::right_to_left;
    TextStyle airy = centre;
    airy.letter_spacing = 3.7F;
    airy.word_spacing = 5;
    return {plain, centre, end, rtl, airy};
}

}  // namespace

TEST_CASE("a text looks the same whatever was asked about it before") {
    std::string const words = "Qui peut m’aider ?";
    for (TextStyle const& style : styles()) {
        Texts asked = fresh_texts();
        int const whole = asked.extent(words, style, 0).width;
        for (int const width : {0, 120, whole - 1, whole, whole + 1, 640, 641, 120, 0}) {
            CAPTURE(width);
            Texts fresh = fresh_texts();
            check_same(seen(asked, words, style, width), seen(fresh, words, style, width));
        }
    }
}

TEST_CASE("what was only measured is drawn later as it was measured") {
    std::string const words = "Une oreille attentive, jour et nuit";
    Texts texts = fresh_texts();
    int const narrow = texts.extent(words, {.size = 31}, 300).height;
    texts.forget_layouts();
    texts.tidy();
    Texts fresh = fresh_texts();
    CHECK(narrow > fresh.extent(words, {.size = 31}, 0).height);
    check_same(seen(texts, words, {.size = 31}, 300), seen(fresh, words, {.size = 31}, 300));
}
