// How the sentences of data/ speak to whoever reads them.
#include "avoided_words.h"
#include "messages.h"
#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

TEST_CASE("an avoided word is found whole, whatever its capitals, its apostrophe and its blanks") {
    auto const found = [](std::string const& words, std::string const& avoided) {
        return says(folded(words), folded(avoided));
    };
    CHECK(found("Il faut venir.", "il faut"));
    CHECK(found("Il\u00A0faut venir", "il faut"));
    CHECK(found("pourquoi n’avez-vous rien dit", "Pourquoi n'avez-vous"));
    CHECK(found("ÉPROUVÉ", "éprouvé"));
    CHECK_FALSE(found("Il faudra", "il fau"));
    CHECK_FALSE(found("éprouvé", "prouvé"));
    CHECK(found("la victime présumée", "présumé*"));
    CHECK_FALSE(found("la victime présumée", "présumé"));
    CHECK(found("« présumé »", "présumé"));
    CHECK(found("والدعارة،", "*دعارة*"));
    CHECK(found("دعـارة", "دعارة"));
    CHECK_FALSE(found("والدعارة", "دعارة"));
    CHECK_FALSE(found("anything", "*"));
}

/// Plants `word` in a sentence of a file of the small data and gives what is then found there.
static std::string found_in(TemporaryData const& data, std::string const& file, std::string const& before,
                            std::string const& after) {
    std::string const unharmed = read_file(data.file(file));
    int const line = data.replace(file, before, after);
    std::string all;
    for (Problem const& problem : data.problems()) {
        if (problem.where.name == data.file(file) && problem.where.line == line && problem.level == Level::failure)
            all += describe(problem) + "\n";
    }
    data.write(file, unharmed);
    return all;
}

TEST_CASE("a word to avoid is refused in every sentence of the data, with its line and the cure") {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    data.write("words_to_avoid.toml",
               "[[avoid]]\nlanguage = \"fr\"\nwords = [\"prétendu*\"]\ninstead = \"Leave it out\"\n");
    struct Planted {
        char const* file;
        char const* before;
        char const* after;
    };
    for (Planted const& place : {Planted{"phrases.toml", "Effacer et partir", "Le prétendu départ"},
                                 {"situations.toml", "Une ligne", "Une prétendue ligne"},
                                 {"guidance.toml", "Si vous voulez.", "Prétendument."},
                                 {"profiles/school.toml", "On m’a touché", "Prétendu"},
                                 {"records/one.toml", "Ce que fait one", "Ce que prétendu fait"}}) {
        CAPTURE(place.file);
        std::string const found = found_in(data, place.file, place.before, place.after);
        CHECK(found.find("says \"prétendu*\". Leave it out") != std::string::npos);
        CHECK(found_in(data, place.file, place.before, "Rien").find("prétendu") == std::string::npos);
    }
}

TEST_CASE("a translation is held against the words of its own language") {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    REQUIRE(update_translations(data.path()));
    data.write("words_to_avoid.toml",
               "[[avoid]]\nlanguage = \"nl\"\nwords = [\"beweert\"]\ninstead = \"Laat het weg\"\n");
    char const* const before = "msgid \"Effacer et partir\"\nmsgstr \"\"";
    for (std::string const language : {"nl", "ar"}) {
        CAPTURE(language);
        std::string const file = "translations/" + language + "/phrases.po";
        data.replace(file, before, "msgid \"Effacer et partir\"\nmsgstr \"beweert\"");
        bool found = false;
        for (Problem const& problem : data.problems())
            found = found || (problem.where.name == data.file(file) &&
                              describe(problem).ends_with("\"beweert\" says "
                                                          "\"beweert\". Laat het weg."));
        CHECK(found == (language == "nl"));
    }
}

