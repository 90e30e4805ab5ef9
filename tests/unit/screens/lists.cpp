#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "support/embedded.h"
#include "support/scenes.h"

using namespace halte;
using halte::test::embedded_directory;

namespace {

/// Every word of every page of a scene, and what its buttons open, in drawing order.
struct Shown {
    std::string words;
    std::vector<std::string> services;
    std::vector<std::string> headings;  ///< before each service: the section's title
};

Shown everything_shown(scenes::Scene const& scene, Terminal const& terminal) {
    static Canvas canvas = Canvas::create(scenes::audited_shapes()[1].shape, icons_of(embedded_directory())).value();
    Shown shown;
    Actions const actions =
        draw(scene.visit, embedded_directory(), terminal, scenes::example_moment(embedded_directory()), canvas);
    std::set<std::string> const sections{"Pour commencer", "Répond maintenant", "Près d’ici", "Autres services"};
    std::string heading;
    for (Node const& node : canvas.tree().nodes) {
        shown.words += node.name + "\n";
        if (sections.contains(node.name)) heading = node.name;
        What const* const what = actions.find(node.id);
        auto const* opened = std::get_if<Open>(what);
        if (opened == nullptr || opened->screen != Screen::service) continue;
        shown.services.push_back(opened->subject);
        shown.headings.push_back(heading);
    }
    return shown;
}

struct Numbers {
    std::set<std::string> shown;
    std::set<std::string> withheld;
};

/// The numbers of the records, read line by line: a phone's number stands above its `publish`.
Numbers numbers_of_the_records() {
    Numbers numbers;
    for (auto const& file : std::filesystem::directory_iterator(HALTE_SOURCE "/data/records")) {
        std::ifstream lines(file.path());
        std::string number;
        for (std::string line; std::getline(lines, line);) {
            auto const value = [&] { return line.substr(line.find('"') + 1, line.rfind('"') - line.find('"') - 1); };
            if (line.starts_with("[")) number.clear();
            if (line.starts_with("number = ")) number = value();
            if (!line.starts_with("publish = ") || number.empty()) continue;
            (value() == "yes" ? numbers.shown : numbers.withheld).insert(number);
        }
    }
    for (std::string const& number : numbers.shown) numbers.withheld.erase(number);
    return numbers;
}

std::vector<scenes::Scene> every_page(Terminal const& terminal) {
    return scenes::scenes(embedded_directory(), terminal, "fr", TextSize::normal, embedded_directory().service_ids());
}

}  // namespace

TEST_CASE("no list shows an authority before an independent service of the same section") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    int lists = 0;
    for (auto const& scene : every_page(terminal)) {
        if (scene.visit.here().screen != Screen::services) continue;
        ++lists;
        Shown const shown = everything_shown(scene, terminal);
        CHECK(shown.services.size() > 3);
        std::map<std::string, Independence> last;
        for (std::size_t at = 0; at < shown.services.size(); ++at) {
            auto const service = embedded_directory().service(shown.services[at], {});
            REQUIRE(service);
            auto const before = last.find(shown.headings[at]);
            INFO(scene.name << ", " << shown.headings[at] << ": " << shown.services[at]);
            if (before != last.end()) CHECK(before->second <= service->brief.independence);
            last[shown.headings[at]] = service->brief.independence;
        }
    }
    CHECK(lists == 12);  // one of them told from another place
}

TEST_CASE("what is for authors of violence stands behind its own door and in no list") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    std::set<std::string> authors;
    for (auto const& service : embedded_directory().author_services({})) authors.insert(service.id);
    CHECK(authors.size() == 7);
    std::set<std::string> for_anything;
    for (auto const& line : embedded_directory().lines_for_anything({})) for_anything.insert(line.id);
    for (auto const& scene : every_page(terminal)) {
        bool const door = scene.visit.here().screen == Screen::authors;
        std::size_t shown_authors = 0;
        for (std::string const& id : everything_shown(scene, terminal).services) {
            INFO(scene.name << ": " << id);
            if (authors.contains(id)) ++shown_authors;
            CHECK((door ? authors.contains(id) || for_anything.contains(id) : !authors.contains(id)));
        }
        CHECK(shown_authors == (door ? authors.size() - 1 : 0));  // one has no confirmed contact
    }
}

