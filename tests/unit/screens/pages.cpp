// What the page key leads through, and what can be seen before it is touched.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "support/embedded.h"
#include "support/scenes.h"

using namespace halte;
using halte::test::embedded_directory;

namespace {

/// The buttons of a list, its codes and panels, by name and number, and whether a stop showed them whole.
using ShownSections = std::map<std::string, bool>;

bool stands_in_list(AccessibilityTree const& tree, Node const& node) {
    for (int at = node.parent; at >= 0; at = tree.nodes[std::size_t(at)].parent)
        if (tree.nodes[std::size_t(at)].role == Role::scroll_area) return true;
    return false;
}

/// Clear of the darker half of the fade at the foot of a list, where that leaves room for it.
void see(AccessibilityTree const& tree, float fade_px, bool at_end, ShownSections& shown) {
    auto const area = std::ranges::find(tree.nodes, Role::scroll_area, &Node::role);
    if (area == tree.nodes.end()) return;
    int at = 0;
    for (Node const& node : tree.nodes) {
        bool const piece = is_control(node.role) || node.role == Role::panel || node.role == Role::image;
        if (!piece || !stands_in_list(tree, node) || node.rect.h > area->rect.h) continue;
        float const fade = at_end || float(node.rect.h) > float(area->rect.h) - fade_px ? 0 : fade_px;
        bool const whole =
            node.rect.y >= area->rect.y && float(node.rect.bottom()) <= float(area->rect.bottom()) - fade;
        bool& seen = shown[fmt::format("{} {}", node.name, at++)];
        seen = seen || whole;
    }
}

/// Every stop from the top to the end; gives the pieces.
ShownSections walk(scenes::Scene const& scene, Terminal const& terminal, Canvas& canvas, int& stops) {
    Visit visit = scene.visit;
    ShownSections shown;
    Instant now = Instant{} + std::chrono::hours(2);
    float const scale = canvas.theme().px_per_rp();
    for (int stop = 0; stop < 120; ++stop) {
        draw(visit, embedded_directory(), terminal, scenes::example_moment(embedded_directory()), canvas);
        bool const at_end = canvas.scroll_left() <= 1;
        float const fade = (canvas.theme().header_scrolls() ? 12.0F : 28.0F) * scale - 1;
        see(canvas.tree(), fade, at_end, shown);
        ++stops;
        if (at_end) return shown;
        visit.path.back().scroll = scenes::page_turned(canvas, now);
    }
    FAIL(fmt::format("a page that never ends: {}, {} of {}", scene.name, visit.here().scroll, canvas.scroll_most()));
    return shown;
}

}  // namespace

TEST_CASE("every card, panel and code that fits on a page is whole at a stop of the page key") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    int stops = 0;
    for (auto const& shape : scenes::audited_shapes()) {
        Canvas canvas = Canvas::create(shape.shape, icons_of(embedded_directory())).value();
        for (std::string const& language : scenes::codes_of_directions(embedded_directory()))
            for (TextSize const size : {TextSize::normal, TextSize::largest})
                for (auto const& scene : scenes::scenes(embedded_directory(), terminal, language, size,
                                                        {"sos-viol", "cpvs-namur", "cpvs-bruxelles"})) {
                    INFO(shape.name << " " << language << " " << int(size));
                    if (scene.visit.path.size() < 3 || scene.visit.phase == Phase::veiled) continue;
                    for (auto const& [piece, whole] : walk(scene, terminal, canvas, stops)) {
                        INFO(shape.name << " " << language << " " << int(size) << " " << scene.name << ": " << piece);
                        CHECK(whole);
                    }
                }
    }
    CHECK(stops > 1000);
}

TEST_CASE("at the end the page key says that it is the end, and leads up") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    for (auto const& shape : scenes::audited_shapes()) {
        Canvas canvas = Canvas::create(shape.shape, icons_of(embedded_directory())).value();
        auto const all = scenes::scenes(embedded_directory(), terminal, "fr", TextSize::largest, {});
        auto const list = std::ranges::find(all, "services-rape", &scenes::Scene::name);
        REQUIRE(list != all.end());
        Visit visit = list->visit;
        draw(visit, embedded_directory(), terminal, scenes::example_moment(embedded_directory()), canvas);
        CHECK(scenes::page_key(canvas.tree())->name == "Plus bas");
        visit.path.back().scroll = canvas.scroll_most();
        draw(visit, embedded_directory(), terminal, scenes::example_moment(embedded_directory()), canvas);
        CHECK(scenes::page_key(canvas.tree())->name == "Fin de la page. Vers le haut");
    }
}

