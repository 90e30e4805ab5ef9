#include <halte/directory.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <csignal>

#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

static TemporaryData with_record() {
    TemporaryData data = TemporaryData::small();
    data.record("one", 1, "situations = [\"rape\"]");
    return data;
}

TEST_CASE("what editors write is what the directory answers") {
    TemporaryData const data = TemporaryData::copy();
    auto const directory = Directory::open(data.snapshot_with_bytes()).value();
    auto const service = directory.service("sos-viol", {.coordinates = Coordinates{50.85, 4.35}});
    REQUIRE(service);
    CHECK(service->brief.name == "SOS Viol");
    CHECK(service->brief.phone->number == "0800 98 100");
    CHECK(service->brief.anonymous == true);
    CHECK(service->brief.languages == std::vector<std::string>{"fr"});
    CHECK_FALSE(service->brief.distance_km);  // a line of the whole country
    CHECK(*directory.service("ulysse", {.coordinates = Coordinates{50.85, 4.35}})->brief.distance_km ==
          doctest::Approx(2.2).epsilon(0.1));
    CHECK(service->assured_date == Date{2026, 11, 24});
}

TEST_CASE("the same input gives the same bytes") {
    TemporaryData const one = TemporaryData::copy();
    TemporaryData const other = TemporaryData::copy();
    CHECK(read_file(one.snapshot()) == read_file(other.snapshot()));
}

