/// The controls of every screen: who they are, and what they do.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "control_ids.h"
#include "screen_context.h"
#include "support/embedded.h"
#include "support/scenes.h"

using namespace halte;
using halte::test::embedded_directory;

namespace {

Canvas canvas_of(std::size_t shape) {
    return Canvas::create(scenes::audited_shapes().at(shape).shape, icons_of(embedded_directory())).value();
}

Actions drawn(Visit const& visit, Terminal const& terminal, Canvas& canvas) {
    return draw(visit, embedded_directory(), terminal, scenes::example_moment(embedded_directory()), canvas);
}

std::vector<Node> controls_of(Canvas const& canvas) {
    std::vector<Node> controls;
    std::ranges::copy_if(canvas.tree().nodes, std::back_inserter(controls),
                         [](Node const& node) { return is_control(node.role); });
    return controls;
}

std::set<std::string> ids_on(std::string const& page, std::string const& language, TextSize size, std::size_t shape) {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    Canvas canvas = canvas_of(shape);
    auto const all = scenes::scenes(embedded_directory(), terminal, language, size, {});
    drawn(std::ranges::find(all, page, &scenes::Scene::name)->visit, terminal, canvas);
    std::set<std::string> ids;
    for (Node const& control : controls_of(canvas))
        if (!control.turns_page) ids.insert(control.id.words);
    return ids;
}

bool shows_what_begins(Canvas const& canvas, std::string const& words) {
    return std::ranges::any_of(canvas.tree().nodes, [&](Node const& node) { return node.name.starts_with(words); });
}

}  // namespace

TEST_CASE("every control of every screen has an id of its own and an action, and there is no other action") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    std::size_t controls = 0;
    for (std::size_t const shape : {0U, 1U, 2U}) {
        Canvas canvas = canvas_of(shape);
        for (std::string const& language : scenes::codes_to_measure(embedded_directory()))
            for (TextSize const size : {TextSize::normal, TextSize::largest})
                for (auto const& scene : scenes::scenes(embedded_directory(), terminal, language, size,
                                                        embedded_directory().service_ids())) {
                    INFO(shape << " " << language << " " << int(size) << " " << scene.name);
                    Actions const actions = drawn(scene.visit, terminal, canvas);
                    std::set<ControlId> ids;
                    std::size_t page_keys = 0;
                    for (Node const& control : controls_of(canvas)) {
                        CHECK(ids.insert(control.id).second);
                        page_keys += control.turns_page ? 1 : 0;
                        CHECK((actions.find(control.id) == nullptr) == control.turns_page);
                    }
                    CHECK(actions.all().size() + page_keys == ids.size());
                    controls += ids.size();
                }
    }
    CHECK(controls > 10'000);
}

TEST_CASE("whoever left a language can go back to it from the header and from the page, by two controls") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    Canvas canvas = canvas_of(1);
    auto const all = scenes::scenes(embedded_directory(), terminal, "nl", TextSize::normal, {"sos-viol"});
    drawn(std::ranges::find(all, "source-sos-viol", &scenes::Scene::name)->visit, terminal, canvas);
    std::set<std::string> ids;
    for (Node const& control : controls_of(canvas)) ids.insert(control.id.words);
    CHECK(ids.contains("language.nl"));
    CHECK(ids.contains("language.nl.header"));
}

TEST_CASE("a control is the same one in another language, in larger text and on another screen") {
    for (char const* const page : {"welcome", "situations", "language", "veil"}) {
        INFO(page);
        auto const ids = ids_on(page, "fr", TextSize::normal, 1);
        CHECK(ids.size() >= 4);
        CHECK(ids == ids_on(page, "nl", TextSize::normal, 1));
        CHECK(ids == ids_on(page, "ar", TextSize::largest, 1));
        CHECK(ids == ids_on(page, "fr", TextSize::normal, 2));
    }
    // What is translated has the way to the source as well.
    CHECK(ids_on("emergency", "nl", TextSize::normal, 1) == ids_on("emergency", "ar", TextSize::largest, 0));
}

