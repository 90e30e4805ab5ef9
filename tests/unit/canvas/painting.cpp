#include <doctest/doctest.h>
#include <halte/shown_canvas.h>

#include "frame_sums.h"
#include "painter.h"
#include "past_frames.h"

using namespace halte;

namespace {

constexpr int width = 1024;
constexpr int height = 768;

/// A frame of a few discs, one of them in that colour.
void draw(ShownCanvas& canvas, Colour of_the_second) {
    canvas.begin({});
    canvas.disc({100, 100, 40, 40}, Colour::accent);
    canvas.disc({400, 300, 40, 40}, of_the_second);
    canvas.disc({700, 500, 40, 40}, Colour::accent);
    canvas.end();
}

std::int64_t area_of(std::vector<PixelRect> const& rects) {
    std::int64_t area = 0;
    for (PixelRect const& rect : rects) area += std::int64_t(rect.w) * rect.h;
    return area;
}

PixelRect around(std::vector<PixelRect> const& rects) {
    PixelRect all = rects.at(0);
    for (PixelRect const& rect : rects) all = hull(all, rect);
    return all;
}

FrameSums with(std::vector<PixelRect> const& squares, std::uint32_t colour) {
    FrameSums sums(width, height);
    for (PixelRect const& square : squares) sums.add({.rect = square, .bounds = square, .colour = colour});
    return sums;
}

}  // namespace

TEST_CASE("a frame is painted where it differs from what the buffer holds, however old that is") {
    ShownCanvas canvas = ShownCanvas::create({width, height, 15, 600}, {}, false).value();
    PixelRect const all{0, 0, width, height};
    draw(canvas, Colour::accent);
    CHECK(canvas.paint(1) == std::vector{all});  // there is no frame before it
    CHECK(canvas.paint(1).empty());
    draw(canvas, Colour::ink);
    auto const painted = canvas.paint(1);
    REQUIRE(painted.size() == 1);
    CHECK(area_of(painted) < 150 * 150);
    draw(canvas, Colour::accent);
    CHECK(canvas.paint(1) == painted);
    CHECK(canvas.paint(7) == std::vector{all});
    CHECK(canvas.paint(0) == std::vector{all});
}

TEST_CASE("where buffers change places, what changes on the screen is painted although the buffer has it") {
    ShownCanvas canvas = ShownCanvas::create({width, height, 15, 600}, {}, false).value();
    draw(canvas, Colour::accent);
    (void)canvas.paint(0);
    draw(canvas, Colour::ink);
    auto const pressed = canvas.paint(1);
    draw(canvas, Colour::accent);
    CHECK(canvas.paint(2) == pressed);  // the buffer holds the frame before the press, the screen the press
    CHECK(canvas.paint(2).empty());     // the buffer holds the press, but the screen needs nothing
    draw(canvas, Colour::on_accent);
    CHECK(canvas.paint(3) == pressed);
    CHECK(canvas.paint(2) == std::vector<PixelRect>{});
}

TEST_CASE("what was painted ahead need not be painted again, and is painted over when something else comes") {
    for (int const age : {1, 2}) {
        CAPTURE(age);
        Painter painter;
        std::vector<PixelRect> disc;
        auto const write_down = [&](Rgb colour) {
            painter.begin(width, height, {});
            painter.disc(400, 300, 20, colour);
        };
        Rgb const page{1, 1, 1}, pressed{2, 2, 2}, next_page{3, 3, 3};
        for (Rgb const colour : {page, pressed}) {
            write_down(colour);
            disc = painter.paint(1);
        }
        std::int64_t const all_of_it = area_of(disc);
        write_down(next_page);
        painter.paint_ahead(age);
        CHECK(painter.painted_px() == all_of_it);

        write_down(pressed);  // the screen shows it; the buffer does not
        CHECK(painter.paint(age).empty());
        write_down(next_page);
        CHECK(painter.paint(age) == disc);
        CHECK(painter.painted_px() == 0);

        write_down(page);
        painter.paint_ahead(age);
        write_down(next_page);
        CHECK(painter.paint(age).empty());
        write_down(pressed);  // the finger slid off, and on again: what is in the buffer is neither
        CHECK(painter.paint(age) == disc);
        CHECK(painter.painted_px() == all_of_it);

        write_down(page);
        painter.paint_ahead(age);
        write_down(page);
        CHECK(painter.paint(0) == std::vector{PixelRect{0, 0, width, height}});  // the picture was lost
        CHECK(painter.painted_px() == width * height);
    }
}

TEST_CASE("when pictures are forgotten, so is what buffers hold") {
    ShownCanvas canvas = ShownCanvas::create({width, height, 15, 600}, {}, false).value();
    draw(canvas, Colour::accent);
    (void)canvas.paint(0);
    canvas.forget_pictures();
    CHECK(area_of(canvas.paint(1)) == width * height);
}

TEST_CASE("frames that differ in many places are painted in a few rectangles that have no pixel in common") {
    for (int const count : {1, 2, 5, 9, 20, 70}) {
        CAPTURE(count);
        std::vector<PixelRect> squares;
        for (int at = 0; at < count; ++at) squares.push_back({(at * 397) % 1000, (at * 211) % 750, 18, 18});
        auto const rects = with(squares, 1).differences(with(squares, 2));
        CHECK(rects.size() <= 6);
        for (PixelRect const& square : squares)
            CHECK(std::ranges::any_of(rects, [&](PixelRect const& rect) { return intersection(rect, square).w > 0; }));
        for (std::size_t one = 0; one < rects.size(); ++one)
            for (std::size_t other = 0; other < one; ++other)
                CHECK(area_of({intersection(rects[one], rects[other])}) == 0);
        CHECK(intersection(around(rects), {0, 0, width, height}) == around(rects));
    }
}

TEST_CASE("the order in which shapes are painted makes another picture") {
    PixelRect const square{10, 10, 50, 50};
    FrameSums one(width, height);
    FrameSums other(width, height);
    for (std::uint32_t const colour : {1U, 2U}) {
        one.add({.rect = square, .bounds = square, .colour = colour});
        other.add({.rect = square, .bounds = square, .colour = 3 - colour});
    }
    CHECK_FALSE(one.differences(other).empty());
    CHECK(one.differences(one).empty());
}
