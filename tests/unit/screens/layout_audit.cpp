#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "support/embedded.h"
#include "support/longer_language.h"
#include "support/scenes.h"
#include "support/shape_audit.h"

using namespace halte;
using namespace halte::test;
using audit::Report;

namespace {

/// The services whose pages hold the most: longest texts, most places, most numbers, no number at all, a network.
std::vector<std::string> fullest_services() {
    std::map<std::string, std::pair<std::size_t, std::string>> fullest;
    auto const consider = [&](std::string const& kind, std::size_t size, std::string const& id) {
        auto& best = fullest[kind];
        if (size > best.first) best = {size, id};
    };
    for (std::string const& id : embedded_directory().service_ids()) {
        auto const service = embedded_directory().service(id, {});
        if (!service) continue;
        consider("words",
                 service->text[ServiceText::description].words.size() +
                     service->text[ServiceText::application_process].words.size() +
                     service->text[ServiceText::eligibility_description].words.size(),
                 id);
        consider("name", service->brief.name.size(), id);
        consider("places", service->locations.size(), id);
        consider("numbers", service->phones.size(), id);
        consider("sites", service->sites.size(), id);
        if (service->phones.empty()) consider("no number", service->brief.website.size() + 1, id);
        for (Location const& place : service->locations)
            if (service->phones.empty()) consider("street without a number", place.street.size(), id);
        for (Phone const& phone : service->phones) consider("label", phone.description.words.size(), id);
        for (std::string const& mail : service->emails) consider("mail", mail.size(), id);
    }
    std::set<std::string> ids;
    for (auto const& [kind, best] : fullest) ids.insert(best.second);
    return {ids.begin(), ids.end()};
}

std::vector<TextSize> const every_size{TextSize::normal, TextSize::large, TextSize::largest};

/// Colours are the same in every language and size.
Report audit_contrast(scenes::NamedShape const& shape, std::vector<std::string> const& services) {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    Canvas canvas = Canvas::create(shape.shape, icons_of(embedded_directory())).value();
    Report report;
    for (std::string const& language : scenes::codes_of_directions(embedded_directory()))
        for (auto scene : scenes::scenes(embedded_directory(), terminal, language, TextSize::normal, services))
            for (Contrast const contrast : {Contrast::black_on_white, Contrast::white_on_black}) {
                scene.visit.appearance.contrast = contrast;
                report += audit::audit_scene({embedded_directory(), terminal, shape}, scene, canvas);
            }
    return report;
}

/// Letters, words and lines further apart. What differs between lists are names and numbers, the same in any language.
Report audit_airy(scenes::NamedShape const& shape, std::vector<std::string> const& services) {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    Canvas canvas = Canvas::create(shape.shape, icons_of(embedded_directory())).value();
    Report report;
    for (std::string const& language : scenes::codes_to_measure(embedded_directory()))
        for (TextSize const size : every_size)
            for (auto scene : scenes::scenes(embedded_directory(), terminal, language, size, services)) {
                if (language != source_language && audit::is_one_of_many(scene)) continue;
                scene.visit.appearance.spacing = TextSpacing::airy;
                report += audit::audit_scene({embedded_directory(), terminal, shape}, scene, canvas);
            }
    return report;
}

Report audit_shape(scenes::NamedShape const& shape) {
    auto const services = fullest_services();
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    Report report = audit::audit_scenes({embedded_directory(), terminal, shape},
                                        scenes::codes_to_measure(embedded_directory()), every_size, services);
    Terminal const longer = scenes::example_terminal(longer_directory());
    report += audit::audit_scenes({longer_directory(), longer, shape, true}, {longer_language}, every_size, services);
    report += audit_contrast(shape, services);
    report += audit_airy(shape, services);
    return report;
}

/// One terminal on one shape.
Report audit_terminal(scenes::NamedShape const& shape, Terminal const& terminal,
                      std::vector<std::string> const& languages,
                      std::vector<TextSize> const& sizes = {TextSize::normal, TextSize::largest}) {
    return audit::audit_scenes({embedded_directory(), terminal, shape}, languages, sizes, {"sos-viol"});
}

void must_be_clean(Report const& report);
void must_be_clean(std::size_t shape) { must_be_clean(audit_shape(scenes::audited_shapes().at(shape))); }
void must_be_clean(Report const& report) {
    MESSAGE(fmt::format("{} frames measured", report.frames));
    CHECK(report.frames > 200);
    std::size_t shown = 0;
    for (std::string const& line : report.lines)
        if (++shown <= 40) MESSAGE(line);
    CHECK(report.lines.empty());
}

}  // namespace

