#include <doctest/doctest.h>
#include <opengl.h>
#include <presses.h>
#include <screen_place.h>
#include <x_refusals.h>

using namespace halte;

TEST_CASE("the window takes the place of the main monitor, not only its size") {
    ScreenPlace const left{0, 0, 1024, 768};
    ScreenPlace const right{1024, 0, 1280, 800};
    CHECK(place_of_main({{left, false}, {right, true}}) == right);
    CHECK(place_of_main({{left, true}, {right, false}}) == left);
    CHECK(place_of_main({{right, false}, {left, false}}) == right);  // the first one, where none is the main one
    CHECK(place_of_main({{right, false}}) == right);
    CHECK(place_of_main({}) == std::nullopt);
    CHECK(place_of_main({{{0, 0, 0, 0}, true}}) == std::nullopt);
}

TEST_CASE("OpenGL that cannot draw is told with its version, the one that is needed, and a cure") {
    OpenGl const old{"1.4 Mesa 22.3.6", "a card", true};
    CHECK(
        fault_of(old).starts_with("OpenGL 1.4 Mesa 22.3.6 of a card is too old: Halte draws with OpenGL 3.0 or newer. "
                                  "Install libgl1-mesa-dri"));
    OpenGl const without{"3.2 Mesa", "a card", false};
    CHECK(fault_of(without).starts_with("OpenGL 3.2 Mesa of a card lacks texture swizzles"));
    CHECK(fault_of({"", "", false}).starts_with("OpenGL of an unknown version of an unknown driver is too old"));
    CHECK_FALSE(fault_of({"OpenGL ES 3.2", "a card", true}).empty());
}

TEST_CASE("OpenGL that can draw is not told") {
    CHECK(fault_of({"3.0 Mesa", "a card", true}).empty());
    CHECK(fault_of({"3.3 Mesa", "a card", false}).empty());
    CHECK(fault_of({"4.5 (Compatibility Profile) Mesa 22.3.6", "llvmpipe", false}).empty());
}

TEST_CASE("a refused request ends the process where a picture may be missing, and nowhere else") {
    std::vector<int> const glx{152};
    CHECK(draws(152, glx));
    CHECK(draws(8, glx));          // MapWindow
    CHECK(draws(72, glx));         // PutImage
    CHECK_FALSE(draws(20, glx));   // GetProperty, of a window that is gone
    CHECK_FALSE(draws(41, glx));   // WarpPointer
    CHECK_FALSE(draws(140, glx));  // RandR, of a monitor that is gone
}

TEST_CASE("presses that were never told do not lend their places to later ones") {
    std::deque<PressPlace> noted{{1, 1}, {2, 2}, {3, 3}};
    forget_presses_told(noted, 5);
    CHECK(noted.size() == 3);
    forget_presses_told(noted, 1);
    REQUIRE(noted.size() == 1);
    CHECK(noted.front().x == 3);
}