TEST_CASE("no page shows a number that is withheld, and every number that may be shown is on a page") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    Numbers const numbers = numbers_of_the_records();
    REQUIRE(numbers.withheld.size() > 30);
    REQUIRE(numbers.shown.size() > 30);
    std::string words;
    for (auto const& scene : every_page(terminal)) words += everything_shown(scene, terminal).words;
    for (std::string const& number : numbers.withheld) CHECK(words.find(number) == std::string::npos);
    for (std::string const& number : numbers.shown) {
        INFO(number);
        CHECK(words.find(number) != std::string::npos);
    }
}

TEST_CASE("the first screen names nothing of what happened to anybody") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    for (Language const& language : terminal.languages) {
        auto const welcome =
            scenes::scenes(embedded_directory(), terminal, language.code, TextSize::normal, {}).front();
        std::string const words = everything_shown(welcome, terminal).words;
        for (Situation const& situation : embedded_directory().situations({language.code, "hospital", {}}))
            CHECK(words.find(situation.title.words) == std::string::npos);
        CHECK(words.find("Viol") == std::string::npos);
    }
}

TEST_CASE("a school's terminal speaks to a child and leaves adult matters out") {
    Terminal const school = scenes::example_terminal(embedded_directory(), "school");
    auto const pages = scenes::scenes(embedded_directory(), school, "fr", TextSize::normal, {});
    std::string const words = everything_shown(pages[1], school).words;
    CHECK(words.find("Ce n’est pas ta faute.") != std::string::npos);
    CHECK(words.find("votre") == std::string::npos);
    CHECK(words.find("Travail du sexe") == std::string::npos);
    Shown const lines = everything_shown(pages[2], school);
    REQUIRE_FALSE(lines.services.empty());
    CHECK(lines.services.front() == "ecoute-enfants-103");
}

TEST_CASE("at school the child line leads every list, and what is for adults stands in none") {
    Terminal const school = scenes::example_terminal(embedded_directory(), "school");
    int lists = 0;
    for (auto const& scene : scenes::scenes(embedded_directory(), school, "fr", TextSize::normal, {})) {
        if (scene.visit.here().screen == Screen::authors) continue;  // nothing leads there
        Shown const shown = everything_shown(scene, school);
        CHECK(shown.words.find("peur de faire du mal") == std::string::npos);
        CHECK(std::ranges::find(shown.services, "ex-aequo") == shown.services.end());
        if (scene.visit.here().screen != Screen::services) continue;
        ++lists;
        REQUIRE_FALSE(shown.services.empty());
        CHECK(shown.services.front() == "ecoute-enfants-103");
    }
    CHECK(lists == 11);  // one of them told from another place
}

TEST_CASE("a list stands where it would if nothing had been drawn before") {
    ScreenShape const shape = scenes::audited_shapes()[1].shape;
    auto const fresh = [&] { return Canvas::create(shape, icons_of(embedded_directory())).value(); };
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    Canvas used = fresh();
    Visit visit;
    visit.phase = Phase::running;
    visit.path.push_back({Screen::services, "rape", 0});
    Moment moment = scenes::example_moment(embedded_directory());
    auto const check = [&] {
        Canvas other = fresh();
        draw(visit, embedded_directory(), terminal, moment, used);
        draw(visit, embedded_directory(), terminal, moment, other);
        auto const rects = [](Canvas const& canvas) {
            std::vector<std::pair<std::string, PixelRect>> all;
            for (Node const& node : canvas.tree().nodes) all.emplace_back(node.name, node.rect);
            return all;
        };
        CHECK(rects(used) == rects(other));
    };
    check();
    visit.appearance.text_size = TextSize::large;
    check();
    visit.appearance.spacing = TextSpacing::airy;
    check();
    visit.town = embedded_directory().first_towns({}).back().id;
    check();
    visit.language = "ar";
    check();
    for (int hour = 0; hour < 24; hour += 3) {
        moment.wall.minute = hour * 60;
        check();
    }
}

TEST_CASE("opening hours are not told by a clock that is older than the facts") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    Visit visit;
    visit.phase = Phase::running;
    visit.path.push_back({Screen::service, "sos-viol", 0});
    Canvas canvas = Canvas::create(scenes::audited_shapes()[1].shape, icons_of(embedded_directory())).value();
    auto const says_open = [&](Moment const& moment) {
        draw(visit, embedded_directory(), terminal, moment, canvas);
        auto const& nodes = canvas.tree().nodes;
        return std::any_of(nodes.begin(), nodes.end(),
                           [](Node const& node) { return node.name.starts_with("Ouvert"); });
    };
    Moment moment = scenes::example_moment(embedded_directory());
    CHECK(says_open(moment));
    moment.wall.date.year -= 1;
    CHECK_FALSE(says_open(moment));
}
