#include <doctest/doctest.h>
#include <halte/shown_canvas.h>

using namespace halte;

namespace {

struct OnCanvas {
    ShownCanvas canvas = ShownCanvas::create({1024, 768, 15, 600}, {}, false).value();

    /// A page with one key at another place than that of other names.
    void draw(std::string const& name, Contrast contrast = {}) {
        canvas.begin({.contrast = contrast});
        float const x = name == "one" ? 100 : 400;
        canvas.key({x, 100, 200, 80}, {.name = name, .id = {name}}, [] {});
        canvas.end();
    }
    void draw_ahead(std::string const& name, Contrast contrast = {}) {
        canvas.draw_ahead(1, [&] { draw(name, contrast); });
    }
    [[nodiscard]] bool shows(std::string const& name) const { return canvas.tree().button_named(name) != nullptr; }
    [[nodiscard]] Rgb paper() const { return canvas.theme().colour(Colour::paper); }
};

}  // namespace

TEST_CASE("a frame that is drawn ahead leaves the one drawn last as it is") {
    OnCanvas page;
    page.draw("one");
    CHECK_FALSE(page.canvas.paint(0).empty());
    Rgb const paper = page.paper();
    page.draw_ahead("two", Contrast::white_on_black);
    CHECK(page.shows("one"));
    CHECK_FALSE(page.shows("two"));
    CHECK(page.paper() == paper);
    CHECK(page.canvas.style().contrast == Contrast{});
    CHECK(page.canvas.paint(1).empty());  // it is what the screen shows
}

TEST_CASE("a frame that was drawn ahead becomes the one drawn last, once") {
    OnCanvas page;
    page.draw("one");
    (void)page.canvas.paint(0);
    Rgb const paper = page.paper();
    page.draw_ahead("two", Contrast::white_on_black);
    REQUIRE(page.canvas.show_ahead());
    CHECK(page.shows("two"));
    CHECK_FALSE(page.shows("one"));
    CHECK_FALSE(page.paper() == paper);
    CHECK_FALSE(page.canvas.paint(1).empty());
    CHECK_FALSE(page.canvas.show_ahead());
    CHECK(page.shows("two"));
}

TEST_CASE("a frame that was drawn ahead is gone when another begins, and when everything is forgotten") {
    OnCanvas page;
    CHECK_FALSE(page.canvas.show_ahead());
    page.draw_ahead("two");
    page.draw("one");
    CHECK_FALSE(page.canvas.show_ahead());
    page.draw_ahead("two");
    page.canvas.forget_pictures();
    CHECK_FALSE(page.canvas.show_ahead());
    CHECK(page.shows("one"));
}

TEST_CASE("a key that is drawn ahead is not pressed, although a finger is on one of that name") {
    OnCanvas page;
    page.draw("one");
    float const px = page.canvas.theme().px_per_rp();
    (void)page.canvas.finger({FingerPhase::down, 200 * px, 140 * px, Instant{} + Milliseconds(1'000)});
    page.draw("one");
    REQUIRE(page.canvas.tree().button_named("one")->pressed);
    page.draw_ahead("one");
    REQUIRE(page.canvas.show_ahead());
    CHECK_FALSE(page.canvas.tree().button_named("one")->pressed);
}
