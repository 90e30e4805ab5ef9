#include <toml++/toml.h>

#include <set>

#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

namespace {

/// What the records say of every phone, e-mail and address: to be shown or not.
struct Facts {
    std::set<std::string> published;
    std::set<std::string> withheld;
};

void collect(toml::table const& record, char const* list, char const* key, Facts& facts) {
    toml::array const* entries = record[list].as_array();
    if (entries == nullptr) return;
    for (toml::node const& node : *entries) {
        toml::table const& entry = *node.as_table();
        std::string const words = entry[key].value_or(std::string());
        if (words.empty()) continue;
        (entry["publish"].value_or(std::string()) == "yes" ? facts.published : facts.withheld).insert(words);
    }
}

Facts facts_of(fs::path const& records) {
    Facts facts;
    for (fs::directory_entry const& entry : fs::directory_iterator(records)) {
        toml::table const record = toml::parse_file(entry.path().string());
        collect(record, "phone", "number", facts);
        collect(record, "email", "address", facts);
        collect(record, "location", "address_1", facts);
    }
    for (std::string const& words : facts.published) facts.withheld.erase(words);
    return facts;
}

std::string digits_of(std::string const& number) {
    std::string digits;
    for (char const letter : number) {
        if (letter >= '0' && letter <= '9') digits += letter;
    }
    return digits;
}

}  // namespace

TEST_CASE("nothing withheld reaches the snapshot, and everything published does") {
    TemporaryData const data = TemporaryData::copy();
    Facts const facts = facts_of(data.path() / "records");
    std::string const bytes = read_file(data.snapshot());
    CHECK(facts.published.size() > 100);
    CHECK(facts.withheld.size() > 40);
    for (std::string const& words : facts.published) CHECK_MESSAGE(bytes.find(words) != std::string::npos, words);
    for (std::string const& words : facts.withheld) CHECK_MESSAGE(bytes.find(words) == std::string::npos, words);
}

TEST_CASE("a withheld number is not there in any spelling, label, hour or source") {
    TemporaryData const data = TemporaryData::small();
    std::string const withheld = "0499 12 34 56";
    for (char const* publish : {"after checking by phone", "no"}) {
        data.record("one", 1, "situations = [\"rape\"]",
                    "[[phone]]\nnumber = \"" + withheld +
                        "\"\ndescription = \"Le mot secret\"\ntype = \"voice\"\npublish = \"" + publish +
                        "\"\nsource = \"https://secret.example\"\n[[phone.schedule]]\nbyday = \"SU\"\nopens_at = "
                        "\"03:21\"\ncloses_at = \"04:00\"\n[hours]\npublish = \"" +
                        publish + "\"\nsource = \"https://secret.example\"\n[editorial]\nnote = \"Le mot secret\"\n");
        std::string const bytes = read_file(data.snapshot());
        CHECK(bytes.find("Name of one") != std::string::npos);
        for (std::string const& words : {withheld, digits_of(withheld), std::string("secret")}) {
            CHECK_MESSAGE(bytes.find(words) == std::string::npos, words);
        }
    }
}
