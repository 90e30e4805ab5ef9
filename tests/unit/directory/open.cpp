#include <fmt/format.h>
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
    changed[63] = 99;
    CHECK(made.refused(changed) ==
          made.file + " has schema 99, and this program reads schema " + std::to_string(snapshot_schema));
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
    std::string const statements =
        "PRAGMA application_id = 0x48616C74; PRAGMA user_version = " + std::to_string(snapshot_schema) +
        "; CREATE TABLE other (thing)";
    run_sql(file, statements.c_str());
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
    Directory const own = *Directory::open_bytes(embedded_snapshot());
    CHECK(known_past(own) < Date{2031, 1, 1});
    CHECK(known_past(own) >= own.as_of());
    CHECK(known_past(own) >= released());
}

/// The project's own directory, and a copy of it that somebody else's tool has made differently.
struct Given {
    TemporaryFolder folder;
    std::string file = (folder.path() / "given").string();
    Directory own = *Directory::open_bytes(embedded_snapshot());

    /// Runs `statements` on the copy and seals it, as a tool that makes snapshots would.
    void is_made_with(char const* statements) const {
        auto const bytes = embedded_snapshot();
        auto const database = *unseal_snapshot(bytes, "");
        write_file(file, {reinterpret_cast<char const*>(database.data()), database.size()});
        run_sql(file, statements);
        std::string const text = read_file(file);
        std::vector<std::uint8_t> sealed(text.begin(), text.end());
        seal_snapshot(sealed);
        write_file(file, {sealed.begin(), sealed.end()});
    }
    /// The sentence with which the copy is refused; empty when it may serve visitors.
    [[nodiscard]] std::string refused(char const* statements) const {
        is_made_with(statements);
        auto const opened = Directory::open_to_serve(file, own);
        return opened ? "" : opened.error().sentence;
    }
    [[nodiscard]] std::string lacks(std::string const& what) const {
        return file + " cannot serve visitors: it lacks " + what;
    }
};

TEST_CASE("a directory like the embedded one may serve visitors in its place") {
    Given const given;
    CHECK(given.refused("UPDATE snapshot SET as_of = as_of").empty());
    CHECK(Directory::open(given.file)->undrawable_icons(given.own).empty());
}

TEST_CASE("a directory without languages, phrases or emergency numbers is refused in one sentence") {
    Given const given;
    CHECK(given.refused("DELETE FROM interface_language") == given.lacks("a language"));
    CHECK(given.refused("DELETE FROM phrase").starts_with(given.lacks("the French words of ")));
    CHECK(given.refused("DELETE FROM phone WHERE service_id = 'police-101'") ==
          given.lacks("the number of police-101"));
    CHECK(given.refused("PRAGMA foreign_keys = OFF; DELETE FROM service WHERE id = 'emergency-112';"
                        "DELETE FROM phone WHERE service_id = 'emergency-112'") ==
          given.lacks("the number of emergency-112"));
    CHECK(given.refused("DELETE FROM snapshot") == given.lacks("the day it speaks of"));
}

TEST_CASE("one phrase that a screen says and a directory lacks is named") {
    Given const given;
    CHECK(given.refused("DELETE FROM phrase WHERE id = 'veil.title' AND language = 'fr'") ==
          given.lacks("the French words of veil.title"));
    CHECK(given
              .refused("UPDATE phrase SET id = 'guidance.other' WHERE id LIKE 'guidance.%.text' AND language = 'fr'"
                       " AND id = (SELECT min(id) FROM phrase WHERE id LIKE 'guidance.%.text')")
              .starts_with(given.lacks("the French words of guidance.")));
    CHECK(given.refused("INSERT INTO language SELECT id, 99, 'xx' FROM service LIMIT 1") ==
          given.lacks("the French words of name_of_language.xx"));
}

TEST_CASE("a day or a month without French words is named") {
    Given const given;
    CHECK(given.refused("DELETE FROM phrase WHERE id = 'weekday.sunday' AND language = 'fr'") ==
          given.lacks("the French words of weekday.sunday"));
    CHECK(given.refused("DELETE FROM phrase WHERE id = 'month.may' AND language = 'fr'") ==
          given.lacks("the French words of month.may"));
}

TEST_CASE("a directory without one of the tables or columns is refused when it is opened") {
    Given const given;
    CHECK(given.refused("DROP TABLE guidance") == given.file + " cannot be read: no such table: guidance");
    CHECK(given.refused("ALTER TABLE icon RENAME COLUMN png TO svg") ==
          given.file + " cannot be read: no such column: png");
}

TEST_CASE("a text that no screen has room for is refused in one sentence, in whatever table it stands") {
    Given const given;
    auto const refused = [&](std::string const& what) {
        return given.file + " cannot serve visitors: a text of " + what + " has more than 1200 characters";
    };
    std::string const book = "hex(zeroblob(20000))";  // 40,000 characters
    auto const with = [&](std::string const& table, std::string const& column, std::string const& where) {
        return given.refused(fmt::format("UPDATE {} SET {} = {} WHERE {}", table, column, book, where).c_str());
    };
    CHECK(with("service", "name", "id = 'awel'") == refused("awel"));
    CHECK(with("service", "description", "id = 'awel'") == refused("awel"));
    CHECK(with("phone", "description", "service_id = 'awel'") == refused("awel"));
    CHECK(with("email", "address", "id = 1").starts_with(given.file + " cannot serve visitors: a text of "));
    CHECK(with("location", "name", "id = 1") == refused("location 1"));
    CHECK(with("address", "city", "location_id = 1") == refused("location 1"));
    CHECK(with("phrase", "words", "id = 'sill.leave' AND language = 'nl'") == refused("sill.leave"));
    CHECK(with("translation", "words", "id = 'awel' AND field = 'description'") == refused("service awel"));
    CHECK(with("town", "name", "id = 'bastogne'") == refused("bastogne"));
    CHECK(with("interface_language", "greeting", "code = 'nl'") == refused("nl"));
    CHECK(given.refused("UPDATE service SET description = printf('%.*c', 1200, 'x') WHERE id = 'awel'").empty());
}

TEST_CASE("a bad picture is none, and is named") {
    Given const given;
    char const* damage = nullptr;
    SUBCASE("noise") { damage = "UPDATE icon SET png = x'00112233' WHERE name = 'phone'"; }
    SUBCASE("empty") { damage = "UPDATE icon SET png = x'' WHERE name = 'phone'"; }
    SUBCASE("missing") { damage = "DELETE FROM icon WHERE name = 'phone'"; }
    SUBCASE("cut") { damage = "UPDATE icon SET png = substr(png, 1, length(png) / 2) WHERE name = 'phone'"; }
    SUBCASE("a header that claims 30,000 pixels on a side") {
        damage =
            "UPDATE icon SET png = CAST(x'89504E470D0A1A0A0000000D4948445200007530000075300800000000' || x'00000000'"
            " || substr(png, 34) AS BLOB) WHERE name = 'phone'";
    }
    CHECK(given.refused(damage).empty());
    auto const opened = Directory::open(given.file);
    REQUIRE(opened);
    CHECK_FALSE(opened->icon("phone"));
    CHECK(opened->undrawable_icons(given.own) == std::vector<std::string>{"phone"});
}
