#include <doctest/doctest.h>
#include <halte/text.h>

#include <algorithm>
#include <numeric>

using namespace halte;

namespace {

Typesetter const& typesetter() {
    static Typesetter const one = Typesetter::create().value();
    return one;
}

/// The middle of the ink of an image, from its left edge, in pixels of the text's box.
double middle_of_ink(TextImage const& image) {
    double weight = 0;
    double moment = 0;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            double const ink = image.coverage[std::size_t(y * image.width + x)];
            weight += ink;
            moment += ink * (x - image.left);
        }
    return weight > 0 ? moment / weight : -1;
}

}  // namespace

TEST_CASE("words break into lines of the height that was asked for") {
    TextStyle const style{.size = 30, .line_height = 1.5F};
    std::string const words = "Une personne vous écoute, sur tout sujet, jour et nuit.";
    TextExtent const one = typesetter().measure(words, style, 0);
    TextExtent const several = typesetter().measure(words, style, 300);
    CHECK(one.lines == 1);
    CHECK(one.height == 45);
    CHECK(several.lines > 1);
    CHECK(several.height == several.lines * 45);
    CHECK(several.width <= 300);
    CHECK_FALSE(several.too_wide);
}

TEST_CASE("a word that does not fit is told, never cut in silence") {
    TextStyle const style{.size = 30};
    CHECK(typesetter().measure("Vertrouwenscentrum", style, 120).too_wide);
    CHECK_FALSE(typesetter().measure("Vertrouwenscentrum", style, 400).too_wide);
}

TEST_CASE("Arabic is shaped: letters joined are narrower than letters apart") {
    TextStyle const style{.size = 40, .direction = Direction::right_to_left, .language = "ar"};
    int const joined = typesetter().measure("مرحبا", style, 0).width;
    int const apart = typesetter().measure("م ر ح ب ا", style, 0).width;
    CHECK(joined > 0);
    CHECK(joined < apart);
    CHECK(typesetter().measure("مرحبًا بكم", style, 0).missing_glyphs == 0);
}

TEST_CASE("every language of the product has its glyphs, and one that no face has is told") {
    TextStyle const style{.size = 20};
    for (char const* words : {"œuvre à l’hôpital", "één ziekenhuis", "naïve café", "العربية", "0€"})
        CHECK(typesetter().measure(words, style, 0).missing_glyphs == 0);
    CHECK(typesetter().measure("\U000F1234", style, 0).missing_glyphs > 0);
}

TEST_CASE("start is the left in French and the right in Arabic") {
    TextStyle latin{.size = 30};
    TextStyle arabic{.size = 30, .direction = Direction::right_to_left, .language = "ar"};
    CHECK(middle_of_ink(typesetter().render("Bonjour", latin, 600)) < 200);
    CHECK(middle_of_ink(typesetter().render("مرحبا", arabic, 600)) > 400);
    latin.alignment = Alignment::centre;
    CHECK(middle_of_ink(typesetter().render("Bonjour", latin, 600)) == doctest::Approx(300).epsilon(0.1));
}

TEST_CASE("a telephone number keeps its order and its line in a right-to-left screen") {
    TextStyle const number{.size = 40, .direction = Direction::right_to_left, .language = "ar", .digits = true};
    TextStyle const plain{.size = 40, .digits = true};
    TextImage const there = typesetter().render("0800 98 100", number, 0);
    TextImage const here = typesetter().render("0800 98 100", plain, 0);
    CHECK(there.coverage == here.coverage);
    CHECK(typesetter().measure("0800 98 100", number, 60).lines == 1);
}

TEST_CASE("a number in a sentence stands on one line, and other words break where they may") {
    for (Direction const direction : {Direction::left_to_right, Direction::right_to_left}) {
        TextStyle const style{.size = 30, .direction = direction};
        int const number = typesetter().measure("200 00 01", style, 0).width;
        TextExtent const sentence = typesetter().measure("aa 200 00 01 bb", style, number + 4);
        CHECK(sentence.lines == 3);
        CHECK_FALSE(sentence.too_wide);
        CHECK(typesetter().measure("200 00 01", style, number - 4).too_wide);
        CHECK(typesetter().measure("200 b 00 b 01", style, number - 4).lines > 1);
    }
}

TEST_CASE("a number keeps its order in a sentence that runs from right to left") {
    // The heavier group is the first one, and stands on the left.
    TextStyle const style{.size = 40, .direction = Direction::right_to_left, .language = "ar"};
    TextImage const number = typesetter().render("888 11", style, 0);
    TextImage const sentence = typesetter().render("من 888 11", style, 0);
    CHECK(middle_of_ink(number) < number.extent.width / 2.0);
    CHECK(sentence.coverage.size() > number.coverage.size());
    auto const left_part = [](TextImage const& image, int pixels) {
        long ink = 0;
        for (int y = 0; y < image.height; ++y)
            for (int x = 0; x < std::min(image.width, image.left + pixels); ++x)
                ink += image.coverage[std::size_t(y * image.width + x)];
        return ink;
    };
    int const half = number.extent.width / 2;
    CHECK(left_part(sentence, half) == left_part(number, half));
}

