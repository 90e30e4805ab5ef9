// What the page of a service shows and what its code holds.
#include <doctest/doctest.h>

#include <algorithm>

#include "code.h"
#include "service_facts.h"
#include "support/embedded.h"
#include "support/scenes.h"
#include "support/temporary_data.h"

using namespace halte;
using halte::test::embedded_directory;

namespace {

Visit page_of(std::string const& id, std::string const& language, Directory const& from, Terminal const& terminal) {
    auto const all = scenes::scenes(from, terminal, language, TextSize::normal, {id});
    return std::ranges::find(all, "service-" + id, &scenes::Scene::name)->visit;
}

/// The page of a service in a language, as the tree has it.
class Page {
public:
    explicit Page(std::string const& id, std::string const& language = "fr", std::string const& profile = "hospital",
                  Directory const& from = embedded_directory())
        : m_terminal(scenes::example_terminal(from, profile)),
          m_canvas(Canvas::create(scenes::audited_shapes()[1].shape, icons_of(from)).value()) {
        Visit const visit = page_of(id, language, from, m_terminal);
        draw(visit, from, m_terminal, scenes::example_moment(from), m_canvas);
    }
    [[nodiscard]] Node const* named(std::string const& name) const {
        auto const& nodes = m_canvas.tree().nodes;
        auto const found = std::ranges::find(nodes, name, &Node::name);
        return found == nodes.end() ? nullptr : &*found;
    }
    [[nodiscard]] bool says(std::string const& words) const { return named(words) != nullptr; }

private:
    Terminal m_terminal;
    Canvas m_canvas;
};

bool holds(std::string const& text, std::string const& part) {
    return !part.empty() && text.find(part) != std::string::npos;
}

Location const* first_street(Service const& service) {
    auto const found = std::ranges::find_if(service.locations, [](Location const& one) { return !one.street.empty(); });
    return found == service.locations.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a service without a number shows its street in large letters, and a code of the address") {
    Page const page("cpvs-namur");
    Node const* street = page.named("Avenue Albert Ier 143");
    REQUIRE(street != nullptr);
    Node const* description =
        page.named(embedded_directory().service("cpvs-namur", {})->text[ServiceText::description].words);
    REQUIRE(description != nullptr);
    CHECK(street->size_px > 1.8F * description->size_px);
    CHECK(page.says("Jour et nuit"));
    CHECK(page.says("Ce code met l’adresse dans votre téléphone. Il peut y laisser une trace."));
    CHECK(page.says("Code à scanner\u00A0: Avenue Albert Ier 143, Namur"));
    CHECK(page.says("Pas de numéro vérifié."));
}

TEST_CASE("in a school the warning above the address speaks to a child") {
    Page const page("mediation-scolaire-wallonie", "fr", "school");
    CHECK(page.says("Ce code met l’adresse dans ton téléphone. Il peut y laisser une trace."));
}

TEST_CASE("every service with a street and no number has a code of it, and its name is not in the code") {
    int addresses = 0;
    for (std::string const& id : embedded_directory().service_ids()) {
        Service const service = *embedded_directory().service(id, {});
        if (first_phone(service) != nullptr || first_street(service) == nullptr) continue;
        ++addresses;
        INFO(id);
        auto const carried = carried_of(nullptr, first_street(service));
        REQUIRE(carried);
        CHECK(carried->is_place);
        CHECK_FALSE(holds(carried->text, service.brief.name));
        CHECK(Page(id).says("Pas de numéro vérifié."));
    }
    CHECK(addresses > 15);
}

TEST_CASE("a code holds a number or a street, and never a website") {
    for (std::string const& id : embedded_directory().service_ids()) {
        Service const service = *embedded_directory().service(id, {});
        auto const carried = carried_of(first_phone(service), first_street(service));
        if (!carried) continue;
        INFO(id << ": " << carried->text);
        CHECK(carried->text.starts_with("tel:") == (first_phone(service) != nullptr));
        CHECK_FALSE(holds(carried->text, "http"));
        CHECK_FALSE(holds(carried->text, service.brief.website));
    }
}

TEST_CASE("what to say first is in the language of the line, says the visitor's, and stands in theirs below") {
    Page const dutch_line("tele-onthaal", "fr");
    CHECK(dutch_line.says("Quand on vous répond, vous pouvez dire"));
    CHECK(dutch_line.says("Goedendag. Ik heb iemand nodig om mee te praten. Ik spreek Frans."));
    CHECK(dutch_line.says("Bonjour. J’ai besoin de parler à quelqu’un. Je parle français."));
    Page const french_line("sos-viol", "nl");
    CHECK(french_line.says("Bonjour. J’ai besoin de parler à quelqu’un. Je parle néerlandais."));
    CHECK(french_line.named("Bonjour. J’ai besoin de parler à quelqu’un. Je parle néerlandais.")->language == "fr");
    CHECK(french_line.says("Goedendag. Ik heb iemand nodig om mee te praten. Ik spreek Nederlands."));
}

TEST_CASE("on a line of the visitor's own language nothing is said twice") {
    Page const page("sos-viol", "fr");
    CHECK(page.says("Bonjour. J’ai besoin de parler à quelqu’un."));
    CHECK_FALSE(page.says("Bonjour. J’ai besoin de parler à quelqu’un. Je parle français."));
    CHECK(Page("telefonhilfe", "fr").says("Bonjour. J’ai besoin de parler à quelqu’un. Je parle français."));
}

TEST_CASE("a switchboard is asked for what its label names, in the language of that name") {
    Page const page("cpvs-leuven", "fr");
    CHECK(page.says("Goedendag. Ik wil graag spreken met het ‘Zorgcentrum na Seksueel Geweld’. Ik spreek Frans."));
    CHECK(
        page.says("Bonjour. Je voudrais parler au «\u00A0\u2068Zorgcentrum na Seksueel Geweld\u2069\u00A0». "
                  "Je parle français."));
}

TEST_CASE("each kind of line has its first sentence") {
    auto const opening = [](char const* id) { return first_phone(*embedded_directory().service(id, {}))->opening; };
    CHECK(opening("sos-viol") == Opening::listening);
    CHECK(opening("cpvs-bruxelles") == Opening::place);
    CHECK(opening("cpvs-antwerpen") == Opening::switchboard);
    CHECK(opening("adde") == Opening::law);
    CHECK(opening("police-101") == Opening::authority);
    CHECK(Page("adde").says("Bonjour. J’ai une question sur mes droits."));
    CHECK(Page("police-101").says("Bonjour. J’ai besoin d’aide."));
    CHECK(Page("cpvs-bruxelles", "en").says("Hello. I need help. Can I come to see you? I speak English."));
    CHECK(Page("ecoute-enfants-103", "fr", "school").says("Quand on te répond, tu peux dire"));
}

TEST_CASE("whoever stands behind a page about a service, it is called a page about it") {
    for (char const* const id : {"sos-enfants-bruxelles-huderf", "equipes-mobiles"})
        CHECK(Page(id).says("Pas de numéro vérifié. Une page en parle\u00A0:"));
    CHECK(Page("cpvs-arlon").says("Une page en parle."));
}

TEST_CASE("a number that somebody called says so with its day, and no other does") {
    test::TemporaryData const data = test::TemporaryData::copy();
    data.replace("records/sos-viol.toml", "type = \"voice\"", "type = \"voice\"\ncalled_on = 2026-11-23");
    Directory const made_up = Directory::open(data.snapshot_with_bytes()).value();
    Page const called("sos-viol", "fr", "hospital", made_up);
    CHECK(called.says("Confirmé par téléphone le 23 novembre 2026"));
    CHECK(called.says("Source lue le 24 novembre 2026. D’après une autorité publique."));
    Page const not_called("tele-accueil", "fr", "hospital", made_up);
    CHECK(not_called.says("Source lue le 24 novembre 2026"));
    CHECK_FALSE(not_called.says("Confirmé par téléphone le 23 novembre 2026"));
}

TEST_CASE("who is told in danger is said where it is known, apart from traces, and left out where it is not") {
    CHECK(Page("1712", "nl").says("Wat u vertelt"));
    CHECK(Page("1712").says("C’est vous qui décidez de la suite, sauf si quelqu’un est en danger."));
    CHECK(Page("sos-enfants", "fr", "school").says("Ce que tu dis"));
    CHECK(Page("sos-enfants").says("L’équipe garde le secret, sauf en cas de danger grave."));
    CHECK_FALSE(Page("sos-enfants").says("Ce qui peut laisser une trace"));
    CHECK_FALSE(Page("sos-viol").says("Ce que vous dites"));
}
