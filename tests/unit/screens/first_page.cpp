/// What must be seen without turning a page.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/embedded.h"
#include "support/scenes.h"

using namespace halte;
using halte::test::embedded_directory;

namespace {

/// Whether a scene of normal text, in French, stands on one page of that shape.
bool stands_on_one_page(std::string const& scene, std::string const& shape) {
    auto const shapes = scenes::audited_shapes();
    Canvas canvas = Canvas::create(std::ranges::find(shapes, shape, &scenes::NamedShape::name)->shape,
                                   icons_of(embedded_directory()))
                        .value();
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    auto const all = scenes::scenes(embedded_directory(), terminal, source_language, TextSize::normal, {"sos-viol"});
    auto const found = std::ranges::find(all, scene, &scenes::Scene::name);
    REQUIRE(found != all.end());
    draw(found->visit, embedded_directory(), terminal, scenes::example_moment(embedded_directory()), canvas);
    return scenes::page_key(canvas.tree()) == nullptr;
}

}  // namespace

TEST_CASE("a service stands on one page in landscape, with the key to words to show") {
    CHECK(stands_on_one_page("service-sos-viol", "1920x1080"));
}

TEST_CASE("a sentence that is shown stands with the request not to read it aloud on one page") {
    for (std::string const scene : {"shown-words-call", "shown-words-deaf", "shown-words-alone-anyone"})
        for (std::string const shape : {"1024x768", "1920x1080", "1080x1920", "1366x768"}) {
            INFO(scene << " " << shape);
            CHECK(stands_on_one_page(scene, shape));
        }
}
