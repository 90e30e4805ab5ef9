#include <doctest/doctest.h>
#include <halte/shown_canvas.h>

using namespace halte;

namespace {

Canvas off_screen() { return Canvas::create({1024, 768, 15, 600}, {}).value(); }

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
    Canvas canvas = Canvas::create({1024, 768, 15, 600}, none).value();
    canvas.begin({});
    canvas.icon({40, 40, 34, 34}, "phone", Colour::accent);
    canvas.words({90, 40, 400, 0}, "Bonjour", {});
    canvas.end();
    CHECK(canvas.tree().nodes.size() == 1);
    CHECK(canvas.tree().decorations.size() == 1);
}

TEST_CASE("measuring draws nothing, records nothing and sets no scroll area") {
    Canvas canvas = off_screen();
    canvas.begin({});
    Box const box{40, 40, 400, 100};
    auto const words = [&] { canvas.words(box, "Bonjour", {}); };
    float const height = canvas.measure([&] {
        CHECK(canvas.measuring());
        canvas.landscape(1);
        canvas.icon(box, "phone", Colour::accent);
        canvas.band(box, Colour::sill, words);
        canvas.ring(box, 1, 8, words);
        canvas.panel(box, 20, Colour::tint, words);
        canvas.key(box, {.name = "Fermer", .id = {"leave"}}, words);
        canvas.list([&] { canvas.item(words); });
        canvas.code(box, {1}, 1, "Code");
        canvas.scroll(box, 0, [](Box const&) { return 5000.0F; });
        return canvas.words(box, "Bonjour", {});
    });
    CHECK(height > 0);
    CHECK_FALSE(canvas.measuring());
    CHECK(canvas.scroll_most() == 0);
    CHECK(canvas.tree().nodes.empty());
    CHECK(canvas.tree().decorations.empty());
    canvas.end();
}

TEST_CASE("heights are remembered while the state is the same, and no longer than the pictures") {
    ShownCanvas canvas = ShownCanvas::create({1024, 768, 15, 600}, {}, false).value();
    canvas.heights("at noon")["card"] = 40;
    CHECK(canvas.heights("at noon").at("card") == 40);
    CHECK(canvas.heights("a minute later").empty());
    CHECK(canvas.heights("at noon").empty());
    canvas.heights("at noon")["card"] = 40;
    canvas.forget_pictures();
    CHECK(canvas.heights("at noon").empty());
}

TEST_CASE("a key stays pressed where it stands now, and one that took its place is not") {
    Canvas canvas = off_screen();
    auto const frame = [&](ControlId const& above, ControlId const& below) {
        canvas.begin({});
        canvas.key({40, 40, 400, 100}, {.name = "above", .id = above}, [] {});
        canvas.key({40, 240, 400, 100}, {.name = "below", .id = below}, [] {});
        canvas.end();
    };
    auto const pressed = [&](std::size_t at) { return canvas.tree().nodes.at(at).pressed; };
    frame({"leave"}, {"back"});
    PixelRect const rect = canvas.tree().nodes.front().rect;
    canvas.finger({FingerPhase::down, float(rect.x + 20), float(rect.y + 20), Instant{} + std::chrono::hours(1)});
    frame({"leave"}, {"back"});
    CHECK(pressed(0));
    CHECK_FALSE(pressed(1));
    frame({"back"}, {"leave"});
    CHECK_FALSE(pressed(0));
    CHECK(pressed(1));
}

TEST_CASE("a frame that begins anew has nothing of what was drawn before") {
    Canvas canvas = off_screen();
    canvas.begin({});
    canvas.key({40, 40, 400, 100}, {.name = "Fermer", .id = {"leave"}}, [] {});
    CHECK(nodes_of_a_frame(canvas) == 1);
    CHECK(canvas.tree().nodes.front().role == Role::text);
}

TEST_CASE("a list and its items are as large as what stands in them, and an empty one is not there") {
    Canvas canvas = off_screen();
    canvas.begin({});
    canvas.list([] {});
    canvas.list([&] {
        canvas.item([&] { canvas.key({40, 40, 400, 100}, {.name = "one", .id = {"one"}}, [] {}); });
        canvas.item([&] { canvas.key({40, 160, 400, 100}, {.name = "two", .id = {"two"}}, [] {}); });
    });
    canvas.end();
    auto const& nodes = canvas.tree().nodes;
    REQUIRE(nodes.size() == 5);
    CHECK(nodes[0].role == Role::list);
    CHECK(nodes[1].role == Role::item);
    CHECK(nodes[1].rect == nodes[2].rect);
    CHECK(nodes[0].rect == hull(nodes[2].rect, nodes[4].rect));
    CHECK(nodes[2].parent == 1);
    CHECK(nodes[3].parent == 0);
}