TEST_CASE("letters and words stand as far apart as is asked, and lines break by that") {
    TextStyle const usual{.size = 50};
    TextStyle const letters{.size = 50, .letter_spacing = 6};
    TextStyle const both{.size = 50, .letter_spacing = 6, .word_spacing = 8};
    auto const width = [](char const* words, TextStyle const& style) {
        return typesetter().measure(words, style, 0).width;
    };
    CHECK(width("mine", letters) == width("mine", usual) + 3 * 6);
    CHECK(width("mine", both) == width("mine", letters));
    CHECK(width("une main", letters) == doctest::Approx(width("une main", usual) + 7 * 6).epsilon(0.005));
    CHECK(width("une main", both) == width("une main", letters) + 8);
    CHECK(width("une main a", both) == width("une main a", letters) + 2 * 8);
    int const whole = width("une main a", both);
    CHECK(typesetter().measure("une main a", both, whole).lines == 1);
    CHECK(typesetter().measure("une main a", both, whole - 2).lines == 2);
    CHECK_FALSE(typesetter().measure("une main a", both, whole - 2).too_wide);
}

TEST_CASE("words with joined letters are never parted, and the spaces between them grow") {
    TextStyle usual{.size = 50, .direction = Direction::right_to_left, .language = "ar"};
    TextStyle airy = usual;
    airy.letter_spacing = 6;
    airy.word_spacing = 8;
    auto const width = [](std::string const& words, TextStyle const& style) {
        return typesetter().measure(words, style, 0).width;
    };
    // With marks, a kashida and a joiner, which count as no letter of their own.
    for (char const* word : {"مرحبا", "مَرْحَبًا", "مرحـــبا", "می\u200Cخواهم", "سلامتی"}) {
        CHECK(typesetter().render(word, airy, 0).coverage == typesetter().render(word, usual, 0).coverage);
        CHECK(width(word, airy) == width(word, usual));
    }
    CHECK(width("مرحبا بكم", airy) == width("مرحبا بكم", usual) + 6 + 8);
    CHECK(width("مرحبا Awel", airy) > width("مرحبا Awel", usual) + 6 + 8 + 3 * 6 - 2);
    int const whole = width("مرحبا Awel بكم", airy);
    for (int room = whole / 2; room < whole; ++room) {
        TextExtent const extent = typesetter().measure("مرحبا Awel بكم", airy, room);
        CHECK(extent.width <= room);
        CHECK_FALSE(extent.too_wide);
    }
}

TEST_CASE("a number further apart keeps its order, its line and its groups") {
    TextStyle number{.size = 40, .digits = true};
    int const usual = typesetter().measure("0800 98 100", number, 0).width;
    number.letter_spacing = 5;
    number.word_spacing = 6;
    TextExtent const extent = typesetter().measure("0800 98 100", number, 60);
    CHECK(extent.lines == 1);
    CHECK(extent.width == doctest::Approx(usual + 11 * 5 + 2 * 6).epsilon(0.01));  // half a gap at each end
    TextStyle there = number;
    there.direction = Direction::right_to_left;
    CHECK(typesetter().render("0800 98 100", there, 0).coverage ==
          typesetter().render("0800 98 100", number, 0).coverage);
}

TEST_CASE("words that are no whole UTF-8 are spaced without reading past their end") {
    TextStyle const airy{.size = 20, .letter_spacing = 2, .word_spacing = 3};
    CHECK(typesetter().measure(std::string("Salle 2 \xE2\x82"), airy, 0).width > 0);
    CHECK(typesetter().measure(std::string("\xF0"), airy, 0).lines == 1);
}

TEST_CASE("digits of a number are all of one width") {
    TextStyle const number{.size = 40, .digits = true};
    CHECK(typesetter().measure("111 111", number, 0).width == typesetter().measure("888 888", number, 0).width);
}

TEST_CASE("an image holds its ink and nothing around it") {
    TextImage const image = typesetter().render("Ému", {.size = 40}, 500);
    auto const at = [&](int x, int y) { return image.coverage[std::size_t(y * image.width + x)]; };
    bool left = false;
    for (int y = 0; y < image.height; ++y) left = left || at(0, y) != 0;
    CHECK(left);
    CHECK(std::accumulate(image.coverage.begin(), image.coverage.end(), 0L) > 0);
    CHECK(image.coverage.size() == std::size_t(image.width * image.height));
}

TEST_CASE("a character that no face can show is left out, with the space it would leave, and is counted") {
    auto const typesetter = Typesetter::create().value();
    TextStyle const style;
    CHECK(typesetter.showable("Salle 🏥 2", style) == "Salle 2");
    CHECK(typesetter.showable("🏥 Salle", style) == "Salle");
    CHECK(typesetter.showable("Hôpital — مستشفى", style) == "Hôpital — مستشفى");
    CHECK(typesetter.measure("Salle 🏥 2", style, 0).width == typesetter.measure("Salle 2", style, 0).width);
    CHECK(typesetter.measure("Salle 🏥 2", style, 0).missing_glyphs == 1);
    CHECK(typesetter.render("Salle 🏥 2", style, 0).coverage == typesetter.render("Salle 2", style, 0).coverage);
}