TEST_CASE("a snapshot is a sound SQLite database, with no reference to what is not there") {
    TemporaryData const data = TemporaryData::copy();
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open_v2(data.snapshot().c_str(), &handle, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    int complaints = 0;
    auto const count = [](void* complaint, int, char** values, char**) {
        if (values[0] == nullptr || std::string(values[0]) != "ok") ++*static_cast<int*>(complaint);
        return 0;
    };
    CHECK(sqlite3_exec(handle, "PRAGMA integrity_check; PRAGMA foreign_key_check", count, &complaints, nullptr) ==
          SQLITE_OK);
    CHECK(complaints == 0);
    sqlite3_close(handle);
}

TEST_CASE("a word finds its service, with or without its accents") {
    TemporaryData const data = with_record();
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open_v2(data.snapshot().c_str(), &handle, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    std::string found;
    auto const keep = [](void* words, int, char** values, char**) {
        *static_cast<std::string*>(words) += values[0];
        return 0;
    };
    CHECK(sqlite3_exec(handle,
                       "SELECT service_id FROM searchable WHERE id IN (SELECT rowid FROM search WHERE search MATCH "
                       "'resume')",
                       keep, &found, nullptr) == SQLITE_OK);
    CHECK(found == "one");
    sqlite3_close(handle);
}

TEST_CASE("a fault in the data stops a build with its place, and the old snapshot stays") {
    TemporaryData const data = with_record();
    std::string const before = read_file(data.snapshot());
    data.replace("records/one.toml", "order = 1", "order = \"one\"");
    auto const refused = build_snapshot(data.path(), data.beside("made.snapshot"), {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ExitCode::bad_data);
    CHECK(refused.error().sentence ==
          data.file("records/one.toml") + ":4: \"order\" is not a whole number. Write a whole number after order =.");
    CHECK(read_file(data.beside("made.snapshot")) == before);
}

TEST_CASE("a drawing that is none stops a build by name") {
    TemporaryData const data = with_record();
    data.write("icons/drop.svg", "not a drawing");
    auto const refused = build_snapshot(data.path(), data.beside("made.snapshot"), {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence.starts_with(data.file("icons/drop.svg") + ": "));
}

TEST_CASE("a place that cannot be written is one sentence") {
    TemporaryData const data = with_record();
    auto const refused = build_snapshot(data.path(), "/nowhere/at-all", {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence == "/nowhere/at-all cannot be written: No such file or directory");
}

/// While it lives, no file grows beyond `size`: the nearest to a full disk that a test can make.
struct SmallDisk {
    explicit SmallDisk(rlim_t size) {
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit const small{size, before.rlim_max};
        std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &before); }
    rlimit before{};
};

static std::size_t files_in(fs::path const& folder) {
    return std::size_t(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST_CASE("a full disk is one sentence, the old snapshot stays, and nothing is left beside it") {
    TemporaryData const data = with_record();
    std::string const file = data.snapshot();
    std::string const before = read_file(file);
    auto const files = files_in(data.beside("."));
    Result<void> refused;
    {
        SmallDisk const disk(8192);
        refused = build_snapshot(data.path(), file, {});
    }
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence == file + " cannot be written: File too large");
    CHECK(refused.error().code == ExitCode::failed);
    CHECK(read_file(file) == before);
    CHECK(files_in(data.beside(".")) == files);
}

TEST_CASE("a full disk costs no translator a sentence") {
    TemporaryData const data = with_record();
    REQUIRE(update_translations(data.path()));
    std::string const before = read_file(data.file("translations/ar/phrases.po"));
    data.replace("phrases.toml", "Effacer et partir", "Tout effacer et partir");
    Result<std::vector<std::string>> refused;
    {
        SmallDisk const disk(64);
        refused = update_translations(data.path());
    }
    REQUIRE_FALSE(refused);
    CHECK(read_file(data.file("translations/ar/phrases.po")) == before);
}

TEST_CASE("a folder in the way of the snapshot is one sentence") {
    TemporaryData const data = with_record();
    fs::create_directory(data.beside("taken"));
    auto const refused = build_snapshot(data.path(), data.beside("taken"), {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence == data.beside("taken").string() + " cannot be written: Is a directory");
}

TEST_CASE("a snapshot can be read by every user of the machine") {
    TemporaryData const data = with_record();
    CHECK(fs::status(data.snapshot()).permissions() == fs::perms(0644));
}

TEST_CASE("status counts what is shown, what waits and what is never shown") {
    TemporaryData const data = TemporaryData::small();
    std::string const phone = "[[phone]]\nnumber = \"02 000 00 0";
    data.record("one", 1, "asked_for = true\nsituations = [\"rape\"]",
                phone + "1\"\ntype = \"voice\"\npublish = \"yes\"\nsource = \"x\"\n" + phone +
                    "2\"\ndescription = \"le soir\"\ntype = \"voice\"\npublish = \"after checking by phone\"\n" +
                    phone +
                    "3\"\ntype = \"voice\"\npublish = \"no\"\n[hours]\npublish = \"after checking by phone\"\n");
    DataStatus const status = data_status(data.path()).value();
    CHECK(status.organizations == 1);
    CHECK(status.asked_for == 1);
    CHECK(status.phones_shown == 1);
    CHECK(status.phones_waiting == 1);
    CHECK(status.phones_withheld == 1);
    CHECK(status.waiting == std::vector<std::string>{"Name of one: 02 000 00 02 (le soir)", "Name of one: its hours"});
    CHECK(describe(status).find("1 services, 1 of them asked for by name") == 0);
    CHECK(describe(status).find("\nguidance: 1 shown, 0 reviewed by a specialist, 0 kept and not shown\n") !=
          std::string::npos);
}

TEST_CASE("status counts who can be reached, and only whom somebody called as confirmed") {
    TemporaryData const data = TemporaryData::small();
    std::string const number = "[[phone]]\nnumber = \"02 000 00 01\"\ntype = \"voice\"\n";
    std::string const here = "publish = \"yes\"\nsource = \"x\"\n";
    std::string const waits = "publish = \"after checking by phone\"\n";
    std::string const street = "[[location]]\ncity = \"Namur\"\naddress_1 = \"Rue 1\"\n";
    std::string const rape = "situations = [\"rape\"]\nmade_for = [\"rape\"]";
    data.record("number", 1, rape, number + here + "called_on = 2026-11-20\n");
    data.record("mail", 2, rape, "[[email]]\naddress = \"a@b.be\"\n" + here);
    data.record("street", 3, "situations = [\"rape\"]", street + here);
    data.record("city", 4, "situations = [\"rape\"]\nwebsite = \"https://b.be\"",
                "[[location]]\ncity = \"Namur\"\n" + here);
    data.record("waiting", 5, "situations = [\"rape\"]\nwebsite = \"https://b.be\"", number + waits + street + waits);
    data.record("suspended", 6, "situations = [\"rape\"]\nstatus = \"suspended\"", street + here);
    data.record("office", 7, "situations = [\"rape\"]\nreceives_people = false", street + here);
    DataStatus const status = data_status(data.path()).value();
    CHECK(status.organizations == 7);
    CHECK(status.reachable == 3);
    CHECK(status.website_only == 2);
    CHECK(status.called == 1);
    CHECK(status.made_for == std::map<std::string, int>{{"rape", 2}});
    CHECK(describe(status).find("3 can be reached by a number, an e-mail address or a street; 2 have a website only; 1 "
                                "were confirmed by telephone\n") != std::string::npos);
    CHECK(describe(status).find("Made for: rape 2\n") != std::string::npos);
}
