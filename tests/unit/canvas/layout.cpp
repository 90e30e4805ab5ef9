#include <doctest/doctest.h>
#include <halte/icon_and_words.h>
#include <halte/layout.h>

#include <array>

using namespace halte;

namespace {

void check_same(Box const& box, Box const& wanted) {
    CHECK(box.x == doctest::Approx(wanted.x));
    CHECK(box.y == doctest::Approx(wanted.y));
    CHECK(box.w == doctest::Approx(wanted.w));
    CHECK(box.h == doctest::Approx(wanted.h));
}

constexpr Box page{10, 20, 300, 200};

/// 1 rp is all but 1 px on it.
Canvas off_fine_screen() { return Canvas::create({1920, 1080, 21.5, 600}, {}).value(); }

/// What an icon with its words took and left in the tree.
struct Drawn {
    float taken = 0;
    PixelRect icon;
    PixelRect words;
};
/// Where one icon and one text stand, the icon before the text; nothing else may be in the tree.
Drawn only_pair(AccessibilityTree const& tree, float taken) {
    REQUIRE(tree.decorations.size() == 1);
    REQUIRE(tree.nodes.size() == 1);
    CHECK(tree.decorations[0].nodes_before == 0);
    CHECK(tree.nodes[0].role == Role::text);
    return {taken, tree.decorations[0].rect, tree.nodes[0].rect};
}
Drawn drawn(Box const& box, IconAndWords const& what, IconAt at = IconAt::middle) {
    Canvas canvas = off_fine_screen();
    canvas.begin({});
    float const taken = draw(canvas, box, what, at);
    canvas.end();
    return only_pair(canvas.tree(), taken);
}

}  // namespace

TEST_CASE("a flow puts each thing below the one before, over the whole width") {
    Flow flow(page);
    check_same(flow.rest(), page);
    flow.add(50).skip(10);
    check_same(flow.rest(), {10, 80, 300, 140});
    check_same(flow.take(40), {10, 80, 300, 40});
    CHECK(flow.height() == 100);
    CHECK(flow.y() == 120);
}

TEST_CASE("a flow that is longer than its column has no height left, and goes on") {
    Flow flow({0, 0, 100, 0});
    flow.add(30).add(30);
    check_same(flow.rest(), {0, 60, 100, 0});
    CHECK(flow.height() == 60);
}

TEST_CASE("a flow skips nothing for what took no height") {
    Flow flow(page);
    flow.add_after(12, 0);
    CHECK(flow.height() == 0);
    flow.add_after(12, 30);
    CHECK(flow.height() == 42);
}

TEST_CASE("a row cuts pieces from both ends and keeps a gap after each") {
    Row row(page, 16);
    check_same(row.start(40), {10, 20, 40, 200});
    check_same(row.end(50), {260, 20, 50, 200});
    check_same(row.rest(), {66, 20, 178, 200});
}

TEST_CASE("boxes in the middle of a box leave as much on either side") {
    check_same(centred(page, 100, 50), {110, 95, 100, 50});
    check_same(centred(page, 50), {10, 95, 300, 50});
    check_same(centred_across(page, 100), {110, 20, 100, 200});
    check_same(inset(page, 30, 5), {40, 25, 240, 190});
    check_same(face(page), {10, 20, 300, 197});
}

TEST_CASE("a place without a height keeps its top, and a square as wide as it stands there") {
    check_same(without_height(page), {10, 20, 300, 0});
    check_same(square_at_top(page), {10, 20, 300, 300});
}

TEST_CASE("tiles share out the width and go on in the next row") {
    Tiles const tiles = Tiles::across({10, 20, 320, 60}, 3, 10);
    check_same(tiles.at(0), {10, 20, 100, 60});
    check_same(tiles.at(2), {230, 20, 100, 60});
    check_same(tiles.at(3), {10, 90, 100, 60});
    CHECK(tiles.height(3) == 60);
    CHECK(tiles.height(4) == 130);
}

