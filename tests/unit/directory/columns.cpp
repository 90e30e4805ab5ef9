// What a snapshot holds is what is read of it.
#include <sqlite3.h>

#include <map>
#include <regex>
#include <set>

#include "rows.h"
#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

using Tables = std::map<std::string, std::set<std::string>>;

static Tables tables_that_are_read() {
    Tables tables;
    std::string const statements = all_that_is_asked_for();
    std::regex const one("SELECT ([a-z_0-9, ]+) FROM ([a-z_]+) LIMIT 0;"), word("[a-z_0-9]+");
    for (std::sregex_iterator each(statements.begin(), statements.end(), one); each != std::sregex_iterator(); ++each) {
        std::string const columns = (*each)[1];
        for (std::sregex_iterator at(columns.begin(), columns.end(), word); at != std::sregex_iterator(); ++at)
            tables[(*each)[2]].insert(at->str());
    }
    return tables;
}

/// The schema's, without those that FTS5 keeps for itself.
static Tables tables_of_the_schema() {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(":memory:", &database) == SQLITE_OK);
    std::string const schema = read_file(fs::path(HALTE_SOURCE) / "data/schema.sql");
    REQUIRE(sqlite3_exec(database, schema.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    Tables tables;
    auto const take = [](void* into, int, char** values, char**) {
        (*static_cast<Tables*>(into))[values[0]].insert(values[1]);
        return 0;
    };
    REQUIRE(sqlite3_exec(database,
                         "SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c"
                         " WHERE t.schema = 'main' AND t.type <> 'shadow' AND t.name NOT LIKE 'sqlite_%'",
                         take, &tables, nullptr) == SQLITE_OK);
    sqlite3_close(database);
    return tables;
}

TEST_CASE("every table and column of the schema is read, and nothing else is asked for") {
    Tables const read = tables_that_are_read();
    Tables const schema = tables_of_the_schema();
    CHECK(read.size() > 20);
    for (auto const& [table, columns] : schema)
        for (std::string const& column : columns)
            CHECK_MESSAGE((read.contains(table) && read.at(table).contains(column)), table << "." << column);
    for (auto const& [table, columns] : read)
        for (std::string const& column : columns)
            CHECK_MESSAGE((schema.contains(table) && schema.at(table).contains(column)), table << "." << column);
}