// tests/run --long looks at all of them (tests/audit/whole_audit.cpp).
TEST_CASE("every picture that the settings allow is clean where it has least room, or the rule refuses it") {
    auto const all = audit::shapes_to_set();
    auto const refused = std::ranges::count_if(all, std::not_fn(has_room));
    CHECK(refused > 20);
    auto const looked_at = audit::shapes_of_every_day();
    std::set<double> diagonals;
    for (ScreenShape const& shape : looked_at) {
        diagonals.insert(shape.diagonal_inches);
        Report const report = audit::audit_briefly(shape);
        for (std::size_t at = 0; at < report.lines.size() && at < 6; ++at) MESSAGE(report.lines[at]);
        CHECK(report.lines.empty());
    }
    MESSAGE(fmt::format("{} shapes are clean, {} of {} are refused", looked_at.size(), refused, all.size()));
    CHECK(looked_at.size() > 40);
    CHECK(diagonals.size() == 10);
}

TEST_CASE("the smallest pictures that the rule lets through are clean") {
    for (ScreenShape const& shape :
         {ScreenShape{1290, 1224, 7, 600}, ScreenShape{1556, 860, 7, 600}, ScreenShape{1290, 2100, 9.7, 600}}) {
        REQUIRE(has_room(shape));
        Report const report = audit::audit_briefly(shape);
        for (std::size_t at = 0; at < report.lines.size() && at < 6; ++at) MESSAGE(report.lines[at]);
        CHECK(report.lines.empty());
    }
}

TEST_CASE("a long place and one written from right to left stand on every shape, without a cut or an empty box") {
    Terminal long_one = scenes::example_terminal(embedded_directory());
    long_one.place_name = "Centre hospitalier universitaire de l’Exemple, site du Grand";
    long_one.place_detail = "Consultations externes, rez-de-chaussée, couloir vert, aile";
    long_one.address =
        "Place du Grand Exemple 4, 1020 Laeken (Bruxelles), entrée des urgences, rez-de-chaussée, couloir vert, porte "
        "12 B";
    Terminal other = long_one;
    other.place_name = "مستشفى بروكسل";
    other.place_detail = "Salle d’attente الطابق 2";
    for (auto const& shape : scenes::audited_shapes())
        for (Terminal const& terminal : {long_one, other}) {
            Canvas canvas = Canvas::create(shape.shape, icons_of(embedded_directory())).value();
            Report report;
            for (std::string const& language : scenes::codes_of_directions(embedded_directory()))
                for (TextSize const size : {TextSize::normal, TextSize::largest})
                    for (auto const& scene : scenes::scenes(embedded_directory(), terminal, language, size, {}))
                        if (scene.name == "welcome" || scene.name == "emergency")
                            report += audit::audit_scene({embedded_directory(), terminal, shape}, scene, canvas);
            for (std::size_t at = 0; at < report.lines.size() && at < 6; ++at) MESSAGE(report.lines[at]);
            CHECK(report.lines.empty());
        }
}

TEST_CASE("every screen is clean in the words of every kind of place") {
    for (std::string const& profile : embedded_directory().profile_ids())
        for (std::size_t const shape : {0U, 1U})
            must_be_clean(audit_terminal(scenes::audited_shapes().at(shape),
                                         scenes::example_terminal(embedded_directory(), profile),
                                         {"fr", "nl", "ar", "ti"}));
}
TEST_CASE("every screen is clean in every language on 21.5 inches, 1920x1080") {
    must_be_clean(audit_terminal(scenes::audited_shapes().at(1), scenes::example_terminal(embedded_directory()),
                                 scenes::codes_of(embedded_directory()), {TextSize::normal}));
}
TEST_CASE("every screen is clean on a terminal of which nothing is known") {
    Terminal unknown = scenes::example_terminal(embedded_directory());
    unknown.place_name = unknown.place_detail = unknown.address = "";
    unknown.coordinates.reset();
    must_be_clean(
        audit_terminal(scenes::audited_shapes().at(1), unknown, scenes::codes_of_directions(embedded_directory())));
}
TEST_CASE("every screen in every text size, and in each kind of language, is clean on 15 inches, 1024x768") {
    must_be_clean(0);
}
TEST_CASE("every screen in every text size, and in each kind of language, is clean on 21.5 inches, 1920x1080") {
    must_be_clean(1);
}
TEST_CASE("every screen in every text size, and in each kind of language, is clean on 32 inches upright, 1080x1920") {
    must_be_clean(2);
}
TEST_CASE("every screen in every text size, and in each kind of language, is clean on 43 inches, 3840x2160") {
    must_be_clean(3);
}

TEST_CASE("every screen in every text size, and in each kind of language, is clean on 7 inches, 800x480") {
    must_be_clean(4);
}
TEST_CASE("every screen in every text size, and in each kind of language, is clean on 10.1 inches, 1024x600") {
    must_be_clean(5);
}
TEST_CASE("every screen in every text size, and in each kind of language, is clean on 15.6 inches, 1366x768") {
    must_be_clean(6);
}
TEST_CASE("every screen in every text size, and in each kind of language, is clean on 28 inches, 1920x540") {
    must_be_clean(7);
}

