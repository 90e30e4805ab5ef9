// What a child reads on a school's terminal: every page that its keys lead to, walked as a visitor walks.
#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <regex>
#include <set>

#include "support/embedded.h"
#include "support/scenes.h"

using namespace halte;
using halte::test::embedded_directory;

namespace {

struct Walked {
    std::string page;  ///< "service-awel"
    std::string words;
};

/// Follows the keys that open a page, each page once; of the pages of places only the first.
class Walk {
public:
    explicit Walk(std::string language) : m_language(std::move(language)) {
        for (auto const& scene : scenes::scenes(embedded_directory(), m_school, m_language, TextSize::normal, {}))
            if (scene.name == "welcome" || scene.name == "situations" || scene.name == "veil") look(scene);
        while (!m_ahead.empty()) {
            Open const open = m_ahead.front();
            m_ahead.pop_front();
            walk(open);
        }
    }
    std::vector<Walked> pages;
    std::set<std::string> services;

private:
    void walk(Open const& open) {
        if (open.screen == Screen::service) services.insert(open.subject);
        Visit visit;
        visit.phase = Phase::running;
        visit.language = visit.first_language = m_language;
        visit.path = {Place{}, {Screen::situations, {}, 0}, {open.screen, open.subject, 0}};
        look({std::to_string(int(open.screen)) + "-" + open.subject, visit});
    }
    void look(scenes::Scene const& scene) {
        Actions const actions =
            draw(scene.visit, embedded_directory(), m_school, scenes::example_moment(embedded_directory()), m_canvas);
        Walked seen{scene.name, {}};
        for (Node const& node : m_canvas.tree().nodes) seen.words += node.name + "\n";
        pages.push_back(seen);
        for (auto const& [id, action] : actions.all()) {
            auto const* open = std::get_if<Open>(&action);
            if (open == nullptr || (open->screen == Screen::places && !open->subject.empty())) continue;
            if (m_known.insert({open->screen, open->subject}).second) m_ahead.push_back(*open);
        }
    }

    std::string m_language;
    Terminal m_school = scenes::example_terminal(embedded_directory(), "school");
    Canvas m_canvas = Canvas::create(scenes::audited_shapes()[1].shape, icons_of(embedded_directory())).value();
    std::set<std::pair<Screen, std::string>> m_known;
    std::deque<Open> m_ahead;
};

/// The first word that speaks to an adult, or nothing. A web address says what its owner chose.
std::string formal(std::string words, std::string const& language) {
    static std::regex const harmless("([Rr]endez-vous|[Rr]ez\u2011de|[Cc]hez|[Aa]ssez)");
    static std::regex const french("(^|[^a-zA-ZÀ-ÿ])([Vv]ous|[Vv]otre|[Vv]os|[Êê]tes|[a-zA-ZÀ-ÿ]+ez)([^a-zA-ZÀ-ÿ]|$)");
    static std::regex const dutch("(^|[^a-zA-ZÀ-ÿ])([Uu]|[Uu]we?|[Uu]zelf)([^a-zA-ZÀ-ÿ]|$)");
    static std::regex const may_break("\u200B|\u2060");
    static std::regex const web_address("[^ \n]+[.][a-z]+/[^ \n]*");
    words = std::regex_replace(words, may_break, "");
    words = std::regex_replace(std::regex_replace(words, web_address, "-"), harmless, "-");
    std::smatch found;
    return std::regex_search(words, found, language == "fr" ? french : dutch) ? found[2].str() : "";
}

}  // namespace

TEST_CASE("no page that a school's terminal leads to speaks to a child as to an adult") {
    CHECK(formal("Si vous voulez", "fr") == "vous");
    CHECK(formal("Vérifiez d’abord", "fr") == "Vérifiez");
    CHECK(formal("Sur rendez-vous, chez toi", "fr").empty());
    CHECK(formal("Praten als u wilt", "nl") == "u");
    for (std::string const language : {"fr", "nl"}) {
        Walk const walk(language);
        CHECK(walk.pages.size() > 100);
        for (Walked const& each : walk.pages) {
            INFO(language << " " << each.page << ": " << each.words);
            CHECK(formal(each.words, language) == "");
        }
    }
}

TEST_CASE("no key of a school's terminal leads to a service for adults or to the door for authors") {
    Walk const walk("fr");
    for (char const* id : {"refuge-charleroi", "equipes-mobiles", "ecoute-ecole", "enfants-capables", "ex-aequo"}) {
        CHECK(embedded_directory().service(id, {}));
        CHECK_FALSE(walk.services.contains(id));
    }
    CHECK(walk.services.contains("ecoute-enfants-103"));
    for (auto const& service : embedded_directory().author_services({}))
        CHECK_FALSE(walk.services.contains(service.id));
}