TEST_CASE("the id of a control says what it does") {
    CHECK(id_of(Leave{}).words == "leave");
    CHECK(id_of(Open{Screen::service, "awel"}).words == "open.service.awel");
    CHECK(id_of(Open{Screen::general_lines, {}}).words == "open.general-lines");
    CHECK(id_of(ChooseTextSize{TextSize::large}).words == "text-size.large");
    CHECK(id_of(ChooseSpacing{TextSpacing::airy}).words == "spacing.airy");
    CHECK(id_of(ChooseSpacing{TextSpacing::usual}).words == "spacing.usual");
    CHECK(id_of(ChooseLanguage{"nl"}).words == "language.nl");
    CHECK(id_of(ReadSource{"fr"}).words == "read-source.fr");
    CHECK(id_of(ChooseTown{}).words == "town");
    CHECK(id_of(ChooseTown{"liege"}).words == "town.liege");
    CHECK(id_of(Tick{}).words.empty());
}

TEST_CASE("a page says which of its words are headings, and which control is chosen") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    Canvas canvas = canvas_of(1);
    for (auto const& scene : scenes::scenes(embedded_directory(), terminal, "fr", TextSize::normal, {"sos-viol"})) {
        INFO(scene.name);
        drawn(scene.visit, terminal, canvas);
        auto const& nodes = canvas.tree().nodes;
        CHECK(std::ranges::count(nodes, Role::heading, &Node::role) >= 1);
        if (scene.name != "language") continue;  // where its keys and the one that brings all down are switches
        auto const chosen = [](Node const& node) { return node.selected && node.role == Role::switch_key; };
        CHECK(std::ranges::count_if(nodes, chosen) == 4);  // a language, a size, a contrast and a space
        CHECK(std::ranges::count(nodes, Role::switch_key, &Node::role) ==
              std::ptrdiff_t(terminal.languages.size()) + 9);
    }
}

TEST_CASE("more space, once chosen, parts letters and lines, joins no fewer Arabic ones, and its key says so") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    Canvas canvas = canvas_of(1);
    auto const show = [&](std::string const& language, TextSpacing spacing) {
        auto const all = scenes::scenes(embedded_directory(), terminal, language, TextSize::normal, {});
        Visit visit = std::ranges::find(all, "language", &scenes::Scene::name)->visit;
        visit.appearance.spacing = spacing;
        drawn(visit, terminal, canvas);
        auto const key = std::ranges::find(canvas.tree().nodes, ControlId{"spacing.airy"}, &Node::id);
        REQUIRE(key != canvas.tree().nodes.end());
        CHECK(key->selected == (spacing == TextSpacing::airy));
    };
    Type const body{.role = TypeRole::body};
    show("fr", TextSpacing::usual);
    float const usual = canvas.width_of("Blanc sur noir", body);
    float const em = canvas.size_of(body);
    CHECK(canvas.line_of(body) == doctest::Approx(1.36F * em).epsilon(0.02));
    show("fr", TextSpacing::airy);
    // 13 gaps between 14 letters, and 2 between words.
    CHECK(canvas.width_of("Blanc sur noir", body) ==
          doctest::Approx(usual + (13 * 0.12F + 2 * 0.16F) * em).epsilon(0.01));
    CHECK(canvas.line_of(body) == doctest::Approx(1.5F * em).epsilon(0.02));
    Type closer = body;
    closer.spacing = TextSpacing::usual;
    CHECK(canvas.width_of("Blanc sur noir", closer) == usual);
    show("ar", TextSpacing::usual);
    float const joined = canvas.width_of("مرحبا", body);
    show("ar", TextSpacing::airy);
    CHECK(canvas.width_of("مرحبا", body) == joined);
    CHECK(canvas.line_of(body) == doctest::Approx(1.7F * em).epsilon(0.02));
}