TEST_CASE("every key has a name to be told by, with words on it or an arrow alone") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    for (auto const& shape : scenes::audited_shapes()) {
        Canvas canvas = Canvas::create(shape.shape, icons_of(embedded_directory())).value();
        for (auto const& scene :
             scenes::scenes(embedded_directory(), terminal, "fr", TextSize::largest, {"sos-viol"})) {
            draw(scene.visit, embedded_directory(), terminal, scenes::example_moment(embedded_directory()), canvas);
            for (Node const& node : canvas.tree().nodes)
                if (is_control(node.role)) CHECK_MESSAGE(!node.name.empty(), shape.name << " " << scene.name);
        }
    }
}

TEST_CASE("the keys for the size of text are on the first page, wherever a page has room for them") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    for (auto const& shape : scenes::audited_shapes()) {
        Canvas canvas = Canvas::create(shape.shape, icons_of(embedded_directory())).value();
        if (canvas.theme().compact()) continue;  // a small screen has no room for three of them in a row
        for (Language const& language : terminal.languages)
            for (TextSize const size : {TextSize::normal, TextSize::large, TextSize::largest}) {
                auto const all = scenes::scenes(embedded_directory(), terminal, language.code, size, {});
                auto const page = std::ranges::find(all, "language", &scenes::Scene::name);
                draw(page->visit, embedded_directory(), terminal, scenes::example_moment(embedded_directory()), canvas);
                for (char const* const key : {"language.normal", "language.large", "language.largest"}) {
                    std::string const name =
                        embedded_directory().phrase(key, {language.code, terminal.profile, {}}).words;
                    Node const* button = canvas.tree().button_named(name);
                    INFO(shape.name << " " << language.code << " " << int(size) << " " << name);
                    REQUIRE(button != nullptr);
                    CHECK(button->visible == button->rect);
                }
            }
    }
}

TEST_CASE("two touches change the language: all twenty-two stand on the first page of their screen") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    for (std::size_t const at : {0U, 1U, 2U, 3U}) {
        auto const shape = scenes::audited_shapes().at(at);
        Canvas canvas = Canvas::create(shape.shape, icons_of(embedded_directory())).value();
        auto const all = scenes::scenes(embedded_directory(), terminal, "fr", TextSize::normal, {});
        auto const page = std::ranges::find(all, "language", &scenes::Scene::name);
        draw(page->visit, embedded_directory(), terminal, scenes::example_moment(embedded_directory()), canvas);
        for (Language const& language : terminal.languages) {
            Node const* button = canvas.tree().button_named(language.endonym);
            INFO(shape.name << " " << language.code);
            REQUIRE(button != nullptr);
            CHECK(button->visible == button->rect);
        }
    }
}

TEST_CASE("in portrait the emergency line keeps its words, but in the largest text, where its name keeps them") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    Canvas canvas = Canvas::create(scenes::audited_shapes()[2].shape, icons_of(embedded_directory())).value();
    std::set<std::string> const place{"fr", "nl", "en", "ar"};
    for (Language const& language : terminal.languages)
        for (TextSize const size : {TextSize::normal, TextSize::large}) {
            // In larger letters the words of some languages are too long for it.
            if (size == TextSize::large && !place.contains(language.code)) continue;
            auto const all = scenes::scenes(embedded_directory(), terminal, language.code, size, {});
            draw(all[1].visit, embedded_directory(), terminal, scenes::example_moment(embedded_directory()), canvas);
            for (char const* const key : {"sill.ambulance", "sill.fire", "sill.police"}) {
                std::string const words = embedded_directory().phrase(key, {language.code, terminal.profile, {}}).words;
                INFO(language.code << " " << int(size) << " " << words);
                CHECK(std::ranges::count(canvas.tree().nodes, words, &Node::name) > 0);
            }
        }
    auto const largest = scenes::scenes(embedded_directory(), terminal, "fr", TextSize::largest, {});
    draw(largest[1].visit, embedded_directory(), terminal, scenes::example_moment(embedded_directory()), canvas);
    CHECK(canvas.tree().button_named("112 ambulance et pompiers, 101 police") != nullptr);
}
