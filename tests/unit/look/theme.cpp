#include <doctest/doctest.h>
#include <halte/look.h>

#include <cmath>

using namespace halte;

namespace {
struct Screen {
    ScreenShape shape;
    float width;
    float height;
};
double mm(Theme const& theme, float rp) { return double(rp * theme.px_per_rp() * theme.mm_per_px()); }
}  // namespace

TEST_CASE("the four audited screens have the sizes of the design, in reference pixels") {
    for (Screen const& screen : {Screen{{1920, 1080, 21.5, 600}, 1920, 1080}, Screen{{1080, 1920, 32, 600}, 1317, 2341},
                                 Screen{{1024, 768, 15, 600}, 1229, 922}}) {
        Theme const theme(screen.shape);
        CHECK(theme.width() == doctest::Approx(screen.width).epsilon(0.005));
        CHECK(theme.height() == doctest::Approx(screen.height).epsilon(0.005));
    }
}

TEST_CASE("the exit and the emergency line are at least 25 mm, and 3 mm from the page key, on any screen") {
    for (ScreenShape const& shape :
         {ScreenShape{1024, 768, 15, 600}, ScreenShape{1920, 1080, 21.5, 600}, ScreenShape{1080, 1920, 32, 600},
          ScreenShape{3840, 2160, 43, 600}, ScreenShape{1280, 800, 10.1, 600}, ScreenShape{1080, 1920, 21.5, 600}}) {
        Theme const theme(shape);
        CAPTURE(shape.width_px);
        CAPTURE(shape.diagonal_inches);
        for (Box const& box : {theme.emergency(), theme.leave()}) {
            CHECK(mm(theme, box.w) >= 25);
            CHECK(mm(theme, box.h) >= 25);
            CHECK(box.right() <= theme.width());
        }
        CHECK(theme.page_down().x > theme.emergency().right());
        CHECK(theme.page_down().right() < theme.leave().x);
        CHECK(mm(theme, theme.leave().x - theme.page_down().right()) >= 3);
        CHECK(mm(theme, theme.page_down().x - theme.emergency().right()) >= 3);
    }
}

TEST_CASE("where keys are brought down, header and content stand in the lower 55 %, and the sill where it stood") {
    for (ScreenShape const& shape : {ScreenShape{1024, 768, 15, 600}, ScreenShape{1920, 1080, 21.5, 600},
                                     ScreenShape{1080, 1920, 32, 600}, ScreenShape{800, 480, 7, 600}}) {
        Theme theme(shape);
        Theme const everywhere = theme;
        theme.set_reach(Reach::low);
        CHECK(theme.header().y >= theme.height() * 0.45F);
        CHECK(theme.header().y < theme.height() * 0.46F);
        CHECK(theme.content().y > theme.header().bottom());
        CHECK(theme.sill().y == everywhere.sill().y);
        CHECK(theme.lowering().y == everywhere.lowering().y);
        theme.set_reach(Reach::everywhere);
        CHECK(theme.header().y == everywhere.header().y);
    }
}

TEST_CASE("the header scrolls where keys that were brought down leave no room for it") {
    Theme theme({1366, 768, 15.6, 600});
    CHECK_FALSE(theme.header_scrolls());
    theme.set_reach(Reach::low);
    CHECK(theme.header_scrolls());
}

TEST_CASE("the key that brings the others down stands apart from its neighbours and is at least 20 mm") {
    for (ScreenShape const& shape :
         {ScreenShape{1024, 768, 15, 600}, ScreenShape{1920, 1080, 21.5, 600}, ScreenShape{1080, 1920, 32, 600},
          ScreenShape{1280, 1024, 19, 600}, ScreenShape{1280, 1024, 17, 600}, ScreenShape{800, 480, 7, 600},
          ScreenShape{1024, 600, 10.1, 600}, ScreenShape{600, 1024, 10.1, 600}, ScreenShape{1080, 1920, 13.3, 600},
          ScreenShape{1080, 1920, 21.5, 600}, ScreenShape{640, 480, 7, 600}, ScreenShape{1920, 1080, 15.6, 600}}) {
        Theme const theme(shape);
        Box const box = theme.lowering();
        CAPTURE(shape.width_px);
        CAPTURE(shape.diagonal_inches);
        CHECK(mm(theme, box.w) >= 20);
        CHECK(mm(theme, box.h) >= 20);
        CHECK(mm(theme, theme.page_down().w) >= 20);
        CHECK(mm(theme, box.x - theme.page_down().right()) >= 3);
        bool const same_row = box.y == theme.leave().y;
        CHECK(mm(theme, same_row ? theme.leave().x - box.right() : theme.leave().y - box.bottom()) >= 3);
        CHECK(mm(theme, theme.emergency().w) >= 25);
    }
}

TEST_CASE("the largest text reaches 0.7 degrees at the distance it is read from") {
    for (ScreenShape shape : {ScreenShape{1920, 1080, 21.5, 0}, ScreenShape{3840, 2160, 43, 0}})
        for (double const distance : {400.0, 600.0, std::floor(furthest_reading_mm(shape))}) {
            shape.viewing_distance_mm = distance;
            Theme const theme(shape);
            double const cap_height = mm(theme, theme.size(TypeRole::caption, TypeScale::largest)) * 0.714;
            CHECK(cap_height >= distance * 0.01222 * 0.995);  // tan 0.7 degrees
            CHECK_FALSE(fault_of_distance(shape));
        }
}

TEST_CASE("letters that would not fit their keys are refused in words, and not drawn") {
    ScreenShape const far{1920, 1080, 21.5, 1500};
    CHECK(Theme(far).size(TypeRole::caption, TypeScale::largest) == 42);
    REQUIRE(fault_of_distance(far));
    CHECK(fault_of_distance(far)->what ==
          "The largest text can be read from 608 mm away on this screen, and the settings say that eyes are 1500 mm "
          "away.");
}

TEST_CASE("no text of the palette is paler than 7 to 1 on a ground it stands on") {
    for (Contrast const contrast : {Contrast::soft, Contrast::black_on_white, Contrast::white_on_black}) {
        Theme const theme({}, contrast);
        auto const ratio = [&](Colour text, Colour ground) {
            return contrast_ratio(theme.colour(text), theme.colour(ground));
        };
        for (Colour const ground : {Colour::paper, Colour::card, Colour::tint, Colour::sill, Colour::sky_bottom}) {
            CHECK(ratio(Colour::ink, ground) >= 7);
            CHECK(ratio(Colour::ink_soft, ground) >= 7);
            CHECK(ratio(Colour::accent, ground) >= 7);
            CHECK(ratio(Colour::outline, ground) >= 3);
            CHECK(ratio(Colour::focus, ground) >= 3);
        }
        for (Colour const behind : {Colour::sky_top, Colour::sun, Colour::hill_far, Colour::hill_near})
            CHECK(ratio(Colour::focus, behind) >= 3);
        CHECK(ratio(Colour::on_accent, Colour::accent) >= 7);
        CHECK(ratio(Colour::lamp_ink, Colour::lamp) >= 7);
    }
    CHECK(contrast_ratio({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
    CHECK(contrast_ratio({119, 119, 119}, {255, 255, 255}) == doctest::Approx(4.48).epsilon(0.01));
}
