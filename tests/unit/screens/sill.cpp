// The sill says what its numbers are for in every size of text.
#include <doctest/doctest.h>
#include <halte/canvas.h>
#include <halte/directory.h>

#include <algorithm>

#include "support/embedded.h"
#include "support/scenes.h"

using namespace halte;
using halte::test::embedded_directory;

namespace {

bool shows(AccessibilityTree const& tree, std::string const& words) {
    return std::ranges::any_of(tree.nodes, [&](Node const& node) {
        return node.role == Role::text && node.visible.h > 0 && node.name.starts_with(words);
    });
}

}  // namespace

TEST_CASE("112 and 101 keep their words in the largest text, in landscape and portrait") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    auto const shapes = scenes::audited_shapes();
    for (std::size_t const at : {0U, 1U, 2U, 3U}) {
        Canvas canvas = Canvas::create(shapes[at].shape, icons_of(embedded_directory())).value();
        for (std::string const& language : scenes::codes_of(embedded_directory())) {
            INFO(shapes[at].name << " " << language);
            Viewpoint const from{language, terminal.profile, {}};
            auto const all = scenes::scenes(embedded_directory(), terminal, language, TextSize::largest, {});
            draw(std::ranges::find(all, "situations", &scenes::Scene::name)->visit, embedded_directory(), terminal,
                 scenes::example_moment(embedded_directory()), canvas);
            CHECK(shows(canvas.tree(), embedded_directory().phrase("sill.ambulance", from).words));
            CHECK(shows(canvas.tree(), embedded_directory().phrase("sill.police", from).words));
        }
    }
}
