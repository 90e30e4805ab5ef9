// Phrases that nothing says would be translated for nobody.
#include <regex>
#include <set>

#include "sources.h"
#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

/// Every "section.key" in quotation marks of the programs' sources, and every "section." that a name is added to.
static std::set<std::string> keys_in_the_sources() {
    std::set<std::string> keys;
    std::regex const quoted("\"([a-z_]+\\.[a-z_0-9]*)\"");
    for (auto const& entry : fs::recursive_directory_iterator(fs::path(HALTE_SOURCE) / "src")) {
        if (!entry.is_regular_file()) continue;
        std::string const text = read_file(entry.path());
        for (std::sregex_iterator at(text.begin(), text.end(), quoted); at != std::sregex_iterator(); ++at)
            keys.insert((*at)[1]);
    }
    return keys;
}

TEST_CASE("every phrase is said by some source") {
    ProblemLog problems;
    Sources const sources = read_sources(fs::path(HALTE_SOURCE) / "data", problems).value();
    std::set<std::string> const keys = keys_in_the_sources();
    CHECK(sources.phrases.size() > 100);
    CHECK_FALSE(keys.contains("badge.nobody_says_this"));
    for (PhraseSource const& phrase : sources.phrases) {
        std::string const section = phrase.key.substr(0, phrase.key.find('.') + 1);
        CHECK_MESSAGE((keys.contains(phrase.key) || keys.contains(section)), phrase.key);
    }
}
