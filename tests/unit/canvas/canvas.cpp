#include <doctest/doctest.h>
#include <halte/canvas.h>

using namespace halte;

namespace {

Canvas off_screen() { return Canvas::create({1024, 768, 15, 600}, false, {}, false).value(); }

std::size_t nodes_of_a_frame(Canvas& canvas) {
    canvas.begin({});
    canvas.words({40, 40, 400, 0}, "Bonjour", {});
    canvas.end();
    return canvas.tree().nodes.size();
}

}  // namespace

TEST_CASE("a canvas goes on drawing when another one, made before or after it, is gone") {
    std::optional<Canvas> first(off_screen());
    std::optional<Canvas> second(off_screen());
    std::optional<Canvas> third(off_screen());
    first.reset();
    CHECK(nodes_of_a_frame(*second) == 1);
    third.reset();
    CHECK(nodes_of_a_frame(*second) == 1);
}

TEST_CASE("a picture that is not there is left out, and what stands beside it is drawn") {
    auto const none = [](std::string_view) { return std::optional<IconPixels>(); };
    Canvas canvas = Canvas::create({1024, 768, 15, 600}, false, none, false).value();
    canvas.begin({});
    canvas.icon({40, 40, 34, 34}, "phone", Colour::accent);
    canvas.words({90, 40, 400, 0}, "Bonjour", {});
    canvas.end();
    CHECK(canvas.tree().nodes.size() == 2);
}
