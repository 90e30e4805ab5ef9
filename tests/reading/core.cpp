/// Whether a stranger reads the core in every language: words that nobody reads, because a letter is missing, cut or
/// stands in the wrong order, are found.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "reader.h"
#include "rig/skip.h"
#include "support/embedded.h"

using namespace halte;
using namespace halte::reading;
using rig::skip;

namespace {

/// What knows the language, else what knows its letters.
std::vector<std::string> models_for(std::string const& language) {
    static std::map<std::string, std::string> const models{
        {"fr", "fra"}, {"nl", "nld"}, {"en", "eng"}, {"de", "deu"},  {"es", "spa"}, {"pt", "por"},
        {"pl", "pol"}, {"ro", "ron"}, {"bg", "bul"}, {"sq", "sqi"},  {"uk", "ukr"}, {"ru", "rus"},
        {"tr", "tur"}, {"ar", "ara"}, {"ps", "pus"}, {"prs", "fas"}, {"ti", "tir"}, {"kmr", "kmr"}};
    auto const own = models.find(language);
    if (own != models.end()) return {own->second};
    return {"Latin", "script/Latin"};
}

double share_of(std::vector<std::string> const& sentences, std::string const& language, std::string const& model,
                Planted planted = Planted::nothing) {
    Words expected;
    for (std::string const& each : sentences) expected.merge(words_of(each));
    return share_read(expected, words_of(read_aloud(sentences, language, model, planted)));
}

/// Its models of these scripts are so good that what they do not read is our fault. Of others it says how much.
bool is_judged(Language const& language) {
    return language.script == Script::latin || language.script == Script::cyrillic;
}

}  // namespace

TEST_CASE("The core is read in every language: nine words of ten in Latin and Cyrillic letters") {
    for (Language const& language : test::embedded_directory().languages()) {
        auto const model = installed_model(models_for(language.code));
        if (!model) return skip(language.code + " has no model of tesseract (Debian's tesseract-ocr-...)");
        double const share = share_of(core_of(language.code), language.code, *model);
        fmt::print("# {}: {:.1f} % of the core is read\n", language.code, 100 * share);
        std::fflush(stdout);
        INFO(language.code << " read with " << *model);
        if (is_judged(language)) CHECK(share >= 0.9);
        CHECK(share > 0.5);
    }
}

TEST_CASE("A letter that no face has, and letters in the reversed order, are found") {
    constexpr std::size_t enough = 50;
    for (std::string const language : {"fr", "uk", "ar", "ps", "prs", "ti", "kmr"}) {
        auto const model = installed_model(models_for(language));
        if (!model) return skip(language + " has no model of tesseract (Debian's tesseract-ocr-...)");
        auto core = core_of(language);
        core.resize(std::min(enough, core.size()));
        double const whole = share_of(core, language, *model);
        for (Planted const planted : {Planted::lost_letter, Planted::reversed}) {
            double const share = share_of(core, language, *model, planted);
            fmt::print("# {}: {:.0f} % as it is, {:.0f} % {}\n", language, 100 * whole, 100 * share,
                       planted == Planted::reversed ? "reversed" : "without its most frequent letter");
            INFO(language);
            CHECK(share < 0.85 * whole);
        }
    }
}
