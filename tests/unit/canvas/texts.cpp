#include "texts.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace halte;

namespace {

Texts fresh_texts() { return Texts(std::move(Typesetter::create().value())); }

/// As the typesetter draws it who was asked nothing before.
void check_against_the_typesetter(Texts& texts, std::string const& words, TextStyle const& style, int width) {
    Atlas atlas(1'000'000);
    TextImage const image = Typesetter::create().value().render(words, style, width);
    TextExtent const extent = texts.extent(words, style, width);
    Picture const picture = texts.picture(words, style, width, atlas);
    CHECK(extent.width == image.extent.width);
    CHECK(extent.lines == image.extent.lines);
    CHECK(extent.too_wide == image.extent.too_wide);
    CHECK(picture.width == image.width);
    CHECK(picture.height == image.height);
    CHECK(picture.dx == -image.left);
    CHECK(picture.dy == -image.top);
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
            check_against_the_typesetter(asked, words, style, width);
        }
    }
}

TEST_CASE("texts are told apart by each thing that changes how they look") {
    Texts texts = fresh_texts();
    std::vector<std::pair<std::string, TextStyle>> all;
    for (TextStyle const& style : styles())
        for (std::string const words : {"0470 91 48 74", "0470 91 48 75"}) {
            TextStyle larger = style;
            larger.size = 32;
            TextStyle apart = style;
            apart.line_height = 2;
            TextStyle bold = style;
            bold.weight = Weight::bold;
            TextStyle digits = style;
            digits.digits = true;
            TextStyle wide = style;
            wide.letter_spacing = 6;
            TextStyle wide_words = style;
            wide_words.word_spacing = 9;
            for (TextStyle const& each : {style, larger, apart, bold, digits, wide, wide_words})
                all.emplace_back(words, each);
        }
    for (auto const& [words, style] : all) texts.extent(words, style, 120);
    for (auto const& [words, style] : all) check_against_the_typesetter(texts, words, style, 120);
}

TEST_CASE("what was only measured is drawn later as it was measured") {
    std::string const words = "Une oreille attentive, jour et nuit";
    Texts texts = fresh_texts();
    int const narrow = texts.extent(words, {.size = 31}, 300).height;
    texts.forget_layouts();
    texts.tidy();
    Texts fresh = fresh_texts();
    CHECK(narrow > fresh.extent(words, {.size = 31}, 0).height);
    check_against_the_typesetter(texts, words, {.size = 31}, 300);
}

TEST_CASE("what was prepared before there was an atlas looks as it does without") {
    std::string const words = "Qui peut m’aider ?";
    for (TextStyle const& style : styles()) {
        for (int const width : {0, 120, 640}) {
            CAPTURE(width);
            Texts texts = fresh_texts();
            texts.prepare(words, style, width);
            texts.prepare(words, style, 640);
            texts.forget_layouts();
            Atlas atlas(1'000'000);
            texts.place_prepared(atlas);
            check_against_the_typesetter(texts, words, style, width);
        }
    }
}
