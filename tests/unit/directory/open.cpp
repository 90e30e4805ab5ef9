#include <halte/directory.h>
#include <halte/snapshot.h>
#include <halte/version.h>
#include <sqlite3.h>

#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

/// The sentence with which a file is refused; empty when it opens.
static std::string refusal(std::string const& file) {
    auto const opened = Directory::open(file);
    return opened ? "" : opened.error().sentence;
}

static void run_sql(std::string const& file, char const* statements) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
    REQUIRE(sqlite3_exec(handle, statements, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
}

/// A small snapshot, and a copy of it to damage.
struct Damaged {
    TemporaryData data = TemporaryData::small();
    std::string whole = data.snapshot();
    std::string file = data.beside("damaged").string();
    std::string bytes = read_file(whole);
    std::string refused(std::string const& changed) const {
        write_file(file, changed);
        return refusal(file);
    }
};

TEST_CASE("a whole snapshot opens, from a file and from memory") {
    Damaged const made;
    CHECK(refusal(made.whole).empty());
    auto const* first = reinterpret_cast<std::uint8_t const*>(made.bytes.data());
    CHECK(Directory::open_bytes({first, made.bytes.size()}).has_value());
}

TEST_CASE("the snapshot built with this program opens") {
    auto const opened = Directory::open_bytes(embedded_snapshot());
    REQUIRE_MESSAGE(opened, (opened ? "" : opened.error().sentence));
    CHECK_FALSE(opened->service_ids().empty());
}

TEST_CASE("a file that is not there is refused by name") {
    CHECK(refusal("/nowhere/at-all") == "/nowhere/at-all cannot be read: No such file or directory");
    CHECK(refusal("/tmp") == "/tmp is not a file");
}

TEST_CASE("a file that is no database is refused as such") {
    Damaged const made;
    CHECK(made.refused("A text about something else.\n") == made.file + " is not a database");
    CHECK(made.refused("") == made.file + " is not a database");
    CHECK(made.refused(std::string(100000, '\0')) == made.file + " is not a database");
}

TEST_CASE("a database of another program is refused as such") {
    TemporaryFolder const folder;
    std::string const file = folder.path() / "other.db";
    run_sql(file, "CREATE TABLE other (thing)");
    CHECK(refusal(file) == file + " is a database, but not one of Halte");
}

TEST_CASE("a snapshot of another schema is refused with both numbers") {
    Damaged const made;
    std::string changed = made.bytes;
    changed[63] = 9;
    CHECK(made.refused(changed) == made.file + " has schema 9, and this program reads schema 2");
}

TEST_CASE("a cut snapshot is damaged, wherever it was cut") {
    Damaged const made;
    std::string const damaged = made.file + " is damaged: ";
    for (std::size_t const kept :
         {made.bytes.size() - 1, made.bytes.size() - 16, made.bytes.size() / 2, std::size_t(100)}) {
        CHECK(made.refused(made.bytes.substr(0, kept)).starts_with(damaged));
    }
    CHECK(made.refused(made.bytes.substr(0, 99)) == made.file + " is not a database");
    CHECK(made.refused(made.bytes + "x").starts_with(damaged));
}

TEST_CASE("one changed bit anywhere is found, in a number above all") {
    Damaged const made;
    for (std::size_t place = 100; place < made.bytes.size(); place += 997) {
        std::string changed = made.bytes;
        changed[place] = char(changed[place] ^ 1);
        CHECK(made.refused(changed) == made.file + " is damaged: its checksum is wrong");
    }
}

TEST_CASE("a snapshot edited by hand is refused, because nobody checked what was written") {
    Damaged const made;
    write_file(made.file, made.bytes);
    run_sql(made.file, "UPDATE snapshot SET as_of = '2030-01-01'");
    CHECK(refusal(made.file).starts_with(made.file + " is damaged: "));
}

TEST_CASE("a sealed database without our tables is refused in one sentence") {
    TemporaryFolder const folder;
    std::string const file = folder.path() / "empty.db";
    run_sql(file, "PRAGMA application_id = 0x48616C74; PRAGMA user_version = 2; CREATE TABLE other (thing)");
    std::string const text = read_file(file);
    std::vector<std::uint8_t> bytes(text.begin(), text.end());
    seal_snapshot(bytes);
    auto const opened = Directory::open_bytes(bytes);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().sentence == "the snapshot in memory cannot be read: no such table: snapshot");
}

TEST_CASE("a day to come in a snapshot from elsewhere does not move what the program knows to be past") {
    TemporaryData const data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    data.replace("records/one.toml", "2026-11-24", "2031-11-24");
    std::string const file = data.beside("future").string();
    REQUIRE(build_snapshot(data.path(), file, {.as_of = {}, .today = {{2032, 1, 1}}}));
    CHECK(Directory::open(file)->as_of() == Date{2031, 11, 24});
    CHECK(known_past() < Date{2031, 1, 1});
    CHECK(known_past() >= Directory::open_bytes(embedded_snapshot())->as_of());
    CHECK(known_past() >= released());
}