TEST_CASE("a word to avoid is refused in every form of a phrase that counts") {
    TemporaryData const data = TemporaryData::small();
    REQUIRE(update_translations(data.path()));
    data.write("words_to_avoid.toml",
               "[[avoid]]\nlanguage = \"fr\"\nwords = [\"prétendu*\"]\ninstead = \"Leave it out\"\n"
               "[[avoid]]\nlanguage = \"nl\"\nwords = [\"beweert\"]\ninstead = \"Laat het weg\"\n");
    CHECK(found_in(data, "phrases.toml", "{count} lieux", "{count} prétendus").find("says \"prétendu*\"") !=
          std::string::npos);
    std::string const dutch = "translations/nl/phrases.po";
    std::string const none = "msgstr[0] \"\"\nmsgstr[1] \"\"";
    std::string const before = "msgstr[0] \"{count} plaats\"\n";
    CHECK(found_in(data, dutch, none, before + "msgstr[1] \"{count} beweert\"").find("Laat het weg") !=
          std::string::npos);
    CHECK(found_in(data, dutch, none, before + "msgstr[1] \"{count} plaatsen\"").find("Laat het weg") ==
          std::string::npos);
}

TEST_CASE("a list of words to avoid for a language that is not there is refused") {
    TemporaryData const data = TemporaryData::small();
    data.write("words_to_avoid.toml", "[[avoid]]\nlanguage = \"xx\"\nwords = [\"y\"]\ninstead = \"Z\"\n");
    auto const problems = data.problems();
    CHECK(std::ranges::any_of(problems, [&](Problem const& each) {
        return each.where.name == data.file("words_to_avoid.toml") && each.where.line == 2 &&
               each.level == Level::failure;
    }));
}

/// The sentences a place shows, from its own wording where it has one, in French and as a language says them. A
/// sentence that was changed has no translation until halte-directory update and a translator have been at work.
struct Speech {
    std::string key;
    std::string french;
    std::string translated;
};

static bool is_shown(Phrase const& phrase, ProfileSource const* profile) {
    if (profile == nullptr) return true;
    if (!profile->authors_door && phrase.id.find(".authors") != std::string::npos) return false;
    return std::ranges::none_of(profile->left_out_guidance, [&](SourceText const& each) {
        return phrase.id.starts_with("guidance." + each.words + ".");
    });
}

static std::vector<Speech> speech_of(Sources const& sources, std::string const& place, std::string const& language) {
    auto const profile = std::ranges::find(sources.profiles, place, [](auto const& each) { return each.id.words; });
    auto const po = std::ranges::find(sources.translations, language, &TranslationSource::language);
    REQUIRE(po != sources.translations.end());
    bool const known = profile != sources.profiles.end();
    std::map<std::string, Speech> spoken;
    for (Phrase const& phrase : all_phrases(sources)) {
        if (!phrase.profile.empty() && phrase.profile != place) continue;
        if (!is_shown(phrase, known ? &*profile : nullptr)) continue;
        PoEntry const* entry = po->find_phrase(phrase.message());
        spoken[phrase.id] = {phrase.id, phrase.words.words, entry == nullptr ? "" : entry->translation};
    }
    std::vector<Speech> all;
    for (auto const& [key, speech] : spoken) all.push_back(speech);
    CHECK(std::ranges::any_of(all, [](Speech const& each) { return !each.translated.empty(); }));
    return all;
}

static void none_says(std::string const& key, std::string words, std::initializer_list<char const*> forms) {
    words = folded(words);
    // An appointment is no way to address anybody.
    for (auto at = words.find("rendez-vous"); at != std::string::npos; at = words.find("rendez-vous"))
        words.replace(at, 11, "");
    for (char const* form : forms) CHECK_MESSAGE(!says(words, form), key, ": ", words, " says ", form);
}

TEST_CASE("the school speaks to a child in every sentence it shows, and no other place does") {
    ProblemLog problems;
    Sources const sources = read_sources(fs::path(HALTE_SOURCE) / "data", problems).value();
    for (Speech const& each : speech_of(sources, "school", "nl")) {
        none_says(each.key, each.french, {"vous", "votre", "vos", "six mois"});
        none_says(each.key, each.translated, {"u", "uw"});
    }
    for (char const* place : {"", "hospital", "town-hall", "asylum-centre"}) {
        for (Speech const& each : speech_of(sources, place, "nl")) {
            none_says(each.key, each.french, {"tu", "te", "toi", "ton", "ta", "tes"});
            none_says(each.key, each.translated, {"je", "jij", "jou", "jouw"});
        }
    }
}
