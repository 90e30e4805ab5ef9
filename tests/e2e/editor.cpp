/// The editor's tool as an editor uses it, on the project's own data.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "rig/process.h"
#include "support/temporary_folder.h"

using namespace halte::rig;
using halte::test::TemporaryFolder;

namespace {

fs::path our_data() { return source_folder() / "data"; }

Ran directory(std::vector<std::string> words) {
    words.insert(words.begin(), programs() / "halte-directory");
    return run(words);
}
void check_that_it_ends_with(int status, std::string const& text, std::vector<std::string> const& words) {
    Ran const ran = directory(words);
    std::string const said = ran.said + ran.complaints;
    INFO("it said: " << said);
    CHECK(ran.status == status);
    CHECK(said.find(text) != std::string::npos);
}

}  // namespace

TEST_CASE("Our own data has nothing to mend") { check_that_it_ends_with(0, "0 to mend", {"check", our_data()}); }

TEST_CASE("The same input gives the same bytes") {
    TemporaryFolder const folder;
    for (char const* const name : {"one", "two"})
        REQUIRE(directory({"build", our_data(), "-o", folder / name}).status == 0);
    std::string const one = text_of(folder / "one");
    REQUIRE(one != "");
    CHECK((one == text_of(folder / "two")));
}

TEST_CASE("What only a build finds is found by a check") {
    TemporaryFolder const folder;
    fs::copy(our_data(), folder / "data", fs::copy_options::recursive);
    std::ofstream(folder / "data/icons/phone.svg") << "<svg\n";
    check_that_it_ends_with(65, "icons/phone.svg", {"check", folder / "data"});
}

TEST_CASE("A device is not overwritten") {
    TemporaryFolder const folder;
    REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
    check_that_it_ends_with(1, "is a device and no file", {"build", our_data(), "-o", folder / "pipe"});
    CHECK(fs::is_fifo(folder / "pipe"));
}

TEST_CASE("Status counts what waits") { check_that_it_ends_with(0, "wait to be checked", {"status", our_data()}); }

TEST_CASE("A day that is none is refused") {
    TemporaryFolder const folder;
    check_that_it_ends_with(64, "is not a day", {"build", our_data(), "-o", folder / "x", "--as-of", "soon"});
}

TEST_CASE("A day to come is refused") {
    TemporaryFolder const folder;
    check_that_it_ends_with(65, "2999-01-01, is still to come",
                            {"build", our_data(), "-o", folder / "x", "--as-of", "2999-01-01"});
}

TEST_CASE("A speaker gets a sheet of a language that there is") {
    TemporaryFolder const folder;
    check_that_it_ends_with(0, "sheet.html: ", {"review", "ar", our_data(), "-o", folder / "sheet.html"});
    CHECK(text_of(folder / "sheet.html").starts_with("<!DOCTYPE html>"));
    check_that_it_ends_with(64, "These have: nl, en, ar", {"review", "xx", our_data(), "-o", folder / "none.html"});
    check_that_it_ends_with(64, "--output is required", {"review", "ar", our_data()});
}
