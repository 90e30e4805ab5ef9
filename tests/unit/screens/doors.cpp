/// The doors of the situations: how they stand on the screen, and what is behind each.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "support/embedded.h"
#include "support/scenes.h"

using namespace halte;
using halte::test::embedded_directory;

namespace {

/// A key of the screen and what it opens.
struct Door {
    Open opens;
    Node node;
};

/// The keys of the situations screen that lead to help, in drawing order. All stand on the first page.
std::vector<Door> doors(std::string const& profile, std::string const& language, std::size_t shape) {
    Canvas canvas = Canvas::create(scenes::audited_shapes()[shape].shape, icons_of(embedded_directory())).value();
    Terminal const terminal = scenes::example_terminal(embedded_directory(), profile);
    auto const scene = scenes::scenes(embedded_directory(), terminal, language, TextSize::normal, {})[1];
    REQUIRE(scene.name == "situations");
    Actions const actions =
        draw(scene.visit, embedded_directory(), terminal, scenes::example_moment(embedded_directory()), canvas);
    CHECK(canvas.tree().button_named(embedded_directory().phrase("sill.down", {language, profile, {}}).words) ==
          nullptr);
    std::set<Screen> const help{Screen::general_lines, Screen::services, Screen::authors};
    std::vector<Door> found;
    for (Node const& node : canvas.tree().nodes) {
        What const* const what = actions.find(node.id);
        auto const* opens = std::get_if<Open>(what);
        if (opens != nullptr && help.contains(opens->screen)) found.push_back({*opens, node});
    }
    return found;
}

/// How many keys stand in each row, by the top of the row.
std::map<int, int> rows_of(std::vector<Door> const& all) {
    std::map<int, int> rows;
    for (Door const& door : all) ++rows[door.node.rect.y];
    return rows;
}

bool every_one_has_room(std::vector<Door> const& all) {
    return std::ranges::all_of(all, [](Door const& door) { return door.node.visible == door.node.rect; });
}

constexpr std::size_t landscape = 1;
constexpr std::size_t upright = 2;

}  // namespace

TEST_CASE("behind every door of every place are three services, one of which answers a telephone") {
    for (std::string const& profile : embedded_directory().profile_ids()) {
        for (Situation const& situation : embedded_directory().situations({"fr", profile, {}})) {
            INFO(profile << ", " << situation.id);
            auto const services = embedded_directory().services(situation.id, {"fr", profile, {}});
            CHECK(services.size() >= 3);
            CHECK(std::ranges::any_of(services, [](ServiceSummary const& each) { return each.phone && each.open; }));
        }
    }
}

TEST_CASE("behind the doors of partner and pictures stands what is made for them") {
    for (std::string const situation : {"partner", "pictures"}) {
        for (std::string const profile : {"hospital", "school"}) {
            INFO(situation << ", " << profile);
            auto const services = embedded_directory().services(situation, {"fr", profile, {}});
            CHECK(std::ranges::any_of(services, [&](ServiceSummary const& each) {
                return each.phone && std::ranges::find(each.made_for, situation) != each.made_for.end();
            }));
        }
    }
}

TEST_CASE("in landscape eleven subjects and the authors' door, which is last, fill four rows of three on one page") {
    for (std::string const& language : scenes::codes_of(embedded_directory())) {
        INFO(language);
        auto all = doors("hospital", language, landscape);
        std::erase_if(all, [](Door const& door) { return door.opens.screen == Screen::general_lines; });
        REQUIRE(all.size() == 12);
        CHECK(all.back().opens.screen == Screen::authors);
        CHECK(every_one_has_room(all));
        auto const rows = rows_of(all);
        CHECK(rows.size() == 4);
        CHECK(std::ranges::all_of(rows, [](auto const& row) { return row.second == 3; }));
    }
}

TEST_CASE("upright, talking to somebody comes first of six rows of two, and the authors' door has its own row") {
    auto const all = doors("hospital", "fr", upright);
    REQUIRE(all.size() == 13);
    CHECK(all.front().opens.screen == Screen::general_lines);
    CHECK(all.back().opens.screen == Screen::authors);
    CHECK(every_one_has_room(all));
    auto const rows = rows_of(all);
    CHECK(rows.size() == 7);
    CHECK(std::ranges::count_if(rows, [](auto const& row) { return row.second == 2; }) == 6);
}

TEST_CASE("a school's ten subjects leave no hole, and pictures stand among the first") {
    auto all = doors("school", "fr", landscape);
    std::erase_if(all, [](Door const& door) { return door.opens.screen == Screen::general_lines; });
    REQUIRE(all.size() == 10);
    CHECK(rows_of(all).size() == 5);
    CHECK(every_one_has_room(all));
    CHECK(all[2].opens.subject == "pictures");
    auto const tall = doors("school", "fr", upright);
    CHECK(tall.front().opens.screen == Screen::general_lines);
    CHECK(rows_of(tall).size() == 6);
    CHECK(every_one_has_room(tall));
}

TEST_CASE("that no line is known for pictures of adults is said to adults and not to pupils") {
    auto const says_so = [](std::string const& profile) {
        return std::ranges::any_of(
            embedded_directory().guidance("pictures", {"fr", profile, {}}), [](Guidance const& each) {
                return each.text.words.find("nous ne connaissons pas de ligne") != std::string::npos;
            });
    };
    CHECK(says_so("hospital"));
    CHECK_FALSE(says_so("school"));
}

TEST_CASE("the door that the words about honour name has that title") {
    for (Language const& language : embedded_directory().languages()) {
        Viewpoint const from{language.code, "hospital", {}};
        for (std::string const situation : {"partner", "migration"}) {
            INFO(language.code << ", " << situation);
            auto const steps = embedded_directory().guidance(situation, from);
            CHECK(std::ranges::any_of(steps, [&](Guidance const& each) {
                Viewpoint const in{each.text.language, "hospital", {}};
                std::string const title = embedded_directory().situation("forced_marriage", in)->title.words;
                return each.icon == "people" && each.text.words.find(title) != std::string::npos;
            }));
        }
    }
}
