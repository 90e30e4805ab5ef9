#include <doctest/doctest.h>
#include <halte/configure.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "support/dead_share.h"
#include "support/temporary_folder.h"

using namespace halte;
using halte::test::DeadShare;

namespace {

/// A halte.toml and a folder halte.toml.d of its own.
class SettingsFolder {
public:
    SettingsFolder() { std::filesystem::create_directory(folder()); }

    [[nodiscard]] std::string main() const { return m_root + "/halte.toml"; }
    [[nodiscard]] std::string folder() const { return main() + ".d"; }
    void write(std::string const& toml) const { std::ofstream(main()) << toml; }
    void drop(std::string const& name, std::string const& toml) const { std::ofstream(folder() + "/" + name) << toml; }
    [[nodiscard]] LoadedSettings load(bool required = false) const { return load_settings(main(), required); }

    /// The only problem of these settings, without the folder's own name.
    [[nodiscard]] std::string told(bool required = false) const {
        std::string all;
        for (Problem const& problem : load(required).problems)
            all += describe(problem).substr(m_root.size() + 1) + "\n";
        return all;
    }

private:
    halte::test::TemporaryFolder m_place;
    std::string m_root = m_place.path();
};

}  // namespace

TEST_CASE("files of the folder are read after the main one, in the order of their names, and the last value wins") {
    SettingsFolder const files;
    files.write("[visit]\nprofile = \"school\"\ncountdown_seconds = 20\n[place]\nname = \"Main\"\n");
    files.drop("20-b.toml", "[visit]\nprofile = \"asylum-centre\"\n");
    files.drop("10-a.toml", "[visit]\nprofile = \"town-hall\"\ncountdown_seconds = 30\n");
    files.drop("B.toml", "[place]\ndetail = \"capital\"\n");
    files.drop("a.toml", "[place]\ndetail = \"small\"\n");
    LoadedSettings const loaded = files.load();
    CHECK(loaded.problems.empty());
    CHECK(loaded.settings.profile == "asylum-centre");
    CHECK(loaded.settings.countdown == Milliseconds(30'000));
    CHECK(loaded.settings.place_name == "Main");
    CHECK(loaded.settings.place_detail == "small");
    CHECK(loaded.positions.at("visit.profile").name == files.folder() + "/20-b.toml");
    CHECK(loaded.files.size() == 5);
}

TEST_CASE("what editors leave in the folder is not read") {
    SettingsFolder const files;
    for (char const* const name :
         {"10-a.toml~", ".10-a.toml", "10-a.toml.swp", "10-a.toml.dpkg-old", "README", ".toml"})
        files.drop(name, "[visit]\nprofile = \"school\"\n");
    CHECK(files.load().settings.profile == "hospital");
    CHECK(files.load().problems.empty());
}

TEST_CASE("a folder serves without a main file, which is missed only by whoever named it") {
    SettingsFolder const files;
    files.drop("10-a.toml", "[visit]\nprofile = \"school\"\n");
    CHECK(files.load().settings.profile == "school");
    CHECK(files.told().empty());
    CHECK(files.load(true).settings.profile == "school");
    CHECK(files.told(true) ==
          "halte.toml: The settings cannot be read: No such file or directory. The files beside it count.\n");
}

TEST_CASE("a wrong file costs its own values only, and is told with its own name") {
    SettingsFolder const files;
    files.write("[visit]\nprofile = \"school\"\ncountdown_seconds = 21\n");
    files.drop("10-broken.toml", "[visit]\nprofile = = \"town-hall\"\n");
    files.drop("20-wrong.toml", "[visit]\ncountdown_seconds = 5\ninactivity_seconds = 16\n");
    files.drop("30-right.toml", "[screen]\nrotation = 90\n");
    Settings const settings = files.load().settings;
    CHECK(settings.profile == "school");
    CHECK(settings.countdown == Milliseconds(21'000));
    CHECK(settings.inactivity == Milliseconds(16'000));
    CHECK(settings.rotation == 90);
    std::string const told = files.told();
    CHECK(told.find("halte.toml.d/10-broken.toml:2:11: This is not TOML: ") == 0);
    CHECK(told.find("\nhalte.toml.d/20-wrong.toml:2:21: 5 s is out of range. Write a whole number from 20 to 300.\n") !=
          std::string::npos);
}

TEST_CASE("a file of the folder that cannot be read is told") {
    SettingsFolder const files;
    std::filesystem::create_symlink("/nowhere/at.all", files.folder() + "/10-gone.toml");
    CHECK(files.told() ==
          "halte.toml.d/10-gone.toml: The settings cannot be read: No such file or directory. Nothing of this file "
          "counts.\n");
    SettingsFolder const other;
    std::filesystem::remove(other.folder());
    std::ofstream(other.folder()) << "no folder";
    CHECK(other.told() ==
          "halte.toml.d: The settings cannot be read: Not a directory. Nothing of this folder counts.\n");
}

TEST_CASE("the two halves of a position may come from two files") {
    SettingsFolder const files;
    files.write("[place]\nlatitude = 50.5\n");
    CHECK(files.told() == "halte.toml:2:12: There is a latitude without a longitude. Write both, or neither.\n");
    CHECK_FALSE(files.load().settings.coordinates);
    files.drop("10-a.toml", "[place]\nlongitude = 4.5\n");
    files.drop("20-b.toml", "[place]\nlatitude = 51\n");
    LoadedSettings const loaded = files.load();
    CHECK(loaded.problems.empty());
    REQUIRE(loaded.settings.coordinates);
    CHECK(loaded.settings.coordinates->latitude == 51);
    CHECK(loaded.settings.coordinates->longitude == 4.5);
    // A wrong half leaves the right one of an earlier file.
    files.drop("30-c.toml", "[place]\nlatitude = 4.5\n");
    CHECK(files.load().settings.coordinates->latitude == 51);
    CHECK(files.load().problems.size() == 1);
}

TEST_CASE("files that look as if they counted are named, with the name that they should have") {
    SettingsFolder const files;
    files.write("[visit]\nprofile = \"school\"\n");
    struct Row {
        char const* name;
        char const* right;
    };
    Row const table[] = {
        {"50-place.toml.txt", "50-place.toml"}, {"50-PLACE.TOML", "50-PLACE.toml"}, {"50-place.Toml", "50-place.toml"},
        {"50-place.toml ", "50-place.toml"},    {"50-place.tml", "50-place.toml"},  {"50-place.conf", "50-place.toml"},
    };
    for (Row const& row : table) {
        CAPTURE(row.name);
        files.drop(row.name, "[visit]\nprofile = \"town-hall\"\n");
        CHECK(files.told() == std::string("halte.toml.d/") + row.name +
                                  ": Nothing of this file counts, because of its name. Rename it to " + row.right +
                                  ", or remove it.\n");
        CHECK(files.load().settings.profile == "school");
        std::filesystem::remove(files.folder() + "/" + row.name);
    }
}

TEST_CASE("what programs leave in the folder on purpose is not named") {
    SettingsFolder const files;
    for (char const* const name :
         {"10-a.toml.dpkg-dist", "10-a.toml.dpkg-new", "10-a.toml.ucf-old", "10-a.toml.bak", "10-a.toml.swp",
          "10-A.TOML~", ".10-a.toml.txt", ".toml.txt", ".TOML", ".conf", "notes.txt", "#10-a.toml#"})
        files.drop(name, "[visit]\nprofile = \"school\"\n");
    CHECK(files.told().empty());
    CHECK(files.load().settings.profile == "hospital");
}

TEST_CASE("a file that was meant to be the main one is named where that is missing, and not beside it") {
    SettingsFolder const files;
    std::string const folder = std::filesystem::path(files.main()).parent_path();
    for (char const* const name : {"halte.toml.txt", "halte.TOML", "Halte.toml", "other.toml", "halte.toml~"})
        std::ofstream(folder + "/" + name) << "[visit]\nprofile = \"school\"\n";
    auto const named = [](char const* name) {
        return std::string(name) +
               ": Nothing of this file counts, because of its name. Rename it to halte.toml, or remove it.\n";
    };
    CHECK(files.told() == named("Halte.toml") + named("halte.TOML") + named("halte.toml.txt"));
    CHECK(files.load().settings.profile == "hospital");
    files.write("");
    CHECK(files.told().empty());
}

TEST_CASE("a folder, a FIFO or an endless device in place of a settings file costs its own values only") {
    SettingsFolder const files;
    files.write("[visit]\nprofile = \"school\"\n");
    std::filesystem::create_directory(files.folder() + "/40.toml");
    REQUIRE(mkfifo((files.folder() + "/50.toml").c_str(), 0600) == 0);
    std::filesystem::create_symlink("/dev/zero", files.folder() + "/60.toml");
    files.drop("70.toml", std::string(100'000, '#'));
    files.drop("80.toml", "[screen]\nrotation = 90\n");
    auto const told = [](char const* name, char const* why) {
        return std::string("halte.toml.d/") + name + ": The settings cannot be read: " + why +
               ". Nothing of this file counts.\n";
    };
    CHECK(files.told() == told("40.toml", "Is a directory") + told("50.toml", "it is no ordinary file") +
                              told("60.toml", "it is no ordinary file") + told("70.toml", "it is too large"));
    CHECK(files.load().settings.profile == "school");
    CHECK(files.load().settings.rotation == 90);
}

TEST_CASE("files on shares whose servers are gone are waited for once, and the others count") {
    DeadShare const share;
    if (!share.is_there("settings on a dead share")) return;
    SettingsFolder const files;
    files.write("[visit]\nprofile = \"school\"\n");
    for (char const* const name : {"10.toml", "20.toml", "30.toml", "40.toml"})
        std::filesystem::create_symlink(share.file(name), files.folder() + "/" + name);
    files.drop("50.toml", "[screen]\nrotation = 90\n");
    Instant const begun = SystemClock().now();
    LoadedSettings const loaded = files.load();
    CHECK(SystemClock().now() - begun < Milliseconds(6'000));
    CHECK(loaded.settings.profile == "school");
    CHECK(loaded.settings.rotation == 90);
    REQUIRE(loaded.problems.size() == 4);
    CHECK(loaded.problems[3].what == "The settings cannot be read: it does not answer.");
    std::filesystem::remove_all(files.folder());
    std::filesystem::create_symlink(share.file("halte.toml.d"), files.folder());
    CHECK(files.load().settings.profile == "school");
}
