#include "many_services.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <random>
#include <string_view>

namespace halte::test {
namespace {

constexpr std::array words{"écoute",    "accueil", "soutien", "quartier", "maison",   "proches",
                           "conseil",   "équipe",  "parole",  "groupe",   "suivi",    "rencontre",
                           "entretien", "chemin",  "atelier", "service",  "personne", "confiance"};
constexpr std::array days{"MO,TU,WE,TH,FR", "MO,WE,FR", "TU,TH", "MO,TU,TH,FR", "SA,SU", "MO,TU,WE,TH,FR,SA"};
constexpr std::array languages{R"("fr")", R"("fr", "nl")", R"("fr", "en")", R"("nl")", R"("fr", "nl", "en", "ar")", ""};

/// One record, drawn from the numbers of one source.
class Drawn {
public:
    Drawn(int number, ManyServices const& many)
        : m_number(number), m_many(many), m_source(many.seed + std::uint32_t(number)) {}

    std::string toml() {
        std::string const name = fmt::format("Exemple {}, {} {}", m_number, word(), word());
        std::string text = fmt::format(
            "id = \"{}\"\nname = \"{}\"\nassured_date = 2026-11-24\norder = {}\nsource_kind = \"service\"\n"
            "kind = \"{}\"\nsituations = [\"{}\"]\n",
            id(m_number), name, 100'000 + m_number, chance(12) ? "authority" : "independent", m_many.situation);
        text += site() + nature() + sentences();
        bool const without_number = chance(15);
        if (!without_number) text += phone();
        if (without_number || chance(60)) text += location();
        return text;
    }

    static std::string id(int number) { return fmt::format("example-{:05}", number); }

private:
    int below(int bound) { return int(m_source() % std::uint32_t(bound)); }
    bool chance(int percent) { return below(100) < percent; }
    std::string word() { return words[std::size_t(below(int(words.size())))]; }
    std::string sentence(int count) {
        std::string all = "Un";
        for (int at = 0; at < count; ++at) all += " " + word();
        return all;
    }

    /// Of every fifty services the first five are a network and its sites.
    std::string site() {
        int const in_fifty = m_number % 50;
        return in_fifty > 0 && in_fifty < 5 ? fmt::format("parent = \"{}\"\n", id(m_number - in_fifty)) : "";
    }

    std::string nature() {
        bool const suspended = chance(3);
        std::string text = fmt::format("status = \"{}\"\n", suspended ? "suspended" : "active");
        m_alert = suspended ? "alert = \"Fermé pour travaux\"\n" : "";
        if (chance(5)) text += fmt::format("made_for = [\"{}\"]\n", m_many.situation);
        if (std::string_view const spoken = languages[std::size_t(below(int(languages.size())))]; !spoken.empty())
            text += fmt::format("languages = [{}]\n", spoken);
        if (chance(40)) text += "cost = \"free\"\n";
        if (chance(20)) text += "anonymous = true\n";
        if (chance(30)) text += fmt::format("website = \"https://example.org/{}\"\n", m_number);
        return text;
    }

    std::string sentences() {
        return fmt::format("[text]\n{}summary = \"{}\"\ndescription = \"{}.\"\napplication_process = \"{}.\"\n",
                           m_alert, sentence(1 + below(4)), sentence(12 + below(30)), sentence(8 + below(12)));
    }

    std::string phone() {
        std::string text = fmt::format(
            "[[phone]]\nnumber = \"+32 2 000 {:02} {:02}\"\ntype = \"voice\"\npublish = \"yes\"\n"
            "source = \"https://example.org/\"\n",
            m_number / 100, m_number % 100);
        if (chance(10)) return text + "any_hour = true\n";
        int const opens = 7 + below(5);
        if (chance(80))
            text += fmt::format(
                "[[phone.schedule]]\nbyday = \"{}\"\nopens_at = \"{:02}:{:02}\"\ncloses_at = \"{:02}:00\"\n",
                days[std::size_t(below(int(days.size())))], opens, 15 * below(4), opens + 4 + below(8));
        return text;
    }

    /// Somewhere between Tournai and Liège.
    std::string location() {
        return fmt::format(
            "[[location]]\naddress_1 = \"Rue de l’Exemple {}\"\npostal_code = \"1000\"\ncity = \"Exemple-{}\"\n"
            "latitude = 50.{:03}\nlongitude = {}.{:03}\npublish = \"yes\"\nsource = \"https://example.org/\"\n",
            m_number, word(), 400 + below(550), 4 + below(2), below(500));
    }

    int m_number;
    ManyServices const& m_many;
    std::mt19937 m_source;
    std::string m_alert;
};

}  // namespace

void add_many_services(std::filesystem::path const& data, ManyServices const& many) {
    for (int number = 0; number < many.count; ++number) {
        Drawn record(number, many);
        std::ofstream(data / "records" / (Drawn::id(number) + ".toml")) << record.toml();
    }
}

}  // namespace halte::test
