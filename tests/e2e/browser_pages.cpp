/// Whether the pages that tests/bench compares a browser with say what the kiosk's screens say, and lead on as they do.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "leftovers.h"
#include "walk.h"

using namespace halte::rig;
using namespace halte::rig::bench;
using halte::Node;
using halte::PixelRect;
using halte::Rgb;
using halte::Role;

namespace {

bool has_part(std::string const& page, std::string const& part) { return page.find(part) != std::string::npos; }

/// As the page writer has to write it: words as words, and what a key or an image is read as.
std::string written(Node const& node) {
    std::string const name = escaped(node.name);
    if (is_words(node.role)) return ">" + name + "</";
    return fmt::format("{}=\"{}\"", node.role == Role::image ? "alt" : "aria-label", name);
}

void check_names(ScreenToWrite const& screen, std::string const& page) {
    for (Node const& node : screen.tree.nodes) {
        if (node.name.empty()) continue;
        CAPTURE(node.name);
        CHECK(has_part(page, written(node)));
    }
}

Node key_named(std::string const& name, PixelRect const& rect) {
    return {.role = Role::button, .name = name, .id = {name}, .rect = rect, .visible = rect};
}

void paint(Picture& picture, PixelRect const& rect, Rgb colour) {
    for (int y = rect.y; y < rect.bottom(); ++y)
        for (int x = rect.x; x < rect.right(); ++x) {
            auto* const pixel = &picture.pixels[(std::size_t(y) * std::size_t(picture.width) + std::size_t(x)) * 3];
            pixel[0] = colour.red;
            pixel[1] = colour.green;
            pixel[2] = colour.blue;
        }
}

constexpr Rgb paper{247, 243, 234};
constexpr Rgb card{255, 253, 249};
constexpr Rgb ink{28, 40, 41};

/// A key on paper, with an edge, a word and a blot on it, and another blot beside it.
ScreenToWrite screen_with_blots() {
    ScreenToWrite screen;
    screen.picture = {300, 200, std::vector<std::uint8_t>(std::size_t(300 * 200 * 3))};
    paint(screen.picture, {0, 0, 300, 200}, paper);
    paint(screen.picture, {20, 20, 200, 100}, ink);
    paint(screen.picture, {23, 23, 194, 90}, card);
    paint(screen.picture, {110, 50, 60, 20}, ink);
    paint(screen.picture, {40, 45, 30, 30}, ink);
    paint(screen.picture, {250, 150, 9, 7}, ink);
    screen.tree.nodes = {key_named("Aide & conseil", {20, 20, 200, 100})};
    Node words{.role = Role::text, .name = "\"Aide\"", .parent = 0, .rect = {110, 50, 60, 20}};
    words.visible = words.rect;
    words.foreground = ink;
    words.lines = 1;
    screen.tree.nodes.push_back(words);
    return screen;
}

}  // namespace

TEST_CASE("The pages for a browser say all that the screens say, and lead on as they do") {
    Kiosk kiosk({.settings = {.inactivity_seconds = 60, .inactivity_reading_seconds = 60}});
    Walk const walk = learn_walk(kiosk);
    for (WalkPage const& page : walk.pages) {
        CAPTURE(page.file);
        CHECK(page.screen.tree.nodes.size() > 5);
        check_names(page.screen, page_of(page.screen));
    }
    for (WalkStep const& step : walk.steps) {
        CAPTURE(step.id);
        ScreenToWrite const& screen = walk.pages[step.from].screen;
        auto const key = std::ranges::find_if(
            screen.tree.nodes, [&](Node const& node) { return is_control(node.role) && node.id.words == step.id; });
        REQUIRE(key != screen.tree.nodes.end());
        CHECK(has_part(page_of(screen),
                       fmt::format("href=\"{}\" aria-label=\"{}\"", walk.pages[step.to].file, escaped(key->name))));
    }
}

TEST_CASE("What is neither words nor a ground is cut out of the picture, and nothing else") {
    ScreenToWrite const screen = screen_with_blots();
    Grounds const grounds = grounds_of(screen.tree, screen.picture, 0);
    CHECK(grounds.screen.at(100) == paper);
    CHECK(grounds.of_nodes[0] == card);
    REQUIRE(grounds.leftovers.size() == 2);
    CHECK(grounds.leftovers[0].owner == 0);
    CHECK(grounds.leftovers[0].rect == PixelRect{40, 45, 30, 30});
    CHECK(grounds.leftovers[1].owner == -1);
    CHECK(grounds.leftovers[1].rect == PixelRect{250, 150, 9, 7});
}

TEST_CASE("A page for a browser has a key's ground, edge and words as they are seen") {
    std::string const page = page_of(screen_with_blots());
    CAPTURE(page);
    CHECK(has_part(page, "aria-label=\"Aide &amp; conseil\""));
    CHECK(has_part(page, "border-color: #1c2829; border-width: 3px 3px 7px"));
    CHECK(has_part(page, "--ground: #fffdf9"));
    CHECK(has_part(page, ">&quot;Aide&quot;</p>"));
    CHECK(has_part(page, "left: 87px; top: 27px; width: 60px; height: 20px"));
}
