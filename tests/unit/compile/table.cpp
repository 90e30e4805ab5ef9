// The table of a record's sentences against the schema, a record and a snapshot.
#include <sqlite3.h>

#include <halte/directory.h>

#include <set>

#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// What `question` finds in the database, every value as text.
Rows ask(std::string const& file, std::string const& question) {
    sqlite3* database = nullptr;
    std::string const uri = "file:" + file + "?immutable=1";
    REQUIRE(sqlite3_open_v2(uri.c_str(), &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr) == SQLITE_OK);
    Rows rows;
    auto const take = [](void* into, int count, char** values, char**) {
        std::vector<std::string> row;
        for (int i = 0; i < count; ++i) row.emplace_back(values[i] == nullptr ? "" : values[i]);
        static_cast<Rows*>(into)->push_back(std::move(row));
        return 0;
    };
    REQUIRE(sqlite3_exec(database, question.c_str(), take, &rows, nullptr) == SQLITE_OK);
    sqlite3_close(database);
    return rows;
}

std::set<std::string> first_of(Rows const& rows) {
    std::set<std::string> first;
    for (auto const& row : rows) first.insert(row.front());
    return first;
}

/// A name, an address, an id and so on: what a service says and no translator is asked for.
std::set<std::string> const no_sentences{"id", "organization_id", "name", "url", "status", "assured_date"};

/// A record that says everything that the table has.
TemporaryData data_that_says_everything() {
    TemporaryData data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    std::string texts = "[text]\n";
    for (ServiceTextField const& field : service_text_fields)
        texts += std::string(field.name) + " = \"Phrase " + std::string(field.name) + "\"\n";
    data.replace("records/one.toml", "[text]\nsummary = \"Résumé de one\"\ndescription = \"Ce que fait one\"\n", texts);
    return data;
}

}  // namespace

TEST_CASE("the sentences of the schema's table of services are those of the table, one column for each") {
    TemporaryData const data = TemporaryData::small();
    std::set<std::string> columns =
        first_of(ask(data.snapshot(), "SELECT name FROM pragma_table_info('service') WHERE type = 'TEXT'"));
    for (std::string const& other : no_sentences) CHECK(columns.erase(other) == 1);
    std::set<std::string> fields;
    for (ServiceTextField const& field : service_text_fields) fields.emplace(field.name);
    CHECK(columns == fields);
}

TEST_CASE("every field that has other languages is a column of its table") {
    TemporaryData const data = TemporaryData::small();
    std::string const snapshot = data.snapshot();
    std::vector<TranslatedField> fields{phone_description, location_name, town_name};
    for (ServiceTextField const& field : service_text_fields) fields.push_back({"service", field.name});
    for (OwnWordsField const& field : own_words_of_service) fields.push_back(field.in_snapshot);
    for (OwnWordsField const& field : own_words_of_location) fields.push_back(field.in_snapshot);
    for (TranslatedField const& field : fields) {
        CAPTURE(field.name);
        std::string const table(field.entity);
        CHECK(first_of(ask(snapshot, "SELECT name FROM pragma_table_info('" + table + "')"))
                  .contains(std::string(field.name)));
    }
}

TEST_CASE("every sentence of the table goes from a record to a translator and to a page") {
    TemporaryData const data = data_that_says_everything();
    REQUIRE(update_translations(data.path()));
    std::string const asked = read_file(data.file("translations/nl/records.po"));
    auto const service = Directory::open(data.snapshot_with_bytes()).value().service("one", {});
    REQUIRE(service);
    for (ServiceTextField const& field : service_text_fields) {
        std::string const words = "Phrase " + std::string(field.name);
        CHECK(asked.find("msgid \"" + words + "\"") != std::string::npos);
        CHECK(service->text[field.text].words == words);
    }
}

TEST_CASE("the translation of every sentence of the table is on the page in that language") {
    TemporaryData const data = data_that_says_everything();
    REQUIRE(update_translations(data.path()));
    for (ServiceTextField const& field : service_text_fields) {
        std::string const name(field.name);
        data.replace("translations/nl/records.po", "msgid \"Phrase " + name + "\"\nmsgstr \"\"",
                     "msgid \"Phrase " + name + "\"\nmsgstr \"Zin " + name + "\"");
    }
    std::string const po = data.file("translations/nl/records.po");
    std::string text = read_file(po);
    for (auto at = text.find("#: records/"); at != std::string::npos; at = text.find("#: records/", at + 30))
        text.insert(text.find('\n', at) + 1, "#, fuzzy\n");
    data.write("translations/nl/records.po", text);
    Viewpoint const dutch{.language = "nl"};
    auto const service = Directory::open(data.snapshot_with_bytes()).value().service("one", dutch);
    REQUIRE(service);
    for (ServiceTextField const& field : service_text_fields)
        CHECK(service->text[field.text].words == "Zin " + std::string(field.name));
}
