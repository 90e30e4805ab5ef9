/// The audit's negative controls: each kind of fault, planted in a clean frame, is found; and the clean frame is clean.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/audit.h"
#include "support/scenes.h"

using namespace halte;
using audit::Fault;

namespace {

struct Frame {
    AccessibilityTree tree;
    audit::Limits limits{1920, 1080, 0};

    Frame() {
        static Directory const directory = Directory::open_bytes(embedded_snapshot()).value();
        Terminal const terminal = scenes::example_terminal(directory);
        Canvas canvas = Canvas::create(scenes::audited_shapes()[1].shape, icons_of(directory)).value();
        auto const all = scenes::scenes(directory, terminal, "fr", TextSize::normal, {});
        draw(all[1].visit, directory, terminal, scenes::example_moment(directory), canvas);
        tree = canvas.tree();
    }
    Node& first(Role role) {
        return *std::find_if(tree.nodes.begin(), tree.nodes.end(), [&](Node const& node) { return node.role == role; });
    }
    Node& first_words() {
        return *std::ranges::find_if(tree.nodes, [](Node const& node) { return is_words(node.role); });
    }
    Node& exit() {
        return *std::find_if(tree.nodes.rbegin(), tree.nodes.rend(), [](Node const& node) { return node.always; });
    }
    [[nodiscard]] bool has(Fault fault) const {
        auto const found = audit::findings(tree, limits);
        return std::any_of(found.begin(), found.end(), [&](auto const& finding) { return finding.fault == fault; });
    }
};

void resize(Node& node, int width, int height) {
    node.rect.w = node.visible.w = width;
    node.rect.h = node.visible.h = height;
}

}  // namespace

TEST_CASE("a clean frame has no findings") { CHECK(audit::findings(Frame().tree, Frame().limits).empty()); }

TEST_CASE("the audit finds a target that is too small") {
    Frame frame;
    resize(frame.first(Role::button), 70, 70);
    CHECK(frame.has(Fault::target_too_small));
}

TEST_CASE("the audit holds the exit to more than other targets") {
    Frame frame;
    resize(frame.exit(), 352, 90);
    CHECK(frame.has(Fault::target_too_small));
}

TEST_CASE("the audit finds targets that stand too close, and targets that overlap") {
    Frame close;
    Node neighbour = close.first(Role::button);
    neighbour.rect.x = neighbour.visible.x = neighbour.rect.right() + 4;
    close.tree.nodes.push_back(neighbour);
    CHECK(close.has(Fault::targets_too_close));
    Frame over;
    over.tree.nodes.push_back(over.first(Role::button));
    CHECK(over.has(Fault::overlap));
}

TEST_CASE("the audit finds text that is too pale") {
    Frame frame;
    frame.first_words().foreground = {130, 130, 130};
    CHECK(frame.has(Fault::low_contrast));
}

TEST_CASE("the audit finds an icon that is too pale, one that stands off the screen, and one behind the sill") {
    Frame pale;
    pale.tree.decorations.front().foreground = pale.tree.decorations.front().background;
    CHECK(pale.has(Fault::low_contrast));
    Frame out;
    out.tree.decorations.front().rect.x = -20;
    CHECK(out.has(Fault::off_screen));
    Frame behind;
    Decoration& icon = behind.tree.decorations.front();
    icon.rect.y = icon.visible.y = behind.exit().rect.y;
    CHECK(behind.has(Fault::covered));
}

TEST_CASE("the audit finds a key, and a page that scrolls, above the part in which keys are to stand") {
    Frame frame;
    frame.limits.touch_top_px = frame.first(Role::button).rect.y + 1;
    CHECK(frame.has(Fault::too_high));
    Frame page;
    page.limits.touch_top_px = page.first(Role::scroll_area).rect.y + 1;
    for (Node& node : page.tree.nodes)
        if (is_control(node.role)) node.rect.y = node.visible.y = page.limits.touch_top_px;
    CHECK(page.has(Fault::too_high));
}

TEST_CASE("the audit finds words where the ring of the focus would stand") {
    Frame frame;
    Node const& key = frame.first(Role::button);
    Node words = frame.first_words();
    words.parent = -1;
    words.size_px = 20;
    words.rect = words.visible = {key.rect.x, key.rect.bottom(), 100, 40};
    frame.tree.nodes.push_back(words);
    CHECK(frame.has(Fault::no_room_for_focus));
    frame.tree.nodes.back().rect.y = frame.tree.nodes.back().visible.y += 20;
    CHECK_FALSE(frame.has(Fault::no_room_for_focus));
}

TEST_CASE("the audit finds words that are cut, and words that stand out of their button") {
    Frame cut;
    cut.first_words().cut = true;
    CHECK(cut.has(Fault::cut_text));
    Frame out;
    Node& label = out.first_words();
    label.rect.w = label.visible.w = 900;
    CHECK(out.has(Fault::cut_text));
}

TEST_CASE("the audit finds words over words") {
    Frame frame;
    frame.tree.nodes.push_back(frame.first_words());
    CHECK(frame.has(Fault::overlap));
}

TEST_CASE("the audit finds what stands off the screen") {
    Frame frame;
    frame.first_words().rect.x = -20;
    CHECK(frame.has(Fault::off_screen));
}

TEST_CASE("the audit finds a key that stands wholly below the screen, where nothing of it can be seen") {
    Frame frame;
    Node key = frame.exit();
    key.rect.y = 1200;
    key.visible = intersection(key.rect, {0, 0, 1920, 1080});
    frame.tree.nodes.push_back(key);
    CHECK(frame.has(Fault::off_screen));
}

TEST_CASE("the audit finds a key that stands behind the sill, and one of which only an edge does") {
    for (int const y : {940, 860}) {
        Frame frame;
        Node key = frame.first(Role::button);
        key.parent = -1;
        key.rect.x = 800;
        key.rect.y = y;
        key.visible = key.rect;
        frame.tree.nodes.insert(frame.tree.nodes.begin(), key);  // drawn before the sill
        for (Node& node : frame.tree.nodes)
            if (node.parent >= 0) ++node.parent;
        frame.tree.nodes.front().parent = -1;
        CHECK(frame.has(Fault::covered));
        CHECK(frame.tree.button_at(key.rect.x + 5, 1000) != &frame.tree.nodes.front());
    }
}

TEST_CASE("the audit finds words over a key that are not the key's own") {
    Frame frame;
    Node words = frame.first_words();
    words.rect = words.visible = frame.exit().rect;
    words.rect.h = words.visible.h = 20;
    words.parent = -1;
    frame.tree.nodes.push_back(words);
    CHECK(frame.has(Fault::covered));
}

TEST_CASE("the audit finds a key that no scrolling brings into sight") {
    Frame frame;
    audit::Reach reach;
    reach.see(frame.tree);
    Node& key = frame.first(Role::button);
    key.name = "sunk";
    key.visible.h = key.rect.h / 3;
    reach.see(frame.tree);
    REQUIRE(reach.findings().size() == 1);
    CHECK(reach.findings()[0].fault == Fault::out_of_reach);
    key.visible.h = key.rect.h;
    reach.see(frame.tree);
    CHECK(reach.findings().empty());
}

TEST_CASE("the audit finds a character that no face can show") {
    Frame frame;
    frame.first_words().missing_glyphs = 1;
    CHECK(frame.has(Fault::missing_glyph));
}

TEST_CASE("the audit finds text smaller than 0.7 degrees where the largest size was asked for") {
    Frame frame;
    frame.limits.smallest_text_mm = 7.4;
    CHECK(frame.has(Fault::text_too_small));
}