TEST_CASE("with the keys brought down, every screen is clean on every shape, in each kind of language") {
    for (auto const& shape : scenes::audited_shapes())
        must_be_clean(audit::audit_one_of_each(shape, scenes::codes_to_measure(embedded_directory()), Reach::low));
}

TEST_CASE("the key that brings the others down stands in one rectangle on every screen, in both layouts") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    for (auto const& shape : scenes::audited_shapes()) {
        Canvas canvas = Canvas::create(shape.shape, icons_of(embedded_directory())).value();
        std::set<std::tuple<int, int, int, int>> places;
        for (Reach const reach : {Reach::everywhere, Reach::low})
            for (auto scene : scenes::scenes(embedded_directory(), terminal, "fr", TextSize::normal, {"sos-viol"})) {
                scene.visit.appearance.reach = reach;
                draw(scene.visit, embedded_directory(), terminal, scenes::example_moment(embedded_directory()), canvas);
                auto const& nodes = canvas.tree().nodes;
                auto const key =
                    std::find_if(nodes.begin(), nodes.end(), [](Node const& node) { return node.id.words == "reach"; });
                CHECK((key == nodes.end()) == (scene.name == "welcome" || scene.name == "veil"));
                if (key == nodes.end()) continue;
                CHECK(key->selected == (reach == Reach::low));
                places.emplace(key->rect.x, key->rect.y, key->rect.w, key->rect.h);
            }
        CHECK(places.size() == 1);
    }
}

TEST_CASE(
    "the exit and the emergency line stand in the same two rectangles on every screen, in each kind of language and "
    "size") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    for (auto const& shape : scenes::audited_shapes()) {
        Canvas canvas = Canvas::create(shape.shape, icons_of(embedded_directory())).value();
        std::set<std::tuple<int, int, int, int>> places;
        int screens = 0;
        for (std::string const& language : scenes::codes_to_measure(embedded_directory()))
            for (TextSize const size : {TextSize::normal, TextSize::large, TextSize::largest})
                for (auto const& scene : scenes::scenes(embedded_directory(), terminal, language, size, {"sos-viol"})) {
                    draw(scene.visit, embedded_directory(), terminal, scenes::example_moment(embedded_directory()),
                         canvas);
                    ++screens;
                    for (Node const& node : canvas.tree().nodes)
                        if (node.always) places.insert({node.rect.x, node.rect.y, node.rect.w, node.rect.h});
                }
        CHECK(screens > 100);
        CHECK(places.size() == 2);
    }
}

TEST_CASE("the language that nobody speaks is 60 % longer than French, and keeps what a program fills in") {
    CHECK(lengthened("Retour") == "Réêtôöûür");
    CHECK(lengthened("112 BE, {hour} h") == "112 BE, {hour} h plüs ênçõrê");
    auto const words = [](std::string const& key, std::string const& language) {
        return longer_directory().phrase(key, {.language = language}).words;
    };
    CHECK(words("header.language", longer_language) == lengthened(words("header.language", "fr")));
    auto const service = longer_directory().service("sos-viol", {.language = longer_language});
    REQUIRE(service);
    CHECK(service->text[ServiceText::description].language == longer_language);
}

// The longest words of a frame are another language's than the longest pages: all of them, where there is least room.
TEST_CASE("the keys around every page stand on the smallest screens in the largest text, in every language") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    for (std::size_t const at : {4U, 5U, 0U}) {
        auto const shape = scenes::audited_shapes().at(at);
        Canvas canvas = Canvas::create(shape.shape, icons_of(embedded_directory())).value();
        Report report;
        for (std::string const& language : scenes::codes_of(embedded_directory()))
            for (auto scene : scenes::scenes(embedded_directory(), terminal, language, TextSize::largest, {}))
                for (char const* name : {"welcome", "emergency", "veil", "words-to-show-alone", "shown-words-call"})
                    for (TextSpacing const spacing : {TextSpacing::usual, TextSpacing::airy}) {
                        if (scene.name != name) continue;
                        scene.visit.appearance.spacing = spacing;
                        report += audit::audit_scene({embedded_directory(), terminal, shape}, scene, canvas);
                    }
        must_be_clean(report);
    }
}

TEST_CASE("every screen is clean with the focus and the legend of keys") {
    Terminal const terminal = scenes::example_terminal(embedded_directory());
    Report report;
    for (std::size_t const at : {0, 1, 2}) {
        scenes::NamedShape const shape = scenes::audited_shapes()[at];
        Canvas canvas = Canvas::create(shape.shape, icons_of(embedded_directory())).value();
        for (std::string const& language : scenes::codes_to_measure(embedded_directory()))
            for (auto scene :
                 scenes::scenes(embedded_directory(), terminal, language, TextSize::normal, {"sos-viol"})) {
                if (audit::is_one_of_many(scene)) continue;
                scenes::lead_by_keys(scene.visit);
                report += audit::audit_scene({embedded_directory(), terminal, shape}, scene, canvas);
            }
    }
    must_be_clean(report);
}
