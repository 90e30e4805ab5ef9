/// The sentence for the desk in the languages of the place, of which German was none while it had no core.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/embedded.h"
#include "support/scenes.h"

using namespace halte;
using halte::test::embedded_directory;

TEST_CASE("in the east a sentence is shown in German first, and the language is named in German") {
    Directory const& directory = embedded_directory();
    Terminal terminal = scenes::example_terminal(directory);
    terminal.show_languages = show_languages_of(directory, {"de", "fr"});
    REQUIRE(terminal.show_languages.size() == 2);
    Canvas canvas = Canvas::create(scenes::audited_shapes()[1].shape, icons_of(directory)).value();
    auto const all = scenes::scenes(directory, terminal, "ar", TextSize::normal, {});
    auto const card = std::ranges::find(all, "shown-words-interpreter", &scenes::Scene::name);
    REQUIRE(card != all.end());
    draw(card->visit, directory, terminal, scenes::example_moment(directory), canvas);
    auto const place_of = [&](std::string const& words) {
        auto const& nodes = canvas.tree().nodes;
        auto const found =
            std::ranges::find_if(nodes, [&](Node const& node) { return node.name.find(words) != std::string::npos; });
        REQUIRE_MESSAGE(found != nodes.end(), words);
        return found->rect;
    };
    halte::PixelRect const german = place_of("Arabisch");
    halte::PixelRect const french = place_of("un interprète en arabe.");
    CHECK(german.y < french.y);
    CHECK(place_of(directory.phrase("show.not_family", {"de", "hospital", {}}).words).y < french.y);
    CHECK(std::ranges::none_of(canvas.tree().nodes,
                               [](Node const& node) { return node.name.find("tolk") != std::string::npos; }));
}