TEST_CASE("a word without room for more space has the usual one, before it gets smaller or is broken") {
    std::string const word = "Vertrouwenscentrum";
    Canvas canvas = canvas_of(1);
    canvas.begin({.spacing = TextSpacing::airy});
    Type const type{.role = TypeRole::card_title};
    Type closer = type;
    closer.spacing = TextSpacing::usual;
    float const airy = canvas.width_of(word, type);
    float const usual = canvas.width_of(word, closer);
    REQUIRE(usual < airy);
    canvas.words({0, 0, airy, 0}, word, type);
    canvas.words({0, 100, usual, 0}, word, type);
    canvas.words({0, 200, usual * 0.9F, 0}, word, type);
    auto const& nodes = canvas.tree().nodes;
    CHECK_FALSE(nodes.at(0).cut);
    CHECK_FALSE(nodes.at(1).cut);
    CHECK(nodes.at(2).cut);
    CHECK(nodes.at(1).rect.h == nodes.at(0).rect.h);
    CHECK(canvas.squeezed({0, 0, usual, 0}, word, type).share == 1);
    CHECK(canvas.squeezed({0, 0, usual * 0.9F, 0}, word, type).share < 1);
    CHECK(canvas.squeezed({0, 0, airy, canvas.line_of(closer)}, word, type).share == 1);
    canvas.end();
}

TEST_CASE("every card of a list is an item of it") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    Canvas canvas = canvas_of(1);
    auto const all = scenes::scenes(embedded_directory(), terminal, "fr", TextSize::normal, {});
    drawn(std::ranges::find(all, "services-rape", &scenes::Scene::name)->visit, terminal, canvas);
    auto const& nodes = canvas.tree().nodes;
    int cards = 0;
    for (Node const& control : controls_of(canvas)) {
        if (!control.id.words.starts_with("open.service.")) continue;
        Node const& item = nodes.at(std::size_t(control.parent));
        CHECK(item.role == Role::item);
        CHECK(item.rect == control.rect);
        CHECK(nodes.at(std::size_t(item.parent)).role == Role::list);
        ++cards;
    }
    CHECK(cards > 5);
}

TEST_CASE("what is read while measuring, and the note's own words, do not make a page one with words to review") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    Canvas canvas = canvas_of(1);
    Visit visit;
    visit.language = "nl";
    Moment const moment = scenes::example_moment(embedded_directory());
    ScreenContext screen(visit, embedded_directory(), terminal, moment, canvas, PageWords{});
    Text const unread{.words = "Hallo", .language = "nl", .reviewed = false};
    canvas.measure([&] { return float(screen.read(unread).size()); });
    CHECK(screen.note().empty());
    CHECK(screen.found() == PageWords{});
    screen.read({.words = "Bonjour", .language = "nl", .reviewed = true});
    CHECK(screen.found() == PageWords{});
    screen.read(unread);
    CHECK(screen.found() == PageWords{.unread = true});
    CHECK_FALSE(screen.has_note());  // what this page was drawn for
    screen.read({.words = "Bonjour", .language = "fr"});
    CHECK(screen.found() == PageWords{.unread = true, .foreign = true});
    ScreenContext const with_note(visit, embedded_directory(), terminal, moment, canvas, screen.found());
    auto const say = [&](char const* key) { return with_note.directory.phrase(key, with_note.viewpoint).words; };
    CHECK(with_note.note() ==
          say("unreviewed.note") + " " + say("name_of_language.fr") + " · " + say("unreviewed.show_to"));
}

TEST_CASE("the note stands on the pages that can have it in every language with words to review, and in no other") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    Canvas canvas = canvas_of(1);
    for (std::string const& language : scenes::codes_of(embedded_directory())) {
        std::string const note = embedded_directory().phrase("unreviewed.note", {language, terminal.profile, {}}).words;
        bool const source = embedded_directory().phrase("sill.leave", {language, terminal.profile, {}}).reviewed;
        for (auto const& scene :
             scenes::scenes(embedded_directory(), terminal, language, TextSize::normal, {"sos-viol"})) {
            bool const can_have_it = scene.name == "situations" || scene.name.starts_with("services-") ||
                                     scene.name.starts_with("service-") || scene.name == "emergency";
            if (!can_have_it) continue;
            INFO(language << " " << scene.name);
            drawn(scene.visit, terminal, canvas);
            CHECK(shows_what_begins(canvas, note) == !source);
        }
    }
}