TEST_CASE("tiles draw every item in its box") {
    Tiles const tiles = Tiles::across({0, 0, 210, 50}, 2, 10);
    std::vector<Box> boxes;
    float const height = tiles.each(std::array{1, 2, 3}, [&](Box const& box, int) { boxes.push_back(box); });
    REQUIRE(boxes.size() == 3);
    check_same(boxes[2], {0, 60, 100, 50});
    CHECK(height == 110);
}

TEST_CASE("there are as many columns as fit with their gaps, at least one and no more than asked for") {
    CHECK(columns_in(320, 100, 10, 5) == 3);
    CHECK(columns_in(319, 100, 10, 5) == 2);
    CHECK(columns_in(20, 100, 10, 5) == 1);
    CHECK(columns_in(2000, 100, 10, 5) == 5);
    CHECK(column_width(320, 3, 10) == doctest::Approx(100));
}

TEST_CASE("each row begins below the highest item of the row before it") {
    std::vector<Box> boxes;
    Rows const rows{2, 10, 5};
    float const height =
        rows.each({0, 100, 210, 0}, std::array{30.0F, 50.0F, 20.0F}, [&](Box const& box, int, int, float h) {
            boxes.push_back(box);
            return h;
        });
    REQUIRE(boxes.size() == 3);
    check_same(boxes[1], {110, 100, 100, 0});
    check_same(boxes[2], {0, 155, 100, 0});
    CHECK(height == 75);
    CHECK(rows.each({0, 100, 210, 0}, std::vector<float>{}, [](Box const&, int, int, float h) { return h; }) == 0);
}

TEST_CASE("the largest of no items is the least that was asked for") {
    CHECK(largest(std::vector<float>{}, [](float one) { return one; }, 7) == 7);
    CHECK(largest(std::array{3.0F, 9.0F, 4.0F}, [](float one) { return one; }, 7) == 9);
}

TEST_CASE("an icon and its words stand in the middle of a box that has a height") {
    Drawn const key = drawn({100, 100, 400, 120}, {.icon = "pin", .words = "Liège", .side = 40, .gap = 10});
    CHECK(key.taken == 120);
    CHECK(key.icon == PixelRect{100, 140, 40, 40});
    CHECK(key.words.x == 150);
    CHECK(key.words.w == 350);
    CHECK(std::abs(2 * key.words.y + key.words.h - 2 * 160) <= 1);
}

TEST_CASE("an icon and its words take what the higher one needs in a box without a height") {
    Drawn const note = drawn({0, 0, 600, 0}, {.icon = "info", .words = "Liège", .side = 90});
    CHECK(note.taken == 90);
    CHECK(note.icon.y == 0);
    CHECK(note.words.y > 0);
}

TEST_CASE("beside several lines an icon can stand at the first one") {
    std::string const words = "Ce que vous dites ici ne reste pas. Rien n'est gardé.";
    Drawn const note =
        drawn({0, 100, 200, 0}, {.icon = "info", .words = words, .side = 20, .gap = 10}, IconAt::first_line);
    CHECK(note.words.y == 100);
    CHECK(note.taken == doctest::Approx(note.words.h).epsilon(0.01));
    CHECK(note.icon.bottom() < 100 + note.words.h / 2);
}

TEST_CASE("an icon of no size leaves neither a picture nor a gap") {
    IconAndWords const what{.words = "Liège", .side = 0, .gap = 30};
    Canvas canvas = off_fine_screen();
    canvas.begin({});
    draw(canvas, {100, 0, 400, 80}, what);
    canvas.end();
    CHECK(canvas.tree().decorations.empty());
    REQUIRE(canvas.tree().nodes.size() == 1);
    CHECK(canvas.tree().nodes[0].rect.x == 100);
    CHECK(width_of(canvas, what) == canvas.width_of("Liège", {}));
}

TEST_CASE("a pair in the middle of a key leaves as much on either side of it") {
    IconAndWords const what{.icon = "pin", .words = "Liège", .side = 40, .gap = 10};
    Canvas canvas = off_fine_screen();
    canvas.begin({});
    draw_centred(canvas, {100, 0, 400, 80}, what);
    canvas.end();
    Drawn const pair = only_pair(canvas.tree(), 80);
    CHECK(std::abs((pair.icon.x - 100) - (500 - pair.words.right())) <= 1);
}
